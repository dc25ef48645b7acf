import { say, type Text } from '../../diagnostics/text.ts';
import type { Report } from '../../report/report.ts';
import { type Candidate, candidatesIn, exact, exactSum } from '../evaluate.ts';
import type { Figure } from '../lex/figures.ts';
import { cellsOf, type Quantity, WHOLES } from '../quantity.ts';
import type { Flow, Judged, List, Outcomes } from '../statement.ts';

const sumOf = (figures: readonly Figure[]): number => exactSum(figures.map(({ value }) => value));

/** True if the report has this number. */
function isInTables(quantity: Quantity | undefined, figure: Figure, report: Report): boolean {
  return quantity !== undefined && candidatesIn(report, cellsOf(quantity)).some(({ value }) => value === figure.value);
}

/** The sum of the parts is the total; any of the sets of parts that can be meant will do. */
export function compareList(statement: List, report: Report): Judged {
  const { whole, parts, others, quantities, complete } = statement;
  const candidates = candidatesIn(report, statement.cells);
  const base: Judged = { statement, verdict: 'open', value: whole.value, candidates };
  const isMoney = whole.kind === 'money';
  const fitting = [parts, ...others].find((figures) => figures.length > 1 && sumOf(figures) === whole.value);
  if (fitting) return { ...base, verdict: 'agrees', computed: addition(valuesOf(fitting), isMoney) };
  const sum = sumOf(parts);
  const gap = Math.abs(sum - whole.value);
  const isClose = gap <= whole.value / 100 || (gap === 1 && (parts.length > 2 || whole.value >= 20));
  if (!complete && !isClose) return { ...base, reason: { reason: 'several' } };
  // All these numbers agree with the tables, so the difference is a part that is not named.
  if ([whole, ...parts].every((figure, index) => isInTables(quantities[index], figure, report)))
    return { ...base, reason: { reason: 'several' } };
  return { ...base, verdict: 'contradicts', computed: differs(addition(valuesOf(parts), isMoney), whole, sum) };
}

const valuesOf = (figures: readonly Figure[]): number[] => figures.map(({ value }) => value);

/** 290＋420＝710 元; money is in yuan, whatever the unit in the text. */
function addition(values: readonly number[], isMoney = false): Text {
  const [zh, en] = ['＋', ' + '].map((plus) => values.join(plus));
  const sum = exactSum(values);
  return say(`${zh}＝${sum}${isMoney ? ' 元' : ''}`, `${en} = ${sum}${isMoney ? ' yuan' : ''}`);
}

function differs({ zh, en }: Text, { kind, value }: Figure, sum: number): Text {
  const [yuan, inYuan] = kind === 'money' ? [' 元', ' yuan'] : ['', ''];
  const difference = exact(Math.abs(value - sum));
  return say(
    `${zh}，总数是 ${value}${yuan}，相差 ${difference}${yuan}`,
    `${en}; the total is ${value}${inYuan}; a difference of ${difference}${inYuan}`,
  );
}

/** The groups of table 三 add up to all concluded applications. */
export function compareOutcomes(statement: Outcomes, report: Report): Judged {
  const { parts, forward, totals } = statement;
  const sum = sumOf(parts);
  const candidates = candidatesIn(report, WHOLES);
  const fits = (value: number) => value === sum || value === sum + (forward?.value ?? 0);
  const base: Judged = { statement, verdict: 'open', value: sum, candidates, fits };
  const added = addition(valuesOf(parts));
  const agrees = totals.some(({ value }) => fits(value)) || candidates.some(({ value = Number.NaN }) => fits(value));
  if (agrees) return { ...base, verdict: 'agrees', computed: added };
  const [concluded] = candidates;
  if (concluded?.value === undefined || candidates.some(({ complete }) => !complete))
    return { ...base, reason: { reason: 'blank' } };
  const isBare = parts.some(({ kind }) => kind === 'bare');
  // The sentence's own total is that of the table, so the list is wrong; else it may be a list of something else.
  const certain = !isBare && totals.some((total) => candidates.some(({ value }) => value === total.value));
  return {
    ...base,
    verdict: 'contradicts',
    computed: differsFrom(concluded, sum, added),
    ...(certain && { certain: true as const }),
  };
}

const differsFrom = ({ value = 0 }: Candidate, sum: number, { zh, en }: Text): Text =>
  say(
    `各类结果 ${zh}，表里的“（七）总计”是 ${value}，相差 ${Math.abs(value - sum)}`,
    `the outcomes ${en}; （七）总计 in the table is ${value}; a difference of ${Math.abs(value - sum)}`,
  );

/** Received (with those carried over) = concluded + carried forward. */
export function compareFlow(statement: Flow, report: Report): Judged {
  const { came, over, finished, forward, quantities } = statement;
  const carried = over?.value ?? 0;
  const out = finished.value + forward.value;
  const figures = [came.figure, over, finished, forward].flatMap((one) => one ?? []);
  const [into, all] = [came.figure.value, came.figure.value + carried];
  const agrees = into === out || all === out || into === out + carried || all === out + carried;
  const base: Judged = { statement, verdict: 'open', value: into, candidates: [] };
  // 收到 can include those carried over: the nearer of the two sums is meant.
  const isWithin = !over || (came.event !== 'new' && Math.abs(into - out) <= Math.abs(all - out));
  const left = sideOf([[came.event, came.figure], ...(over && !isWithin ? [['carried_over', over] as const] : [])]);
  const right = sideOf([
    ['finished', finished],
    ['carried_forward', forward],
  ]);
  if (agrees)
    return {
      ...base,
      verdict: 'agrees',
      computed: say(`${left.text.zh}，${right.text.zh}`, `${left.text.en}; ${right.text.en}`),
    };
  // A flow with a part untold, or whose numbers are all right: a number that the sentence does not name makes the difference.
  const isRight = figures.every((figure, index) => isInTables(quantities[index], figure, report));
  if (!over || isRight) return { ...base, reason: { reason: 'several' } };
  const difference = Math.abs(left.sum - right.sum);
  const computed = say(
    `${left.text.zh}，${right.text.zh}，相差 ${difference}`,
    `${left.text.en}; ${right.text.en}; a difference of ${difference}`,
  );
  return { ...base, verdict: 'contradicts', computed };
}

const NAMES: Readonly<Record<string, Text>> = {
  new: say('新收', 'received'),
  received: say('收到', 'received'),
  handled: say('收办', 'handled'),
  carried_over: say('上年结转', 'carried over'),
  finished: say('办结', 'concluded'),
  carried_forward: say('结转下年', 'carried forward'),
};

/** One side of the balance as it adds up: 新收 46＋上年结转 3＝49. */
function sideOf(terms: readonly (readonly [string, Figure])[]): { text: Text; sum: number } {
  const sum = terms.reduce((total, [, { value }]) => total + value, 0);
  const told = (language: keyof Text) => terms.map(([event, { value }]) => `${NAMES[event]?.[language]} ${value}`);
  const [zh, en] = terms.length > 1 ? [`＝${sum}`, ` = ${sum}`] : ['', ''];
  return { text: say(told('zh').join('＋') + zh, told('en').join(' + ') + en), sum };
}
