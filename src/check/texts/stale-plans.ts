import type { Report } from '../../report/report.ts';
import { aroundSelf } from './own-names.ts';
import { type ReportText, textsOf } from './report-texts.ts';

/** A plan for the year of the report, which is over: 2024年将继续……, copied from the report for 2023. */
export interface StalePlan {
  readonly text: ReportText;
  readonly words: string;
}

/** Adverbs of plans. 将 alone often only marks the object: 2024年将信息公开纳入考核. */
const PLANNED =
  /,?(?:将(?:继续|进一步|持续|着力|不断|更加|重点(?:抓|做|围绕|推进|加强|开展|从)|从以下)|拟(?:继续|进一步|重点)|(?:工作)?(?:打算|工作计划|工作思路|工作安排)(?=[:。\n]))/y;
/** Plans that earlier documents told, and 将……作为 in a sentence about what was done. */
const EARLIER = /提出|计划|承诺|明确|部署|印发|要求|报告|目标/u;
const OBJECT = /作为|纳入|列为|列入|的(?:问题|事项|任务|措施)/u;

const patterns = new Map<number, RegExp>();

/** All such plans. Takes linear time. */
export function stalePlansIn(report: Report): StalePlan[] {
  const { year } = report;
  if (year === undefined) return [];
  const yearPattern = patterns.get(year) ?? new RegExp(`(?<![0-9至到-])${year}年度?,?`, 'g');
  patterns.set(year, yearPattern);
  return textsOf(report).flatMap((text) =>
    aroundSelf(report, text, yearPattern, PLANNED)
      .filter(({ start, end }) => {
        const before = text.text.slice(Math.max(0, start - REACH), start);
        const after = text.text.slice(end, end + REACH);
        return !EARLIER.test(before.split(STOP).at(-1) ?? '') && !OBJECT.test(after.split(STOP)[0] ?? '');
      })
      .map(({ words }) => ({ text, words })),
  );
}

/** Longer sentences are not read to their end. */
const REACH = 80;
const STOP = /[。!?;\n]/u;
