import type { DiffPiece } from './document.ts';

/** Characters that are kept around a change. */
const CONTEXT = 18;
/** Characters of a text that was added, removed or moved, or of a finding. */
const LONGEST = 300;

/** The pieces of a sentence with only as much of the unchanged text as shows where the change is. */
export function abridged(words: readonly DiffPiece[]): DiffPiece[] {
  const last = words.length - 1;
  return words.map(({ text, tone }, at) => {
    if (tone || last === 0) return { text: cut(text, 0, LONGEST), tone };
    return { text: cut(text, at === last ? 0 : CONTEXT, at === 0 ? 0 : CONTEXT), tone };
  });
}

/** The first and the last characters of a text, by whole characters. */
function cut(text: string, atEnd: number, atStart: number): string {
  const chars = [...text];
  if (chars.length <= atStart + atEnd + 1) return text;
  return `${chars.slice(0, atStart).join('')}…${atEnd === 0 ? '' : chars.slice(-atEnd).join('')}`;
}
