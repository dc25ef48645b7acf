import { TO_BE_FILLED_IN } from '../report/cell.ts';
import type { Report } from '../report/report.ts';
import { chineseDate } from '../writing/numerals.ts';
import { figuresOf } from './review-figures.ts';
import type { ReviewNotes, ReviewView } from './review-view.ts';
import { titleWords } from './title-words.ts';

/** What the sheet says of a report besides its figures. */
export interface ReviewFacts {
  /** The last days for publication, `YYYY-MM-DD`, and who sets them; undefined if they depend on something unknown. */
  readonly deadlines: readonly { readonly day: string; readonly source: string }[] | undefined;
  readonly state: string;
  readonly notes: readonly ReviewNotes[];
  /** The name of last year's file. */
  readonly previous: string | undefined;
  readonly origin: string;
}

/** Makes the sheet for sign-off from a report with any mistakes. Every figure is in the report or a sum of its rows. */
export function reviewView(report: Report, { deadlines, previous, state, notes, origin }: ReviewFacts): ReviewView {
  const { year } = report;
  const title = `${year === undefined ? '' : `${year}年`}政府信息公开工作年度报告审签单`;
  return {
    title,
    titleParts: titleWords(title).map(({ text }) => text),
    deadline: deadlines
      ? deadlines.map(({ day, source }) => `${chineseDate(day)}（${source}）`).join('；') || NO_DEADLINE
      : UNKNOWN_DEADLINE,
    state,
    years: year === undefined ? ['本年', '上年'] : [`${year}年`, `${year - 1}年`],
    figures: figuresOf(report),
    remark: report.previous && previous !== undefined ? `上年的数取自 ${previous}。` : NO_PREVIOUS,
    notes,
    origin,
  };
}

const NO_DEADLINE = '没有全国统一的日期，按当地通知';
const UNKNOWN_DEADLINE = `〔年度、机关的层级和类型${TO_BE_FILLED_IN}〕`;
const NO_PREVIOUS =
  '没有可以比较的上年报告（previous），上年的数没有列；只有“结转下年度”的上年数取自本报告的“上年结转”。';
