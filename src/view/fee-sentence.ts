import { INFORMATION_PROCESSING_FEE } from '../form/fee.ts';
import type { Report } from '../report/report.ts';

type Field = (typeof INFORMATION_PROCESSING_FEE)['fields'][number]['key'];

/** What section six says where the report writes no text of its own: the information processing fee, from its numbers. */
export function feeSentence({ cells, year }: Report): string {
  const text = (key: Field) => cells.get(`${INFORMATION_PROCESSING_FEE.path}.${key}`)?.text;
  const notices = text('notices_issued');
  const notified = text('amount_notified_yuan');
  const collected = text('amount_collected_yuan');
  const cases = text('cases_collected');
  const figures = [notices, notified, collected, cases].filter((value) => value !== undefined);
  // Without figures nothing is claimed about the fee.
  if (figures.length === 0) return '没有其他需要报告的事项。';
  if (figures.every((value) => Number(value) === 0))
    return `${year}年没有收取政府信息公开信息处理费。没有其他需要报告的事项。`;
  const issued = [notices && `发出收费通知${notices}件`, notified && `通知收取${notified}元`]
    .filter(Boolean)
    .join('、');
  const received = [cases && `对${cases}件申请`, collected && `实际收取信息处理费${collected}元`]
    .filter(Boolean)
    .join('');
  return `${year}年${[issued, received].filter(Boolean).join('，')}。`;
}
