/** The height of the end of a long footnote that need not be on the page of its table; 0 for a usual one. */
export function dividedHeight(footnote: Element): number {
  const { lineHeight, orphans, widows } = getComputedStyle(footnote);
  const line = Number.parseFloat(lineHeight);
  const lines = Math.round(footnote.getBoundingClientRect().height / line) - Number(orphans);
  return lines < Number(widows) ? 0 : lines * line;
}
