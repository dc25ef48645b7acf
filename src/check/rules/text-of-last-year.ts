import { findFigures } from '../../claims/lex/figures.ts';
import type { Rule } from '../rule.ts';
import { sectionText } from '../texts/report-texts.ts';

/** A shorter text may be right again without being copied. */
const SHORTEST = 100;
/** In correct reports of two years at most a sixth of the sentences is the same: openings and fixed phrases. */
const LARGEST_SHARE = 0.5;
/** Characters of a sentence to show, enough to find it. */
const SHOWN = 20;
/** The prose above and below a table can be the same every year, but not if it has this many numbers. */
const FEWEST_NUMBERS = 3;
const SECTIONS = [
  { section: 'overview', name: '总体情况', part: 'Section one' },
  { section: 'active_disclosure', name: '第二部分的正文', part: 'The prose of section two' },
  { section: 'applications', name: '第三部分的正文', part: 'The prose of section three' },
  { section: 'reconsideration_and_litigation', name: '第四部分的正文', part: 'The prose of section four' },
  { section: 'problems', name: '第五部分', part: 'Section five' },
] as const;

/** Reports a section one or five that mostly repeats last year's, and prose at a table that is identical although it has numbers. */
export const textOfLastYear: Rule = {
  id: 'text-of-last-year',
  severity: 'warning',
  title: { zh: '正文不与上年报告雷同', en: "The prose does not repeat last year's" },
  why: {
    zh: '内容雷同、敷衍塞责是通知点名的情形。总体情况和第五部分一半以上的文字与上年逐句相同才提示，数字和年份不论；表格上下的正文可以年年一样，其中有三个以上的数、一字不差才提示。一百字以下的都不算。',
    en: "The notice names repeated reports as a fault. There is a finding if at least half of section one or five repeats last year's sentences, not counting numbers and years. The prose above and below a table can be the same every year, so there is a finding only if it has three or more numbers and is identical. Prose under 100 characters is not checked.",
  },
  source: {
    zh: '国办公开办函〔2021〕30号：内容雷同、敷衍塞责的追究责任',
    en: '国办公开办函〔2021〕30号: agencies are held accountable for reports that are copied or careless',
  },
  example: {
    previous:
      'problems: { text: 政策解读的形式不够多样，图解和问答很少，基层学校报送信息不够及时。下一步增加图解，按季度通报报送情况，年底对照检查，结果在全县教育系统公布。对申请答复逐件复核，与法制机构会商疑难申请，把答复文书的差错列入科室考核。 }',
    good: 'problems: { text: 政策解读的数量不够均衡，图解和问答很多，基层学校报送信息不够准确。下一步增加复核，按季度通报报送情况，年底对照检查，结果在全县教育系统公布。对申请答复逐件复核，与法制机构会商疑难申请，把答复文书的差错列入科室考核。 }',
    bad: 'problems: { text: 政策解读的形式不够多样，图解和问答很少，基层学校报送信息不够及时。下一步增加图解，按季度通报报送情况，年底对照检查，结果在全县教育系统公布。对申请答复逐件复核，与法制机构会商疑难申请，把答复文书的差错列入科室考核。 }',
  },
  check: ({ report, previous }) =>
    SECTIONS.flatMap(({ section, name, part }) => {
      const text = sectionText(report, section);
      if (!previous || text.length < SHORTEST) return [];
      const before = sectionText(previous, section);
      const isBesideTable = report.form.tables.some(({ key }) => key === section);
      if (isBesideTable && (text !== before || numbersIn(text) < FEWEST_NUMBERS)) return [];
      const { share, longest } = repeatedIn(text, before);
      if (share < LARGEST_SHARE) return [];
      const percent = Math.round(share * 100);
      const message =
        text === before
          ? { zh: `${name}与上年报告一字不差`, en: `${part} is identical to last year's` }
          : {
              zh: `${name}有 ${percent}% 的文字与上年报告逐句相同（数字不论），例如“${longest}”`,
              en: `${percent} % of ${part.toLowerCase()} repeats last year's sentences (apart from numbers), such as "${longest}"`,
            };
      return [
        {
          path: [section],
          at: 'key' as const,
          message,
          hint: { zh: '写这一年的情况', en: 'Write about this year' },
          related: [
            {
              in: 'previous' as const,
              path: [section],
              message: { zh: '上年报告的同一部分', en: 'the same section last year' },
            },
          ],
        },
      ];
    }),
};

/** The number of figures in a text, not counting zeros. */
const numbersIn = (text: string): number =>
  findFigures(text).filter(({ kind, value }) => kind !== 'name' && value > 0).length;

/** The share of a text whose sentences are also in last year's, and the longest of these sentences, shortened. */
function repeatedIn(text: string, before: string): { share: number; longest: string } {
  const old = new Set(sentencesOf(before).map(withoutNumbers));
  const all = sentencesOf(text);
  const repeated = all.filter((sentence) => old.has(withoutNumbers(sentence)));
  const lengthOf = (sentences: readonly string[]) => sentences.join('').length;
  const longest = repeated.reduce((long, one) => (one.length > long.length ? one : long), '');
  return {
    share: all.length === 0 ? 0 : lengthOf(repeated) / lengthOf(all),
    longest: longest.length > SHOWN ? `${longest.slice(0, SHOWN)}……` : longest,
  };
}

const sentencesOf = (text: string): string[] => text.split(/[。!?;\n]/u).filter((one) => one.trim() !== '');

/** Removes numbers and punctuation, which may change although the sentence is copied. */
const withoutNumbers = (sentence: string): string =>
  sentence.replace(/[0-9]+(?:[.,][0-9]+)*/g, '0').replace(/[^\p{L}0]/gu, '');
