import { isNode } from 'yaml';
import { proposedBindings } from '../check/proposed-bindings.ts';
import type { Path } from '../diagnostics/diagnostic.ts';
import { replaceWords } from '../edit/replace-words.ts';
import { nodeAt } from '../source/locate.ts';
import { rangeAt, type Source } from '../source/parse.ts';
import type { CheckedFile } from './check-files.ts';
import type { EditedFile } from './edited-file.ts';

/** A report file in which numbers of the prose were replaced with bindings. */
export interface BoundFile extends EditedFile {
  /** How many more numbers agree with the report, but are in a YAML text whose style does not allow braces. */
  readonly left: number;
}

/**
 * Replaces numbers in the prose that agree with the report with bindings. Nothing is written. undefined if the file cannot
 * be read.
 */
export function bindFile({ input, source: before, report, previous, settings }: CheckedFile): BoundFile | undefined {
  if (!report) return undefined;
  const proposed = proposedBindings({ report, previous: previous?.report, settings });
  const { source: after, made } = replaceWords(before, proposed);
  const ends = new Map<Path, number>();
  const changes = made.map(({ path, words, written }) => {
    // The changes of a text are in the order of the file.
    const start = after.text.indexOf(written, ends.get(path) ?? startOf(after, path));
    const end = start + written.length;
    ends.set(path, end);
    const message = `${words} → ${written}`;
    return { line: rangeAt(after.lines, start, end).line, message: { zh: message, en: message } };
  });
  return { input, before, after, changes, left: proposed.length - made.length };
}

function startOf(source: Source, path: Path): number {
  const node = nodeAt(source, path);
  return (isNode(node) && node.range?.[0]) || 0;
}
