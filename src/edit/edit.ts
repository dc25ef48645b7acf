import type { Text } from '../diagnostics/text.ts';

/** A range of the text and its replacement. Nothing outside it changes, so comments, quotes and line ends stay. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** An edit and its effect on the report. */
export interface Correction extends Edit {
  /** Dotted path of the cell, row or table that is written. */
  readonly path: string;
  readonly message: Text;
  /** Keys that it removes: the rest of a number that YAML had split. */
  readonly removed?: readonly string[];
}

/** One correction. */
export interface Change {
  /** Its range in the corrected text. */
  readonly line: number;
  /** Dotted path of the cell, row or table; empty for a slip in YAML. */
  readonly path: string;
  readonly message: Text;
}

/** Applies edits that do not overlap. Edits at the same place keep their order. */
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
