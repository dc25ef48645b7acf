import type { Text } from '../../diagnostics/text.ts';
import { dayAt, daysBetween } from '../../report/day.ts';
import type { Rule, RuleInput } from '../rule.ts';
import { type Deadline, deadlinesOf } from './shared/deadlines.ts';

/** Checks the deadline: that of the Regulations, of the notice, or a local one from the settings. */
export const publishedLate: Rule = {
  id: 'published-late',
  severity: 'warning',
  title: { zh: '报告在期限之内发布', en: 'The report is published by the deadline' },
  why: {
    zh: '《条例》要求县级以上人民政府部门的报告在次年 1 月 31 日前公布，县级以上地方人民政府的在 3 月 31 日前公布。2021 年的通知对本行政区域的汇总报告要求更早：县级 2 月 20 日，设区的市级 3 月 10 日，省级 3 月 31 日；乡镇 1 月 31 日，垂直管理部门全系统的报告 3 月 31 日；2019、2020 年度的报告不适用。街道、开发区、授权组织和垂直管理部门本机关的报告没有全国统一的日期，按当地通知；通知的日期可以写进配置。更正过的报告以最初的发布日期为准。',
    en: 'Under the Regulations, departments of governments of county level and above publish by 31 January of the next year, and local governments of county level and above by 31 March. The 2021 notice sets earlier dates for aggregate reports of an area: counties 20 February, cities 10 March, provinces 31 March. Townships publish by 31 January, and the aggregate report of a vertically managed system is due on 31 March. The notice does not apply to the reports for 2019 and 2020. Dispatched agencies, authorized organizations and vertically managed agencies that report only on themselves do not have a national deadline; they follow the local notice, whose date you can put in the settings. After a correction the first publication date counts.',
  },
  source: {
    zh: '《中华人民共和国政府信息公开条例》第四十九条；国办公开办函〔2021〕30号；当地通知另定日期的，以配置为准',
    en: 'Open Government Information Regulations, article 49; notice 国办公开办函〔2021〕30号; if a local notice sets another date, the settings',
  },
  example: { good: 'published: 2024-01-31', bad: 'published: 2024-02-01' },
  check: ({ report, settings }: RuleInput) => {
    const published = dayAt(report.data, 'published');
    if (published === undefined) return [];
    const missed = deadlinesOf(report, settings).filter(({ day }) => day < published);
    if (missed.length === 0) return [];
    return [
      {
        path: ['published'],
        words: published,
        message: {
          zh: `发布日期是 ${published}，${missed.map((one) => late(one, published).zh).join('；')}`,
          en: `The publication date is ${published}, ${missed.map((one) => late(one, published).en).join('; ')}`,
        },
        hint: Number(published.slice(0, 4)) > Number(report.year) + 1 ? CHECK_YEARS : FIRST_DATE,
      },
    ];
  },
};

const FIRST_DATE: Text = {
  zh: '写最初的发布日期，更正或者重新发布的日期写在 corrected 里；当地期限不同的，写进配置',
  en: 'Give the date of the first publication; the date of a correction belongs in corrected. If there is a local deadline, put it in the settings',
};
/** Nobody publishes so late: one of the two years is wrong, or it is not the first date. */
const CHECK_YEARS: Text = {
  zh: '先核对发布日期的年份和年度（year），多半有一个写错了；重新发布的，写最初的发布日期',
  en: 'Check the year of the publication date and the year of the report first: one of them is probably wrong. If the report was published again, give the date of the first publication',
};

function late({ day, source }: Deadline, published: string): Text {
  const days = daysBetween(day, published);
  return {
    zh: `期限是 ${day}，晚 ${days} 天（${source.zh}）`,
    en: `${days} ${days === 1 ? 'day' : 'days'} after the deadline ${day} (${source.en})`,
  };
}
