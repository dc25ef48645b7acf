import type { TemplateFiles } from './template-sources.ts';

/** So much of a page is found by chance in any template. */
const BY_CHANCE = 2;

/**
 * `FILE:LINE:COLUMN` of the place in a template that a piece of the page was printed by: where the longest beginning of
 * the piece is written, as what follows may have been filled in. Undefined if nothing of it is.
 */
export function placeOf(piece: string, { own, pathOf }: TemplateFiles): string | undefined {
  const found = [...own].map(([name, text]) => ({ name, text, length: lengthFound(piece, text) }));
  const best = found.reduce((one, other) => (other.length > one.length ? other : one), {
    name: '',
    text: '',
    length: 0,
  });
  if (best.length <= BY_CHANCE) return undefined;
  const before = best.text.slice(0, best.text.indexOf(piece.slice(0, best.length))).split('\n');
  return `${pathOf(best.name)}:${before.length}:${(before.at(-1) ?? '').length + 1}`;
}

/** Length of the longest beginning of a piece that a text contains. */
function lengthFound(piece: string, text: string): number {
  let [least, most] = [0, piece.length];
  while (least < most) {
    const middle = Math.ceil((least + most) / 2);
    if (text.includes(piece.slice(0, middle))) least = middle;
    else most = middle - 1;
  }
  return least;
}
