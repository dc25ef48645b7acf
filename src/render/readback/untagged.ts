import { diffArrays } from 'diff';
import type { PageFault } from '../../diagnostics/page-faults.ts';
import { type Block, joined, looks, visible } from './blocks.ts';
import { differenceAt, NAMED } from './compare.ts';
import type { PdfContent } from './pdf-reading.ts';

/** True if a PDF has text, but no headings and no cells. */
export const isUntagged = ({ blocks, loose }: PdfContent): boolean =>
  loose.length > 0 && blocks.every(({ kind }) => kind === 'text');

/** More changes than this are text that cannot be read. The work grows with their square. */
const MOST_CHANGES = 1500;
/** Of all characters: fonts without the names of their characters give others for some of them. */
const MOST_WRONG = 0.02;

/**
 * Compares the text of a PDF without tags with the expected blocks, character by character, in the order in which it is drawn.
 * What is only added is page numbers and repeated headers, unless it has digits of its own.
 */
export function compareUntagged(
  { blocks, loose }: PdfContent,
  expected: readonly Block[],
): { readonly faults: PageFault[]; readonly isReadable: boolean } {
  const own = joined(expected).map((block) => ({ ...block, text: looks(block.text) }));
  const text = own.map((block) => block.text).join('');
  const shown = looks(visible([...loose, ...blocks.map((block) => block.text)].map(withoutPageNumber).join('')));
  const changes = diffArrays(tokensOf(text), tokensOf(shown), { maxEditLength: MOST_CHANGES })?.map(
    ({ added, removed, value }) => ({ added, removed, value: value.join('') }),
  );
  const gone = changes?.reduce((sum, { removed, value }) => sum + (removed ? value.length : 0), 0) ?? text.length;
  if (!changes || gone > text.length * MOST_WRONG) return { faults: [], isReadable: false };
  const faults: PageFault[] = [];
  let at = 0;
  for (const [index, { added, removed, value }] of changes.entries()) {
    const beside = [changes[index + 1], changes[index - 1]];
    if (removed) faults.push(faultAt(own, at, value, beside.find((one) => one?.added)?.value ?? ''));
    const isAlone = added && !beside.some((one) => one?.removed);
    if (isAlone && /\d/u.test(value) && !text.includes(value)) faults.push(faultAt(own, at, '', value));
    if (!added) at += value.length;
  }
  return { faults: faults.slice(0, NAMED), isReadable: true };
}

const withoutPageNumber = (text: string): string => text.replace(/^\s*—\s*\d+\s*—|—\s*\d+\s*—\s*$/gu, '');

/** Numbers as a whole, so that a digit is not taken for the same digit of another number; all else by characters. */
const tokensOf = (text: string): string[] => text.match(/[\d.]+|[^\d.]/gu) ?? [];

/** The fault where a text is gone and another has come, at an offset in all blocks together. */
function faultAt(blocks: readonly Block[], offset: number, gone: string, come: string): PageFault {
  // Numbers of several cells are one where they are drawn one behind the other.
  let [same, sameEnd] = [0, 0];
  while (same < gone.length && gone[same] === come[same]) same++;
  while (sameEnd < Math.min(gone.length, come.length) - same && gone.at(-1 - sameEnd) === come.at(-1 - sameEnd))
    sameEnd++;
  const at = offset + same;
  let start = 0;
  const block = blocks.find(({ text }) => {
    if (at < start + text.length) return true;
    start += text.length;
    return false;
  }) ?? { kind: 'text' as const, text: '' };
  const from = Math.max(0, at - start);
  const found =
    block.text.slice(0, from) +
    come.slice(same, come.length - sameEnd) +
    block.text.slice(from + gone.length - same - sameEnd);
  return differenceAt(block, { ...block, text: found });
}
