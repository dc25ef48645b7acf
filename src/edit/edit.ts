import type { Text } from '../diagnostics/text.ts';

/** A range of the text that is replaced: nothing outside of it changes, so comments, quotes and line ends stay. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** An edit with what it does to the report. */
export interface Correction extends Edit {
  /** The cell, row or table that is written: a dotted path. */
  readonly path: string;
  readonly message: Text;
  /** Keys that it takes away: the rest of a number that YAML had split. */
  readonly removed?: readonly string[];
}

/** Carries out edits that do not overlap. Those at the same place keep their order. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const ordered = [...edits].sort((a, b) => a.start - b.start);
  const pieces: string[] = [];
  let done = 0;
  for (const { start, end, text: written } of ordered) {
    if (start < done) throw new Error(`edits overlap at offset ${start}`);
    pieces.push(text.slice(done, start), written);
    done = end;
  }
  return pieces.join('') + text.slice(done);
}
