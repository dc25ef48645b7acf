import { chineseNumber } from '../../writing/numerals.ts';

/** Which time a phrase names, seen from the year of the report. */
export type Time = 'own' | 'last' | 'other' | 'part' | 'plan';

/** 2024年, 2025年1月1日至12月31日, 截至6月底, 自2020年以来, 1至6月; matched at one position. */
const PHRASE =
  /(?:自|从|截至|截止到?|至|到|于|在)?(?:(?<year>(?:19|20)\d{2}|二[〇零]\d{0}[〇零一二三四五六七八九]{2})年(?:度|全年|内)?|(?=\d{1,2}(?:月|[至到~-]\d{1,2}月)))(?:(?<month>\d{1,2})(?:月|(?=[至到~-]\d))(?:(?<day>\d{1,2})日|份|底|末)?)?(?:起)?(?:(?:至|到|[~-])(?:(?<until>20\d{2})年)?(?:(?<last>\d{1,2})月)?(?:(?<lastday>\d{1,2})日|底|末)?)?(?<since>以来|起|开始|至今)?(?:的|间|期间|底|末)?/uy;
/** The characters that a phrase can begin with. */
const FIRST = new Set([...'0123456789二自从截至到于在'].map((char) => char.charCodeAt(0)));
/** 2021-2025年, 2021至2025年 */
const YEARS = /(?:自|从)?(?:19|20)\d{2}年?(?:度)?[-~至到](?:19|20)\d{2}年(?:度|间|期间|底)?/uy;
const FROM = /^(?:自|从)/u;
const UNTIL = /^(?:截至|截止|至|到)/u;

export interface TimePhrase {
  readonly length: number;
  readonly time: Time;
  /** The year it names, if it is one year. */
  readonly year: number | undefined;
}

/** The time that is named at a position of the text. */
export function timeAt(text: string, at: number, own: number | undefined): TimePhrase | undefined {
  if (!FIRST.has(text.charCodeAt(at))) return undefined;
  YEARS.lastIndex = at;
  const years = YEARS.exec(text)?.[0];
  if (years !== undefined) return { length: years.length, time: 'other', year: undefined };
  PHRASE.lastIndex = at;
  const match = PHRASE.exec(text);
  const { year: written, month, until, last, since } = match?.groups ?? {};
  if (!match || (written === undefined && month === undefined)) return undefined;
  const [phrase] = match;
  const year = written === undefined ? undefined : yearOf(written);
  const length = phrase.length;
  const named = year ?? own;
  if (named === undefined || own === undefined) return { length, time: 'other', year };
  // 从2024年的18件增加到23件 is not since 2024.
  const isFrom =
    (FROM.test(phrase) && !phrase.endsWith('的') && last === undefined && until === undefined) || since !== undefined;
  if (isFrom) return { length, time: named === own && (month ?? '1') === '1' ? 'own' : 'other', year: undefined };
  if (UNTIL.test(phrase)) return { length, time: untilYear(named, month, own), year };
  if (until !== undefined && Number(until) !== named) return { length, time: 'other', year: undefined };
  if (month !== undefined && !(month === '1' && last === '12')) {
    const isWhole = month === '12' && last === undefined && /底|末/u.test(phrase);
    return { length, time: named === own ? (isWhole ? 'own' : 'part') : 'other', year };
  }
  if (named === own) return { length, time: 'own', year };
  return { length, time: named === own - 1 ? 'last' : named > own ? 'plan' : 'other', year };
}

/** 截至2025年12月31日 is the whole year; 截至6月底 a part of it. */
function untilYear(year: number, month: string | undefined, own: number): Time {
  if (year !== own) return 'other';
  return month === undefined || month === '12' ? 'own' : 'part';
}

const yearOf = (written: string): number =>
  /^\d/.test(written) ? Number(written) : Number([...written].map((one) => chineseNumber(one)).join(''));
