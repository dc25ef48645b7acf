import { builtInDictionary } from '../../claims/lex/dictionary.ts';
import { type Clause, sentencesOf } from '../../claims/lex/sentences.ts';
import { type Claim, claimsOf } from '../claims.ts';
import type { Rule, RuleInput } from '../rule.ts';
import { type ReportText, textsOf } from '../texts/report-texts.ts';
import { figuresIn, tokensIn } from '../texts/tokens.ts';

/** Shorter phrases, such as 办结, may be about different things. */
const SHORTEST = 8;
/** Words that change from year to year or do not say what is counted. */
const EMPTY =
  /^(?:(?:截至)?\d{4}年度?|全年度?|本年度?|今年|年内|全市|全县|全区|我局|本机关|其中|共计?|累计)+|(?:共计?|合计|总计|为|了|有|达)+$/gu;
/** Words for another year, another agency or a part: with them, the same phrase may have another number. */
const ELSEWHERE = /去年|上年|往年|\d{4}年(?!度?全年)|同比|各|每|季度|月份|分别|另有|本级/u;

interface Told {
  readonly text: ReportText;
  readonly value: number;
  readonly start: number;
  readonly end: number;
}

/** Reports two places in the prose with the same words and unit but different numbers. */
export const proseToldTwice: Rule = {
  id: 'prose-told-twice',
  severity: 'warning',
  title: { zh: '前后两处说的数一样', en: 'A number that the prose gives twice is the same' },
  why: {
    zh: '总体情况里说主动公开信息 312 条，第五部分又说 321 条，表里没有这个数可对，但两处必有一处错。两段正文里说法完全相同（八个字以上，量词也相同）、数不同的才提示。',
    en: 'If section one says 312 and section five says 321 for the same thing, no table has the number, but one of the two is wrong. There is a finding if two texts use exactly the same words (at least eight characters) and the same unit with different numbers.',
  },
  source: { zh: '前后矛盾，必有一误', en: 'if two numbers contradict each other, one of them is wrong' },
  example: {
    good: `
problems: { text: 政策解读的形式不够多样，通过门户网站主动公开政府信息312条，图解只有3条；下一步增加图解和问答。 }
other_matters: { text: 通过门户网站主动公开政府信息312条。没有收取信息处理费。 }`,
    bad: `
problems: { text: 政策解读的形式不够多样，通过门户网站主动公开政府信息312条，图解只有3条；下一步增加图解和问答。 }
other_matters: { text: 通过门户网站主动公开政府信息321条。没有收取信息处理费。 }`,
  },
  check: (input) => {
    const first = new Map<string, Told>();
    const open = openIn(input);
    return textsOf(input.report).flatMap((text) =>
      [...toldIn(text, input.report), ...openAt(open, text)].flatMap(([key, told]) => {
        const before = first.get(key);
        if (!before) first.set(key, told);
        if (!before || before.value === told.value || before.text === text) return [];
        const [here, there] = [wordsOf(told), wordsOf(before)];
        return [
          {
            path: text.path,
            words: here,
            message: {
              zh: `这里说“${here}”，前面说“${there}”`,
              en: `The prose says "${here}" here, but "${there}" before`,
            },
            hint: {
              zh: '核对哪一处错；不是一回事的，写清楚',
              en: 'Check which of the two is wrong; if they are not about the same thing, make that clear',
            },
            related: [{ path: before.text.path, message: { zh: `“${there}”`, en: `"${there}"` } }],
          },
        ];
      }),
    );
  },
};

const wordsOf = ({ text, start, end }: Told): string => text.written(start, end);

/** Statements about cells that are not known yet: they cannot be compared with the tables, only with each other. */
const openIn = (input: RuleInput): readonly Claim[] =>
  claimsOf(input).filter(
    ({ verdict, figure, candidates, statement }) =>
      verdict === 'open' &&
      figure &&
      statement.kind === 'count' &&
      candidates.length === 1 &&
      candidates[0]?.value === undefined,
  );

const openAt = (open: readonly Claim[], text: ReportText): [string, Told][] =>
  open
    .filter(({ path }) => path === text.path)
    .map(({ statement, value, start, end }) => [
      JSON.stringify('quantity' in statement && statement.quantity),
      { text, value, start, end },
    ]);

/** The numbers of a text by words and unit; if a text has the same words twice, they mean different things and are left out. */
function toldIn(text: ReportText, report: RuleInput['report']): Map<string, Told> {
  const told = new Map<string, Told>();
  const twice = new Set<string>();
  const figures = figuresIn(text).filter(({ kind, about }) => !about && (kind === 'count' || kind === 'money'));
  let next = 0;
  if (figures.length === 0) return told;
  for (const { clauses } of sentencesOf(tokensIn(text, report, builtInDictionary()))) {
    for (const clause of clauses.flatMap(withInner)) {
      while (next < figures.length && (figures[next]?.start ?? 0) < clause.start) next++;
      const figure = figures[next];
      if (!figure || figure.end > clause.end) continue;
      const before = text.text.slice(clause.start, figure.digits);
      if (before.length + figure.unit.length < SHORTEST || ELSEWHERE.test(before)) continue;
      const key = before.replace(EMPTY, '').replace(EMPTY, '') + figure.unit;
      if (key.length < SHORTEST) continue;
      if (told.has(key)) twice.add(key);
      told.set(key, { text, value: figure.value, start: clause.start, end: figure.end });
    }
  }
  for (const key of twice) told.delete(key);
  return told;
}

/** A clause and those in its brackets. */
const withInner = (clause: Clause): Clause[] => [
  clause,
  ...clause.items.flatMap((item) => (item.role === 'bracket' ? item.clauses.flatMap(withInner) : [])),
];
