/** What of a token of Markdown is needed here. */
interface HeadingToken {
  readonly type: string;
  tag: string;
}

/** Gives each heading the level below the heading it belongs to; `above` is the level of the heading above the whole text. */
export function setLevels(tokens: readonly HeadingToken[], above: number): void {
  const around: number[] = [];
  for (const token of tokens) {
    if (token.type === 'heading_open') {
      const written = Number(token.tag.slice(1));
      while ((around.at(-1) ?? 0) >= written) around.pop();
      around.push(written);
    }
    if (token.type === 'heading_open' || token.type === 'heading_close')
      token.tag = `h${Math.min(6, above + around.length)}`;
  }
}
