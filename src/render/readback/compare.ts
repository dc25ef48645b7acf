import { diffArrays } from 'diff';
import { type PageFault, pageContent } from '../../diagnostics/page-faults.ts';
import { withoutNumber } from '../../writing/numerals.ts';
import { type Block, type JoinedBlock, joined, looks } from './blocks.ts';

/** The number of differences to report: one mistake can affect many cells. */
export const NAMED = 20;
/** More changes than this are another document. The work grows with their square. */
const MOST_CHANGES = 1000;
/** The number of characters to quote before and after a difference. */
const AROUND = 8;

/**
 * Compares the blocks of a finished file with the expected ones. Returns the differences; an empty list if there are
 * none.
 */
export function compareBlocks(expected: readonly Block[], found: readonly Block[]): PageFault[] {
  const [ours, theirs] = [expected, found].map((blocks) => joined(blocks).map(withLook)) as [Looking[], Looking[]];
  const comparator = (one: Looking, other: Looking) => one.kind === other.kind && one.look === other.look;
  const changes = diffArrays(ours, theirs, { comparator, maxEditLength: MOST_CHANGES });
  if (!changes) {
    const first = ours.findIndex((block, index) => !theirs[index] || !comparator(block, theirs[index]));
    const at = first < 0 ? ours.length : first;
    return differences(ours.slice(at, at + 1), theirs.slice(at, at + 1));
  }
  const faults: PageFault[] = [];
  for (let index = 0; index < changes.length && faults.length < NAMED; index++) {
    const change = changes[index];
    if (!change || !(change.added || change.removed)) continue;
    const next = changes[index + 1];
    const isPair = next !== undefined && (next.added || next.removed) && next.added !== change.added;
    if (isPair) index++;
    const [gone, come] = change.removed ? [change, isPair ? next : undefined] : [isPair ? next : undefined, change];
    faults.push(...differences((gone?.value ?? []).slice(0, NAMED), (come?.value ?? []).slice(0, NAMED)));
  }
  return faults.slice(0, NAMED);
}

interface Looking extends JoinedBlock {
  readonly look: string;
}

const withLook = (block: JoinedBlock): Looking => ({ ...block, look: looks(block.text) });

/** Pairs blocks that differ; blocks without a partner are missing or surplus. */
function differences(expected: readonly Block[], found: readonly Block[]): PageFault[] {
  if (found.length === 0 && expected.length >= RUN) return [missingRun(expected)];
  if (expected.length === 0 && found.length >= RUN) return [surplusRun(found)];
  const count = Math.max(expected.length, found.length);
  return Array.from({ length: count }, (_, index) => {
    const [gone, come] = [expected[index], found[index]];
    if (gone && come) return differenceAt(gone, come);
    return gone ? missing(gone) : surplus(come as Block);
  });
}

/** The fault for a block with another text. */
export const differenceAt = (expected: Block & Partial<JoinedBlock>, found: Block): PageFault =>
  expected.kind === 'text' ? otherText(expected, found) : other(expected, found);

function other(expected: Block, found: Block): PageFault {
  const zh = `文件里是“${shortened(found.text)}”，应为“${shortened(expected.text)}”`;
  const en = `The file has "${shortened(found.text)}" instead of "${shortened(expected.text)}"`;
  if (expected.path !== undefined) return fault(zh, en, { path: expected.path });
  const { start, end } = differing(expected.text, found.text);
  return fault(zh, en, { words: expected.text, focus: wholeNumber(expected.text, start, end) });
}

/** Quotes only the parts of two texts that differ. */
function otherText(expected: Block & Partial<JoinedBlock>, found: Block): PageFault {
  const { start, end, foundEnd } = differing(expected.text, found.text);
  const quote = (text: string, to: number) => {
    const [from, until] = [Math.max(0, start - AROUND), Math.min(to + AROUND, start + 4 * AROUND, text.length)];
    return `${from > 0 ? '…' : ''}${text.slice(from, until)}${until < text.length ? '…' : ''}`;
  };
  const [has, should] = [quote(found.text, foundEnd), quote(expected.text, end)];
  const [from, to] = wholeNumber(expected.text, start, end);
  const first = Math.max(0, from - 2 * AROUND);
  const chart = expected.charts?.find((one) => one.from <= start && start < one.to)?.chart;
  return fault(`文件里的文字是“${has}”，应为“${should}”`, `The file's text says "${has}" instead of "${should}"`, {
    words: expected.text.slice(first, to + 2 * AROUND),
    focus: [from - first, to - first],
    ...(chart !== undefined && { chart }),
  });
}

/** Where two texts differ: from the same start to an end in each. */
function differing(expected: string, found: string): { start: number; end: number; foundEnd: number } {
  const [ours, theirs] = [looks(expected), looks(found)];
  let start = 0;
  while (start < ours.length && ours[start] === theirs[start]) start++;
  let [end, foundEnd] = [ours.length, theirs.length];
  while (end > start && foundEnd > start && ours[end - 1] === theirs[foundEnd - 1]) {
    end--;
    foundEnd--;
  }
  return { start, end, foundEnd };
}

/** The range with all of the numbers at its ends; at least one character. */
function wholeNumber(text: string, start: number, end: number): [number, number] {
  const first = Math.min(start, Math.max(0, text.length - 1));
  let [from, to] = [first, Math.max(end, Math.min(first + 1, text.length))];
  while (from > 0 && NUMBER.test(text.slice(from - 1, from + 1))) from--;
  while (to < text.length && NUMBER.test(text.slice(to - 1, to + 1))) to++;
  return [Math.min(from, to), to];
}
const NUMBER = /^[\d.][\d.]$/u;

const missing = (expected: Block): PageFault =>
  fault(`文件里没有“${start(expected)}”`, `The file does not show "${start(expected)}"`, at(expected));

/** A row or a section is one difference. */
const RUN = 3;
function missingRun(expected: readonly Block[]): PageFault {
  const [first, last] = [expected[0], expected.at(-1)] as [Block, Block];
  return fault(
    `文件里少了一段，从“${start(first)}”到“${start(last)}”，共 ${expected.length} 处`,
    `The file does not show what is between "${start(first)}" and "${start(last)}" (${expected.length} texts)`,
    at(expected.find(({ path }) => path !== undefined) ?? first),
  );
}

const surplusRun = (found: readonly Block[]): PageFault =>
  fault(
    `文件里多出一段，从“${start(found[0] as Block)}”到“${start(found.at(-1) as Block)}”，共 ${found.length} 处`,
    `The file shows more than the report: "${start(found[0] as Block)}" to "${start(found.at(-1) as Block)}" (${found.length} texts)`,
    {},
  );

const surplus = (found: Block): PageFault =>
  fault(`文件里多出“${start(found)}”`, `The file shows "${start(found)}", which is not in the report`, {});

/** The fault for prose that a file does not show. */
export const missingText = (text: string): PageFault => missing({ kind: 'text', text });

const start = ({ text }: Block): string => shortened(text);

export const shortened = (text: string): string => (text.length > 4 * AROUND ? `${text.slice(0, 4 * AROUND)}…` : text);

/** The place in the report: the path of a cell, or else the words. */
const at = ({ kind, path, text }: Block): Pick<PageFault, 'path' | 'words'> =>
  path !== undefined
    ? { path }
    : {
        words: kind === 'heading' ? withoutNumber(text) : text,
      };

const fault = (zh: string, en: string, place: Pick<PageFault, 'path' | 'words' | 'focus' | 'chart'>): PageFault => ({
  rule: pageContent.id,
  message: { zh, en },
  ...place,
});
