import { withAddresses } from '../prose/addresses.ts';
import { getIn, textIn } from '../report/access.ts';
import type { Report } from '../report/report.ts';
import { escapeMarkup } from '../writing/markup.ts';
import { agencyText, periodText } from './head.ts';

const CONTACT = { address: '地址', postcode: '邮编', phone: '电话', fax: '传真', email: '电子邮箱' } as const;

/** The preface, as HTML, for a report that has none: legal basis, period and contact. */
export function defaultPreface(report: Report): string {
  const { form } = report;
  const basis = `本报告由${agencyText(report)}根据《中华人民共和国政府信息公开条例》和《${form.notice.title}》（${form.notice.number}）编制。`;
  const parts = `全文包括${form.sections.join('、')}六个部分。`;
  return `<p>${escapeMarkup(basis + parts + period(report))}</p>${contact(report)}`;
}

function period(report: Report): string {
  const { from, to } = periodText(report);
  return `所列数据的统计期限自${from}起至${to}止。`;
}

function contact(report: Report): string {
  const given = getIn(report.data, 'agency.contact');
  const details = Object.entries(CONTACT).flatMap(([key, label]) => {
    const text = textIn(given, key);
    if (text === undefined) return [];
    return [`${label}：${withAddresses(text)}`];
  });
  if (details.length === 0) return '';
  const whom = agencyText(report) + (textIn(given, 'office') ?? '');
  return `\n<p>如对本报告有疑问，请与${escapeMarkup(whom)}联系（${details.join('；')}）。</p>`;
}
