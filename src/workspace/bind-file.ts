import { isNode } from 'yaml';
import { proposedBindings } from '../check/proposed-bindings.ts';
import type { Path } from '../diagnostics/diagnostic.ts';
import { replaceWords } from '../edit/replace-words.ts';
import { nodeAt } from '../source/locate.ts';
import { rangeAt, type Source } from '../source/parse.ts';
import type { CheckedFile } from './check-files.ts';
import type { EditedFile } from './edited-file.ts';

/** A report file whose prose prints cells, where it repeated their numbers. */
export interface BoundFile extends EditedFile {
  /** How many numbers agree with the report but stand in a text that is written in a way that can't hold braces. */
  readonly left: number;
}

/** Numbers of the prose that agree with the report become bindings; nothing is written. undefined for a file that can't be read. */
export function bindFile({ input, source: before, report, previous }: CheckedFile): BoundFile | undefined {
  if (!report) return undefined;
  const proposed = proposedBindings({ report, previous: previous?.report });
  const { source: after, made } = replaceWords(before, proposed);
  const ends = new Map<Path, number>();
  const changes = made.map(({ path, words, written }) => {
    // Within a text they come in the order of the file.
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
