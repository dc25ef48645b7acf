import { TO_BE_FILLED_IN } from '../report/cell.ts';
import { chartOf } from '../report/charts.ts';
import { evaluate, operandCells, percent } from '../report/expression.ts';
import { fenOf, moneyText } from '../report/money.ts';
import type { Report } from '../report/report.ts';
import type { FigureGroup, FigureRow } from './review-view.ts';

/** A figure of the sheet: its short name, and the cell, row or group whose total it is. */
type Figure = readonly [label: string, operand: string];

const DISCLOSURE: readonly Figure[] = [
  ['规章制发', 'rules.issued'],
  ['规章废止', 'rules.repealed'],
  ['规章现行有效', 'rules.in_force'],
  ['规范性文件制发', 'normative_documents.issued'],
  ['规范性文件废止', 'normative_documents.repealed'],
  ['规范性文件现行有效', 'normative_documents.in_force'],
  // The 2019 form has these columns instead.
  ['规章新制作', 'rules.newly_made'],
  ['规章新公开', 'rules.newly_disclosed'],
  ['规章对外公开总数', 'rules.total_disclosed'],
  ['规范性文件新制作', 'normative_documents.newly_made'],
  ['规范性文件新公开', 'normative_documents.newly_disclosed'],
  ['规范性文件公开总数', 'normative_documents.total_disclosed'],
  ['行政许可决定', 'administrative_licensing.decisions'],
  ['其他对外管理服务', 'other_external_management_services.decisions'],
  ['行政处罚决定', 'administrative_penalties.decisions'],
  ['行政强制决定', 'administrative_compulsion.decisions'],
  ['事业性收费（万元）', 'administrative_fees.amount_wan_yuan'],
  ['政府集中采购项目', 'government_procurement.projects'],
  ['政府集中采购总金额', 'government_procurement.total_amount'],
].map(([label, path]) => [label as string, `active_disclosure.${path}`]);

const RESULTS: readonly Figure[] = [
  ['结果维持', 'upheld'],
  ['结果纠正', 'corrected'],
  ['其他结果', 'other_result'],
  ['尚未审结', 'pending'],
  ['总计', 'total'],
];

const CARRIED_FORWARD = 'applications.carried_forward';
const CARRIED_OVER = 'applications.carried_over';
/** There is no number to print. */
const NONE = '—';

/** The figures of a report beside last year's, in four groups. A figure that the form does not have is left out. */
export function figuresOf(report: Report): FigureGroup[] {
  const group = (title: string, figures: readonly Figure[]): FigureGroup => ({
    title,
    rows: figures
      .filter(([, operand]) => operandCells(report, operand).length > 0)
      .map(([label, operand]) => rowOf(report, label, operand)),
  });
  const cases = (key: string): Figure[] =>
    RESULTS.map(([label, column]) => [label, `reconsideration_and_litigation.${key}.${column}`]);
  return [
    group('依申请公开（件）', applications(report)),
    group('主动公开（件）', DISCLOSURE),
    group('行政复议（件）', cases('reconsideration')),
    group('行政诉讼（件）', cases('litigation')),
  ];
}

/** （一）to（六）of 本年度办理结果 have the names and the sums of the chart of outcomes. */
function applications(report: Report): Figure[] {
  const made = chartOf(report, 'chart outcomes');
  const outcomes = 'fault' in made ? [] : made.chart.bars.map(({ label, operand }): Figure => [label, operand]);
  return [
    ['本年新收', 'applications.received'],
    ['上年结转', CARRIED_OVER],
    ...outcomes,
    ['办理结果总计', 'applications.outcomes.total'],
    ['结转下年度', CARRIED_FORWARD],
  ];
}

function rowOf(report: Report, label: string, operand: string): FigureRow {
  const now = figureAt(report, operand);
  const before = lastYears(report, operand);
  const { change, percent: share } = now && before ? changeOf(now, before) : UNCHANGED;
  return {
    label,
    now: breakable(now?.text ?? TO_BE_FILLED_IN),
    before: breakable(before?.text ?? NONE),
    change: breakable(change),
    percent: breakable(share),
  };
}

/** A longer number may be broken in its column; zero-width spaces say where. */
const LONG = /.{7}(?=.{5})/gu;
const BREAK = '\u200b';

const breakable = (number: string): string => number.replace(LONG, `$&${BREAK}`);

/** Whether a row of figures may take a second line. */
export const mayBreak = ({ now, before, change, percent: share }: FigureRow): boolean =>
  [now, before, change, share].some((number) => number.includes(BREAK));

const UNCHANGED = { change: NONE, percent: NONE };

/** Without last year's report, what was carried over is what it carried forward. */
function lastYears(report: Report, operand: string): Amount | undefined {
  if (report.previous) return figureAt(report.previous, operand);
  return operand === CARRIED_FORWARD ? figureAt(report, CARRIED_OVER) : undefined;
}

/** A number as printed, and exactly: cases, or money in 分. */
interface Amount {
  readonly text: string;
  readonly exact: bigint | undefined;
  readonly money: boolean;
}

/** Undefined if the number is unknown or the form does not have it. */
function figureAt(report: Report, operand: string): Amount | undefined {
  const cell = report.cells.get(operand);
  if (cell && cell.kind !== 'count') {
    const exact = cell.kind === 'wan_yuan' ? fenOf(cell) : undefined;
    return cell.state === 'unknown' ? undefined : { text: cell.text, exact, money: true };
  }
  const sum = evaluate(report, `sum ${operand}`);
  if ('fault' in sum || sum.text === '') return undefined;
  return { text: sum.text, exact: BigInt(sum.text), money: false };
}

function changeOf({ exact: now, money }: Amount, { exact: before }: Amount): Pick<FigureRow, 'change' | 'percent'> {
  if (now === undefined || before === undefined) return UNCHANGED;
  if (now === before) return { change: '持平', percent: NONE };
  const difference = now > before ? now - before : before - now;
  const sign = now > before ? '+' : '−';
  return {
    change: sign + (money ? moneyText(difference, 'wan_yuan') : String(difference)),
    percent: before === 0n ? NONE : `${sign}${percent(difference, before, 1)}%`,
  };
}
