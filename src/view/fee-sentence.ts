import { type FeeField, INFORMATION_PROCESSING_FEE } from '../form/fee.ts';
import { getIn } from '../report/access.ts';
import type { Report } from '../report/report.ts';
import { yearText } from './head.ts';

const { path: FEE, label } = INFORMATION_PROCESSING_FEE;

/**
 * The text of section 六 if the report has none: a sentence about the information processing fee, made from its numbers.
 * Markdown; unknown numbers are bindings.
 */
export function feeSentence(report: Report): string {
  const { cells, data } = report;
  const text = (key: FeeField) => {
    const cell = cells.get(`${FEE}.${key}`);
    return cell && (cell.text || `{{${cell.path}}}`);
  };
  const notices = text('notices_issued');
  const notified = text('amount_notified_yuan');
  const collected = text('amount_collected_yuan');
  const cases = text('cases_collected');
  const figures = [notices, notified, collected, cases].filter((value) => value !== undefined);
  // The fee has a value that is not a number: the sentence must not say that there was no fee or nothing to report.
  if (figures.length === 0 && getIn(data, FEE) !== undefined) return `${label}：{{${FEE}}}。`;
  // Without numbers the sentence says nothing about the fee.
  if (figures.length === 0) return '没有其他需要报告的事项。';
  if (figures.every((value) => Number(value) === 0))
    return `${yearText(report)}年没有收取政府信息公开信息处理费。没有其他需要报告的事项。`;
  const issued = [notices && `发出收费通知${notices}件`, notified && `通知收取${notified}元`]
    .filter(Boolean)
    .join('、');
  const received = [cases && `对${cases}件申请`, collected && `实际收取信息处理费${collected}元`]
    .filter(Boolean)
    .join('');
  return `${yearText(report)}年${[issued, received].filter(Boolean).join('，')}。`;
}
