import { get, getIn, textIn } from '../report/access.ts';
import type { Report } from '../report/report.ts';
import { chineseDate } from './words.ts';

const CONTACT = { address: '地址', postcode: '邮编', phone: '电话', fax: '传真', email: '电子邮箱' } as const;

/** The preface for a report that has none of its own: legal basis, period and contact. Markdown. */
export function defaultPreface(report: Report): string {
  const { form, agencyName } = report;
  const basis = `本报告由${agencyName}根据《中华人民共和国政府信息公开条例》和《${form.notice.title}》（${form.notice.number}）编制。`;
  const parts = `全文包括${form.sections.join('、')}六个部分。`;
  return [basis + parts + period(report) + contact(report)].join('');
}

/** The first and last day of the report, `YYYY-MM-DD`; the whole year unless it states another. */
export function periodOf({ data, year }: Report): { from: string; to: string } {
  return {
    from: textIn(data, 'period.from') ?? `${year}-01-01`,
    to: textIn(data, 'period.to') ?? `${year}-12-31`,
  };
}

function period(report: Report): string {
  const { from, to } = periodOf(report);
  return `所列数据的统计期限自${chineseDate(from)}起至${chineseDate(to)}止。`;
}

function contact({ data, agencyName }: Report): string {
  const given = getIn(data, 'agency.contact');
  const details = Object.entries(CONTACT).flatMap(([key, label]) => {
    const text = textIn(given, key);
    return text === undefined ? [] : [`${label}：${text}`];
  });
  if (details.length === 0) return '';
  const office = get(given, 'office');
  return `如对本报告有疑问，请与${agencyName}${typeof office === 'string' ? office : ''}联系（${details.join('；')}）。`;
}
