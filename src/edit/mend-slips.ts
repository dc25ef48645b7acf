import { parse, type Source } from '../source/parse.ts';
import { FENCE } from '../source/slips/fence.ts';
import type { Slip } from '../source/slips/slip.ts';
import { applyEdits, type Correction, type FixChange } from './edit.ts';

/** Mending one slip can show another, such as a comma in a map whose brace was full-width. */
const MOST_ROUNDS = 5;

/** A file whose slips are mended as far as is certain, so that YAML can read it; undefined if it cannot be read even then. */
export function mendSlips(source: Source): { source: Source; changes: FixChange[] } | undefined {
  let here = source;
  let changes: FixChange[] = [];
  for (let round = 0; round < MOST_ROUNDS && here.slips.some(({ edits }) => edits.length > 0); round++) {
    const slips = apart(here.slips);
    const text = applyEdits(
      here.text,
      slips.flatMap(({ edits }) => edits),
    );
    if (wordsOf(here.text) !== wordsOf(text)) return undefined;
    const next = parse(text, source.file);
    const line = (at: number) => next.lines.linePos(offsetAfter(slips, at)).line;
    const added = slips
      .filter(({ edits }) => edits.length > 0)
      .map(({ start, done }) => ({ path: '', message: done, line: line(start) }));
    changes = [...changes, ...added];
    here = next;
    if (here.data !== undefined) return { source: here, changes };
  }
  return undefined;
}

/** Removes invisible characters and quotation marks, and writes texts that lost their paragraphs or words as a block. */
export function correctRemarks({ remarks }: Source): Correction[] {
  const taken = new Set<string>();
  return remarks.flatMap(({ edits, path, done }) => {
    const dotted = path.join('.');
    // One edit of a value at a time: the next run of this step sees the rest.
    const [edit] = edits;
    if (!edit || taken.has(dotted)) return [];
    taken.add(dotted);
    return [{ ...edit, path: dotted, message: done }];
  });
}

function offsetAfter(slips: readonly Slip[], at: number): number {
  const before = slips.flatMap(({ edits }) => edits).filter(({ end }) => end <= at);
  return before.reduce((offset, { start, end, text }) => offset + text.length - (end - start), at);
}

/** The slips whose edits do not overlap with those of an earlier one; the next round mends the others. */
function apart(slips: readonly Slip[]): Slip[] {
  const edits = slips.flatMap((slip) => slip.edits.map((edit) => ({ slip, ...edit })));
  const late = new Set<Slip>();
  let done = 0;
  for (const { slip, start, end } of edits.sort((a, b) => a.start - b.start)) {
    if (start < done) late.add(slip);
    else done = end;
  }
  return slips.filter((slip) => !late.has(slip));
}

const FENCES = new RegExp(FENCE, 'gim');

/** All letters and digits. Signs, spaces and marks of code blocks may change and a comment may move, but nothing else. */
const wordsOf = (text: string): string =>
  [
    ...text
      .replace(FENCES, '')
      .normalize('NFKC')
      .replace(/[\s\p{P}\p{S}\p{Cf}]/gu, ''),
  ]
    .sort()
    .join('');
