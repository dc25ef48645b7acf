import type { Report } from '../../report/report.ts';
import { type OpeningYear, openingYearsIn, type SentencePair } from './opening-years.ts';
import { textsOf } from './report-texts.ts';

/** Words for the year of the report, besides its number. */
const THIS_YEAR = '今年|本年|当年|同年';
/** Words of plans, and words that say that something has happened. */
const PLAN = /将|拟|计划|下一步|下步|打算|力争|争取|预计|准备|展望|安排|思路|底前|继续/u;
const DONE =
  /取得|虽|仍存在|仍有|仍然|还存在|收到|新收|受理|办结|答复|共计?\d|未收取|没有收取|未发生|没有发生|发布\D{0,8}\d/u;
/** Last year's work and results that a report speaks of: applications carried over, appraisals, reports. */
const LAST_YEARS =
  /结转|转结|遗留|跨年|转入|考核|评估|评议|测评|评价|评选|评比|排名|等次|获评|被评|荣获|先进|优秀|决算|预算|年报|报告/u;
/** If the year belongs to a noun, the sentence is about that thing: 2024年印发的《办法》, 2024年工作要点. */
const ITS = /的|未办结|未审结|尚未/u;
const THING =
  /要点|方案|计划|清单|目录|规划|意见|(?<!收费)通知|办法|条例|问题|整改|修订|修正|施行|颁布|成立|组建|挂牌|启用|上线|开通/u;
/** Words that begin what was done in a year; other words after a year are mostly the name of a thing, such as 2024年统计公报. */
const DEED =
  /^[^年]*年度?(?:共|累计|总计|合计|新收|收到|受理|接收|办理|办结|答复|制发|制定|公开|主动公开|依申请|政府信息|政务公开|信息公开|发布|开展|举办|组织|坚持|围绕|按照|根据|认真|深入|严格|切实|积极|进一步|持续|不断|加强|完善|依法|通过|以|没有|未|无)/u;
const NOTHING = /^[^年]*年度?(?:无(?!法)|没有|未(?!办结|审结|完))/u;
/** Events that older years are mentioned for. */
const HISTORY = /修订|修正|施行|颁布|印发|出台|成立|组建|挂牌|启用|上线|开通|设立|建成/u;

/** The sentences and headings that open with another year and do not compare it with the report's, in printed order. */
export function openingsInAnotherYear(report: Report): OpeningYear[] {
  const { year } = report;
  if (year === undefined) return [];
  const compares = comparing(year);
  const all = openingsOf(report).filter((one) => one.year !== year && !compares(one.sentence) && isWrong(one, year));
  const seen = new Set<number>();
  const often = new Set(all.map((one) => one.year).filter((one) => seen.has(one) || !seen.add(one)));
  // A year long ago is history, unless a text starts with it or several sentences do.
  const isHistory = (one: OpeningYear) =>
    one.year < year - 1 && !often.has(one.year) && !(one.first && !HISTORY.test(one.rest));
  return all.filter((one) => !isHistory(one));
}

const known = new WeakMap<Report, readonly OpeningYear[]>();

/** All sentences and headings of the prose that open with a year. The result is cached. */
export function openingsOf(report: Report): readonly OpeningYear[] {
  const openings = known.get(report) ?? openingYearsIn(report, textsOf(report));
  known.set(report, openings);
  return openings;
}

/** Returns a test whether a sentence, or the next one, also tells something of the report's year. Each sentence is read once. */
function comparing(year: number): (sentence: SentencePair) => boolean {
  const own = new RegExp(
    `(?<!转|转至|转到|转入)${year}年(?!度?[^,;]{0,8}(?:将|拟|计划|打算|力争|继续))|${THIS_YEAR}`,
    'u',
  );
  const opens = new RegExp(`^(?:我局|本机关)?(?:${year}年|${THIS_YEAR})[^,]*[0-9]`, 'u');
  const read = new Map<SentencePair, boolean>();
  return (sentence) => {
    const { words, next } = sentence;
    const compares = read.get(sentence) ?? (own.test(words) || (opens.test(next) && !PLAN.test(next)));
    read.set(sentence, compares);
    return compares;
  };
}

function isWrong(opening: OpeningYear, year: number): boolean {
  const { text, rest, whole, self, part, until } = opening;
  // 2205年 is a slip of the keyboard.
  if (opening.year >= 2100) return true;
  if (opening.year > year) return !part && isTold(opening);
  const clause = /^[^,:(]*/u.exec(rest)?.[0] ?? '';
  if (until) return !ITS.test(clause);
  if (NOTHING.test(rest)) return true;
  if (LAST_YEARS.test(clause)) return false;
  if (part) return self;
  // 2024年为40件 is a number to compare with.
  if (/^[^年]*年(?:同期)?(?:为|是|有|仅)?\d/u.test(rest)) return false;
  if (whole) return true;
  const isHeading = text.path.at(-1) === 'heading';
  return !ITS.test(clause) && (/\d[件条个份]/u.test(clause) || (!THING.test(clause) && (isHeading || DEED.test(rest))));
}

/** Whether a sentence about a coming year says what was done, so that the year must be wrong. */
function isTold({ text, rest, first }: OpeningYear): boolean {
  const plan = rest.search(PLAN);
  const [section] = text.path;
  // Plans are in section five, and at the end of section six.
  if (section !== 'problems' && (section !== 'other_matters' || first)) return plan < 0;
  const done = rest.search(DONE);
  return done >= 0 && (plan < 0 || done < plan);
}
