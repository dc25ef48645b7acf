import { NUMBER_PATTERNS } from '../form/numbers.ts';
import type { Cell } from '../report/cell.ts';
import { type Report, readReport } from '../report/report.ts';
import { sumOf } from '../report/totals.ts';
import type { Source } from '../source/parse.ts';
import { assertOnly } from './assert-only.ts';
import { type NotTaken, notTaken } from './not-taken.ts';
import { writeNumbers } from './write-numbers.ts';

/** A number of a workbook that was filled in. */
export interface FilledNumber {
  readonly path: string;
  /** As a report file has it; undefined if there is none. */
  readonly value?: string | undefined;
  readonly note?: string | undefined;
  /** What stands in the cell. */
  readonly text: string;
  /** It is certain which number is meant, and for which cell. */
  readonly sure: boolean;
  /** Its row or column is not in the workbook. */
  readonly missing: boolean;
}

/** A number that goes into the report file. */
export interface TakenNumber {
  readonly path: string;
  readonly name: string;
  /** The number in the report; empty if unknown. */
  readonly was: string;
  readonly now: string;
}

/** A report file with the numbers of a workbook. */
export interface NumbersTaken {
  /** The same if nothing changes. */
  readonly source: Source;
  readonly taken: readonly TakenNumber[];
  readonly notTaken: readonly NotTaken[];
}

/** The number to take, or why it is not taken; undefined if the workbook did not change it. */
type Judged = { readonly now: string } | NotTaken['kind'] | undefined;

/**
 * Takes the numbers that were changed in a workbook into the report file. `made` has the numbers that the workbook was made
 * with: where the report was changed since, the workbook's old number does not go back. Throws an `Error` if anything but the
 * taken numbers would change, which is a bug of this program.
 */
export function takeNumbers(
  source: Source,
  filled: ReadonlyMap<string, FilledNumber>,
  made?: ReadonlyMap<string, string>,
): NumbersTaken {
  const report = readReport(source.data);
  const cells = [...report.cells.values()].filter(({ path }) => filled.has(path));
  const judged = cells.map((cell) => [cell, judge(cell, report, filled, made?.get(cell.path))] as const);
  const wanted = judged.flatMap(([cell, one]) => (typeof one === 'object' ? [{ cell, now: one.now }] : []));
  const numbers = new Map(wanted.map(({ cell, now }) => [cell.path, now]));
  const written = writeNumbers(source, report.form, numbers);
  const failed = new Set(written.failed);
  const taken = wanted
    .filter(({ cell }) => !failed.has(cell.path))
    .map(({ cell, now }) => ({ path: cell.path, name: cell.name, was: cell.text, now }));
  const after = readReport(written.source.data);
  assertTaken(source, written.source, report, after, taken);
  const told = [
    ...judged.flatMap(([cell, one]) =>
      typeof one === 'string'
        ? [notTaken(one, cell, { ...(filled.get(cell.path) as FilledNumber), made: made?.get(cell.path) })]
        : [],
    ),
    ...wanted
      .filter(({ cell }) => failed.has(cell.path))
      .map(({ cell, now }) => notTaken('notation', cell, { value: now, text: '' })),
    ...sumsToTell(after, filled, new Set(taken.map(({ path }) => path))),
  ];
  return { source: written.source, taken, notTaken: told };
}

function judge(
  cell: Cell,
  report: Report,
  filled: ReadonlyMap<string, FilledNumber>,
  made: string | undefined,
): Judged {
  const { value, text, sure, missing, note } = filled.get(cell.path) as FilledNumber;
  if (missing) return 'missing';
  // The formula of a total, saved by a program that does not compute.
  if (cell.total && text.startsWith('=')) return undefined;
  if (text.trim() === '') {
    const wasBlank = cell.text === '' || (cell.total && cell.state === 'computed') || made === '';
    return wasBlank ? undefined : 'cleared';
  }
  if (value === undefined || !new RegExp(NUMBER_PATTERNS[cell.kind]).test(value)) return 'text';
  if (equal(value, cell.text)) return noteChanged(cell, note) ? 'note' : undefined;
  if (made !== undefined && equal(value, made)) return undefined;
  if (!sure) return 'doubtful';
  if (cell.state === 'computed' || cell.reason === 'total') return undefined;
  if (made !== undefined && !equal(made, cell.text)) return 'both-changed';
  if (cell.total && !(addsUp(cell, report, filled) ?? !isSumOfKnown(cell, report))) return undefined;
  return { now: value };
}

const noteChanged = (cell: Cell, note: string | undefined): boolean =>
  note !== undefined && note !== (cell.note ?? '').replace(/\s+/gu, ' ');

/** Whether two numbers are the same: 25.1 and 25.10, 2 and +2. */
const equal = (one: string, other: string): boolean => plain(one) === plain(other);
const plain = (number: string): string =>
  number
    .replace(/^\+/u, '')
    .replace(/(\.\d*?)0+(?=\D*$)/u, '$1')
    .replace(/\.(?=\D*$)/u, '');

/** Whether a total of the workbook is the sum of its parts there; undefined if a part is not known. */
function addsUp({ path }: Cell, { equations }: Report, filled: ReadonlyMap<string, FilledNumber>): boolean | undefined {
  const definitions = equations.filter(({ identity, left }) => identity.definesLeft && left[0] === path);
  const sums = definitions.map(({ right }) => right.map((part) => filled.get(part)?.value));
  if (sums.some((parts) => parts.includes(undefined))) return undefined;
  const total = Number(filled.get(path)?.value);
  return sums.every((parts) => parts.reduce((sum, part) => sum + Number(part), 0) === total);
}

/** Whether the report knows every part of a total: then the workbook has a formula for it. */
const isSumOfKnown = ({ path }: Cell, { cells, equations }: Report): boolean =>
  equations.some(
    ({ identity, left, right }) => identity.definesLeft && left[0] === path && sumOf(cells, right) !== undefined,
  );

/** Totals of the workbook that are not the sum of its numbers: overwritten, or not computed again after a number was changed. */
function sumsToTell(after: Report, filled: ReadonlyMap<string, FilledNumber>, taken: ReadonlySet<string>): NotTaken[] {
  const isPartTaken = (path: string) =>
    after.equations.some(
      ({ identity, left, right }) => identity.definesLeft && left[0] === path && right.some((part) => taken.has(part)),
    );
  return [...after.cells.values()].flatMap((cell): NotTaken[] => {
    const number = filled.get(cell.path);
    if (!cell.total || number?.value === undefined) return [];
    const isSame = equal(number.value, cell.text);
    if (isSame && !isPartTaken(cell.path)) return [];
    const sound = addsUp(cell, after, filled);
    if (sound || (sound === undefined && isSame)) return [];
    return [notTaken('sum', cell, number)];
  });
}

/** Checks that the file has the numbers taken, and that every other cell and text is as it was. */
function assertTaken(before: Source, now: Source, was: Report, is: Report, taken: readonly TakenNumber[]): void {
  const numbers = new Map(taken.map(({ path, now: number }) => [path, number]));
  const tables = was.form.tables.map(({ key }) => ({
    start: 0,
    end: 0,
    text: '',
    path: key,
    message: { zh: '', en: '' },
  }));
  assertOnly(before.data, now.data, taken.length > 0 ? tables : []);
  for (const cell of was.cells.values()) {
    const after = is.cells.get(cell.path);
    const expected = numbers.get(cell.path) ?? cell.text;
    const follows = cell.total && !numbers.has(cell.path) && after?.state !== 'stated';
    if (!follows && after?.text !== expected)
      throw new Error(`taking numbers made ${cell.path} ${after?.text} instead of ${expected}`);
    if (after?.note !== cell.note) throw new Error(`taking numbers changed the note of ${cell.path}`);
  }
}
