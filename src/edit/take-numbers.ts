import type { Text } from '../diagnostics/text.ts';
import { NUMBER_PATTERNS } from '../form/numbers.ts';
import type { Cell } from '../report/cell.ts';
import { type Report, readReport } from '../report/report.ts';
import { sumOf } from '../report/totals.ts';
import type { Source } from '../source/parse.ts';
import { assertOnly } from './assert-only.ts';
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

/** Something about a cell that a person must look at; the report keeps its number. */
export interface NotTaken {
  readonly path: string;
  readonly kind: 'missing' | 'cleared' | 'text' | 'doubtful' | 'both-changed' | 'sum' | 'note' | 'notation';
  readonly message: Text;
}

/** A report file with the numbers of a workbook. */
export interface NumbersTaken {
  /** The same if nothing changes. */
  readonly source: Source;
  readonly taken: readonly TakenNumber[];
  readonly notTaken: readonly NotTaken[];
}

type Judged = { readonly now: string } | NotTaken | undefined;

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
  const wanted = judged.flatMap(([cell, one]) => (one && 'now' in one ? [{ cell, now: one.now }] : []));
  const numbers = new Map(wanted.map(({ cell, now }) => [cell.path, now]));
  const written = writeNumbers(source, report.form, numbers);
  const failed = new Set(written.failed);
  const taken = wanted
    .filter(({ cell }) => !failed.has(cell.path))
    .map(({ cell, now }) => ({ path: cell.path, name: cell.name, was: cell.text, now }));
  const after = readReport(written.source.data);
  assertTaken(source, written.source, report, after, taken);
  const notTaken = [
    ...judged.flatMap(([, one]) => (one && 'kind' in one ? [one] : [])),
    ...wanted.filter(({ cell }) => failed.has(cell.path)).map(({ cell, now }) => notation(cell, now)),
    ...sumsToTell(after, filled, new Set(taken.map(({ path }) => path))),
  ];
  return { source: written.source, taken, notTaken };
}

function judge(
  cell: Cell,
  report: Report,
  filled: ReadonlyMap<string, FilledNumber>,
  made: string | undefined,
): Judged {
  const number = filled.get(cell.path) as FilledNumber;
  const { value, text, sure, missing, note } = number;
  const told = (kind: NotTaken['kind'], zh: string, en: string): NotTaken => ({
    path: cell.path,
    kind,
    message: { zh: `${cell.name}：${zh}`, en: `${cell.name}: ${en}` },
  });
  if (missing)
    return told(
      'missing',
      '表格里没有这一格，报告没有动',
      'the workbook does not have this cell; the report is unchanged',
    );
  // The formula of a total, saved by a program that does not compute.
  if (cell.total && text.startsWith('=')) return undefined;
  if (text.trim() === '') {
    if (cell.text === '' || (cell.total && cell.state === 'computed')) return undefined;
    if (made === '') return undefined;
    return told(
      'cleared',
      `表格里是空的，报告里的 ${cell.text} 没有动`,
      `blank in the workbook; the report keeps ${cell.text}`,
    );
  }
  if (value === undefined || !new RegExp(NUMBER_PATTERNS[cell.kind]).test(value))
    return told(
      'text',
      `“${inCell(text).zh}”不是这一格能填的数，要填${WANTED[cell.kind].zh}`,
      `"${inCell(text).en}" is not a number for this cell; give ${WANTED[cell.kind].en}`,
    );
  if (equal(value, cell.text))
    return noteChanged(cell, note)
      ? told('note', `说明成了“${note ?? ''}”，没有取`, `the note is now "${note ?? ''}" and was not taken`)
      : undefined;
  if (made !== undefined && equal(value, made)) return undefined;
  if (!sure)
    return told(
      'doubtful',
      `“${inCell(text).zh}”读作 ${value}，拿不准，没有取`,
      `"${inCell(text).en}" was read as ${value}, which is not certain, and not taken`,
    );
  if (cell.state === 'computed' || cell.reason === 'total') return undefined;
  if (made !== undefined && !equal(made, cell.text))
    return told(
      'both-changed',
      `表格里从 ${made || '空'} 改成 ${value}，报告里改成了 ${cell.text || '空'}，没有取`,
      `the workbook changed ${made || 'blank'} to ${value}, the report to ${cell.text || 'blank'}; not taken`,
    );
  if (cell.total && !(addsUp(cell, report, filled) ?? !isSumOfKnown(cell, report))) return undefined;
  return { now: value };
}

/** Where the format of a cell hides digits, its text has both numbers: 1.5≈2. */
const inCell = (text: string): Text => ({
  zh: text.replace(/^(.+)≈(.+)$/su, '$1（显示成 $2）'),
  en: text.replace(/^(.+)≈(.+)$/su, '$1 (shown as $2)'),
});

const WANTED: Readonly<Record<Cell['kind'], Text>> = {
  count: { zh: '整数，0 或者更大', en: 'a whole number, 0 or more' },
  change: { zh: '整数，减少的填负数', en: 'a whole number, negative for a decrease' },
  wan_yuan: { zh: '万元的数，最多六位小数', en: 'an amount in 万元 with at most six decimals' },
  yuan: { zh: '元的数，最多两位小数', en: 'an amount in 元 with at most two decimals' },
  amount: { zh: '金额', en: 'an amount' },
};

const noteChanged = (cell: Cell, note: string | undefined): boolean =>
  note !== undefined && note !== (cell.note ?? '').replace(/\s+/gu, ' ');

const notation = ({ path, name }: Cell, now: string): NotTaken => ({
  path,
  kind: 'notation',
  message: {
    zh: `${name}：报告文件里这一处的写法不能自动改，请自己改成 ${now}`,
    en: `${name}: the notation in the report file cannot be edited; change it to ${now} yourself`,
  },
});

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
    const { name, path } = cell;
    return [
      {
        path,
        kind: 'sum',
        message: {
          zh: `${name}：表格里的合计 ${number.text} 不是各项之和，没有取：公式改掉了，或者没有重算（用表格软件打开，保存一次）`,
          en: `${name}: the total ${number.text} in the workbook is not the sum of its parts and was not taken: its formula was overwritten, or not computed again (open the workbook and save it)`,
        },
      },
    ];
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
