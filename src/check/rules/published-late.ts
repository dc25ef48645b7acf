import { dayAt, daysBetween, isDay } from '../../report/day.ts';
import type { Rule, RuleInput } from '../rule.ts';
import type { Settings } from '../settings.ts';
import { type Agency, agencyOf, publisherOf } from './shared/agency.ts';

/** A report has a last day of publication: the statutory one, or the one that was configured. */
export const publishedLate: Rule = {
  id: 'published-late',
  severity: 'warning',
  title: { zh: '报告在期限之内发布', en: 'The report is published in time' },
  why: {
    zh: '县级以上人民政府部门的报告在次年 1 月 31 日前公布，县级以上地方人民政府的在 3 月 31 日前公布。乡镇、街道、授权组织和垂直管理机关没有法定日期，按当地通知；通知的日期可以写进配置。更正过的报告以最初的发布日期为准。',
    en: 'Departments of governments of county level and above publish by 31 January of the next year, local governments of county level and above by 31 March. Townships, dispatched organs, authorized organizations and vertical bodies have no statutory date and follow the local notice, which the configuration may give. After a correction the first date counts.',
  },
  source: {
    zh: '《中华人民共和国政府信息公开条例》第四十九条；当地通知另定日期的，以配置为准',
    en: 'Regulations on Open Government Information, article 49; the configuration, where a local notice sets another date',
  },
  example: { good: 'published: 2024-01-31', bad: 'published: 2024-02-01' },
  check: ({ report, settings }: RuleInput) => {
    const published = dayAt(report.data, 'published');
    const due = report.year === undefined ? undefined : deadline(report.year, agencyOf(report), settings);
    if (published === undefined || due === undefined || published <= due) return [];
    const late = daysBetween(due, published);
    return [
      {
        path: ['published'],
        words: published,
        message: {
          zh: `发布日期是 ${published}，期限是 ${due}，晚 ${late} 天`,
          en: `Published on ${published}, due on ${due}: ${late} ${late === 1 ? 'day' : 'days'} late`,
        },
        hint: {
          zh: '写最初的发布日期，更正或者重新发布的日期写在 corrected 里；当地期限不同的，写进配置',
          en: 'Give the date of the first publication; a correction has its own under corrected. Configure a local deadline',
        },
      },
    ];
  },
};

/** The last day, `YYYY-MM-DD`, in the year after the report's; undefined where there is none. */
function deadline(year: number, agency: Agency, { deadlines }: Settings): string | undefined {
  const publisher = publisherOf(agency);
  const day = publisher && (deadlines[publisher] ?? statutory(agency));
  if (day === undefined) return undefined;
  const due = `${year + 1}-${day}`;
  if (isDay(due)) return due;
  // 29 February means the last of the month in any year.
  return day === '02-29' ? `${year + 1}-02-28` : undefined;
}

/** Article 49; the national government has no date in it. */
function statutory(agency: Agency): string | undefined {
  const publisher = publisherOf(agency);
  if (publisher === 'department') return '01-31';
  return publisher === 'government' && agency.level !== 'national' ? '03-31' : undefined;
}
