/** A piece of a paragraph in one style. */
export interface Run {
  readonly text: string;
  readonly bold?: boolean;
  readonly link?: string | undefined;
  /** It is struck out. */
  readonly struck?: boolean;
}

/** Runs as Markdown: links, and what is bold if not everything is. Text without either is returned as it is. */
export function markdownOf(runs: readonly Run[]): string {
  const merged = mergedRuns(runs.filter(({ text }) => text !== ''));
  const shown = merged.filter(({ text }) => text.trim() !== '');
  const allBold = shown.every(({ bold }) => bold);
  if (shown.every(({ bold, link }) => !link && (allBold || !bold))) return merged.map(({ text }) => text).join('');
  return merged
    .map(({ text, bold, link }) => {
      const inner = text.trim();
      if (inner === '') return text;
      const strong = bold && !allBold ? `**${escaped(inner)}**` : escaped(inner);
      return text.replace(inner, () =>
        link ? `[${strong}](${link.replace(/[()\s]/gu, encodeURIComponent)})` : strong,
      );
    })
    .join('');
}

/** Word tears text into runs at random: those of one style are one. */
function mergedRuns(runs: readonly Run[]): Run[] {
  const merged: Run[] = [];
  for (const run of runs) {
    const last = merged.at(-1);
    if (last && Boolean(last.bold) === Boolean(run.bold) && last.link === run.link)
      merged[merged.length - 1] = { ...last, text: last.text + run.text };
    else merged.push(run);
  }
  return merged;
}

const escaped = (text: string): string => text.replace(/[\\*_[\]<>`]/gu, '\\$&');
