import { isRowGroup, leafColumns } from '../form/walk.ts';
import { TO_BE_FILLED_IN } from './cell.ts';
import { operandCells } from './expression.ts';
import type { Report } from './report.ts';

/** The names of the charts: `{{chart "outcomes"}}`. */
export const CHARTS = ['outcomes', 'applicants', 'years'] as const;

export type ChartName = (typeof CHARTS)[number];

/** The data of a chart: numbers of the tables, in 件, to be drawn as bars. */
export interface Chart {
  readonly name: ChartName;
  /** The title: 2023年政府信息公开申请办理结果 */
  readonly title: string;
  /** The years that are compared: one or two. */
  readonly series: readonly string[];
  readonly bars: readonly Bar[];
}

export interface Bar {
  /** 部分公开 */
  readonly label: string;
  /** The cell, row or group that it shows. */
  readonly operand: string;
  /** One number for each year; undefined if it is unknown. */
  readonly values: readonly (number | undefined)[];
}

/**
 * Why there is no chart.
 * - `words`: there is more than the name of a chart
 * - `no-chart`: no chart has this name
 * - `no-previous`: there is no report of the year before
 * - `not-as-previous`: the numbers after the name differ from last year's report; `word` is the first that differs
 */
export interface ChartFault {
  readonly kind: 'words' | 'no-chart' | 'no-previous' | 'not-as-previous';
  readonly word: string;
}

/** Whether an expression is a chart. */
export const isChart = (expression: string): boolean => /^chart(?: |$)/.test(expression);

/** The chart for an expression. `years` can be followed by last year's numbers, in the order of its bars. */
export function chartOf(
  report: Report,
  expression: string,
): { readonly chart: Chart } | { readonly fault: ChartFault } {
  const [, name = '', ...numbers] = expression.split(/ +/);
  if (!isName(name)) return fault('no-chart', name);
  if (name === 'years') return yearsChart(report, numbers);
  if (numbers.length > 0) return fault('words', numbers.join(' '));
  const { title, bars } = name === 'outcomes' ? outcomes(report) : applicants(report);
  return { chart: { name, title: `${yearName(report)}${title}`, series: [yearName(report)], bars } };
}

/** `chart years` followed by last year's numbers, for readers who do not have last year's report. */
export function withLastYear(report: Report, expression: string): string {
  const made = chartOf(report, expression);
  if ('fault' in made || made.chart.name !== 'years') return expression;
  const numbers = made.chart.bars.map(({ values }) => values[1]);
  return numbers.includes(undefined) ? expression : `chart years ${numbers.join(' ')}`;
}

const isName = (name: string): name is ChartName => (CHARTS as readonly string[]).includes(name);
const fault = (kind: ChartFault['kind'], word: string) => ({ fault: { kind, word } });
const yearName = ({ year }: Report): string => (year === undefined ? '本年' : `${year}年`);

type Drawn = Pick<Chart, 'title' | 'bars'>;

/** （一） to （六） of table 三, each with the sum of its rows. */
function outcomes(report: Report): Drawn {
  const rows = report.form.tables.flatMap(({ key, blocks }) => (key === 'applications' ? (blocks[0]?.rows ?? []) : []));
  const group = rows.find(({ key }) => key === 'outcomes');
  const parts = group && isRowGroup(group) ? group.rows.filter((row) => isRowGroup(row) || !row.total) : [];
  return {
    title: '政府信息公开申请办理结果',
    bars: parts.map(({ key, label }) => barOf(report, plainLabel(label), `applications.outcomes.${key}`)),
  };
}

/** The applicants of the applications received in the year: the columns of table 三. */
function applicants(report: Report): Drawn {
  const block = report.form.tables.find(({ key }) => key === 'applications')?.blocks[0];
  const columns = leafColumns(block?.columns ?? []).filter(({ total }) => !total);
  return {
    title: '新收政府信息公开申请的申请人情况',
    bars: columns.map(({ key, label }) => barOf(report, label, `applications.received.${key}`)),
  };
}

const YEARS: readonly (readonly [label: string, operand: string])[] = [
  ['新收申请', 'applications.received.total'],
  ['上年结转', 'applications.carried_over.total'],
  ['办理结果', 'applications.outcomes.total.total'],
  ['结转下年', 'applications.carried_forward.total'],
  ['行政复议', 'reconsideration_and_litigation.reconsideration.total'],
  ['行政诉讼', 'reconsideration_and_litigation.litigation'],
];

function yearsChart(report: Report, numbers: readonly string[]): { chart: Chart } | { fault: ChartFault } {
  const { previous, year } = report;
  const isGiven = numbers.length === YEARS.length && numbers.every((number) => /^(?:0|[1-9][0-9]{0,14})$/.test(number));
  if (numbers.length > 0 && !isGiven) return fault('words', numbers.join(' '));
  if (!previous && !isGiven) return fault('no-previous', 'years');
  const lastYear = YEARS.map(([, operand], index) =>
    isGiven ? Number(numbers[index]) : previous && count(previous, operand),
  );
  const wrong = YEARS.findIndex(([, operand], index) => {
    const known = previous && count(previous, operand);
    return known !== undefined && known !== lastYear[index];
  });
  if (wrong >= 0) return fault('not-as-previous', numbers[wrong] ?? '');
  const before = year === undefined ? '上年' : `${year - 1}年`;
  return {
    chart: {
      name: 'years',
      title: `${yearName(report)}与${before}申请、复议和诉讼情况比较`,
      series: [yearName(report), before],
      bars: YEARS.map(([label, operand], index) => ({
        label,
        operand,
        values: [count(report, operand), lastYear[index]],
      })),
    },
  };
}

const barOf = (report: Report, label: string, operand: string): Bar => ({
  label,
  operand,
  values: [count(report, operand)],
});

/** （二）部分公开（区分处理的，只计这一情形，不计其他情形） -> 部分公开 */
const plainLabel = (label: string): string => label.replace(/^（[^（）]+）/u, '').replace(/（[^（）]+）$/u, '');

function count(report: Report, operand: string): number | undefined {
  return operandCells(report, operand)
    .map((path) => report.cells.get(path)?.value)
    .reduce<number | undefined>(
      (sum, value) => (sum === undefined || typeof value !== 'number' ? undefined : sum + value),
      0,
    );
}

/** 图1　2023年政府信息公开申请办理结果（单位：件） */
export const captionOf = ({ title }: Chart, number: number): string => `图${number}　${title}（单位：件）`;

export const printedValue = (value: number | undefined): string =>
  value === undefined ? TO_BE_FILLED_IN : String(value);

/** A chart in words: 条形图：部分公开3件；新收申请2023年16件、2022年12件。 */
export function wordsOf({ series, bars }: Chart): string {
  const said = bars.map(({ label, values }) => {
    const parts = values.map((value, at) => `${series.length > 1 ? series[at] : ''}${printedValue(value)}件`);
    return `${label}${parts.join('、')}`;
  });
  return `条形图：${said.join('；')}。`;
}
