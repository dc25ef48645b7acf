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
export interface FixChange {
  /** Its range in the corrected text. */
  readonly line: number;
  /** Dotted path of the cell, row or table; empty for a slip in YAML. */
  readonly path: string;
  readonly message: Text;
}

/** The edit of a range that replaces all matches of a pattern, no longer than from the first to the last; undefined without any. */
export function replaceMatches(
  text: string,
  { start, end }: { start: number; end: number },
  pattern: RegExp,
  plain: (match: string) => string,
): Edit | undefined {
  const written = text.slice(start, end);
  const found = [...written.matchAll(pattern)].filter(([match]) => plain(match) !== match);
  const [first, last] = [found[0], found.at(-1)];
  if (!first || !last) return undefined;
  const rest = written.length - (last.index + last[0].length);
  const replaced = written.replace(pattern, (match) => plain(match));
  return { start: start + first.index, end: end - rest, text: replaced.slice(first.index, replaced.length - rest) };
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
