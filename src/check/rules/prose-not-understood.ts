import type { Text } from '../../diagnostics/text.ts';
import { placesOf, type ReadPlace, type Silence } from '../read-figures.ts';
import type { Rule } from '../rule.ts';

/** Reports the numbers and conclusions of the prose that were not compared; `--prose strict` turns it on. */
export const proseNotUnderstood: Rule = {
  id: 'prose-not-understood',
  severity: 'info',
  off: true,
  title: { zh: '正文里的数都核对了', en: 'All numbers in the prose are compared' },
  why: {
    zh: '没有把握的说法平时不提示，也就没有核对。要一处不漏，用 --prose strict：正文里没有核对的数和结论一一列出，说明为什么，由人核对。单位、说法都和表无关的（培训12场）也列出，但只是提示。',
    en: 'Statements that are not understood are not compared, and normally there is no finding about them. With --prose strict, every number and every conclusion of the prose that was not compared is listed with the reason, so that a person can compare it. Numbers whose words and unit are not those of the tables (培训12场) are listed too, but only as info.',
  },
  source: { zh: '工具自身的限度', en: 'the limits of this tool' },
  example: {
    good: 'other_matters: { text: 没有收取信息处理费。全年新收政府信息公开申请3件。, information_processing_fee: 0 }\napplications: { received: { natural_person: 3 }, outcomes: { disclosed: { natural_person: 3 } } }',
    bad: 'other_matters: { text: 没有收取信息处理费。全年化解政府信息公开申请13件。, information_processing_fee: 0 }\napplications: { received: { natural_person: 3 }, outcomes: { disclosed: { natural_person: 3 } } }',
  },
  check: (input) =>
    placesOf(input).flatMap((place) => {
      const { reason, isOther, text } = place;
      // The rule about sums has a finding for it.
      if (!reason || reason.reason === 'sum') return [];
      const words = wordsOf(place);
      return {
        path: text.path,
        words,
        // What no table counts is listed, but it is no warning.
        ...(isOther && { minor: true as const }),
        message: {
          zh: `“${words}”没有核对：${reason.text.zh}`,
          en: `"${words}" was not compared: ${reason.text.en}`,
        },
        ...(!isOther && { hint: hintFor(reason) }),
      };
    }),
};

/** What can be written in the settings as it is; a single character would change too many other words. */
const WRITABLE = /^\p{Script=Han}{2,20}$/u;

/** Words that can mean all of what is reported: 全县, the short name of a body. Not 转办 or 各科室. */
const BODY = /^全.|(?:[局队所院委厅站]|中心)$/u;

/** In characters: enough words before a figure to identify it. */
const LONGEST_CLAUSE = 24;
const SHORTEST = 2;
/** If the same words stand in the text before, this many clauses are added. */
const MOST_CLAUSES = 4;

/** The figure with the words of its clause before it. */
function wordsOf({ text: { text, raw, placeOf, written }, start, end, claims }: ReadPlace): string {
  const { from } = placeOf(start, end);
  const isConclusion = claims.every(({ figure }) => figure === undefined);
  const starts = [...(isConclusion ? [start] : []), ...clausesBefore(text, start)];
  const isFirst = (one: number) => {
    const words = written(one, end);
    return raw.indexOf(words) + words.length > from;
  };
  return written(starts.find(isFirst) ?? starts.at(-1) ?? start, end).trim();
}

/** Where the clauses before a figure start, the nearest first. */
function clausesBefore(text: string, start: number): number[] {
  const found: number[] = [];
  const least = Math.max(0, start - LONGEST_CLAUSE * MOST_CLAUSES);
  let last = start;
  for (let at = start - 1; at >= least && found.length < MOST_CLAUSES; at--) {
    const isMark = ',;:(。!?\n、'.includes(text[at - 1] ?? '\n');
    if ((isMark && start - at >= SHORTEST) || last - at >= LONGEST_CLAUSE) {
      found.push(at);
      last = at;
    }
  }
  return found;
}

/** What to do, for the reasons that have a better answer than to compare by hand. */
function hintFor({ reason, word = '' }: Silence): Text {
  if (reason === 'word' && WRITABLE.test(word)) return teach(word);
  if (reason === 'body' && WRITABLE.test(word) && BODY.test(word)) return ofOurs(word);
  return HINTS[reason] ?? BY_HAND;
}

const teach = (word: string): Text => ({
  zh: `在 report.config.yaml 里教给它：不改变数的词，写 prose: { ignore: [${word}] }；就是“收到”的意思，写 prose: { words: { received: [${word}] } }，别的意思见 docs/prose.zh-CN.md。已经有 prose 的，加进它的列表`,
  en: `Teach it in report.config.yaml: a word that does not change a number with prose: { ignore: [${word}] }, one that means 收到 with prose: { words: { received: [${word}] } }; docs/prose.md lists the other meanings. If there is a prose: already, add the word to its list`,
});

const ofOurs = (word: string): Text => ({
  zh: `请人工核对。“${word}”说的就是本单位全部的数的，在 report.config.yaml 里写 prose: { words: { own: [${word}] } }，工具就会核对`,
  en: `Compare it by hand. If "${word}" means all of what is reported here, write prose: { words: { own: [${word}] } } in report.config.yaml, and the tool compares it`,
});

const BY_HAND: Text = {
  zh: '请人工核对。改成引用 {{路径}}，或者用表格的说法改写，工具就能核对；和表格无关的，写明理由豁免',
  en: 'Compare it by hand. With {{path}}, or in the words of the table, the tool can compare it; if it is not about the tables, waive the finding with the reason',
};

const NOT_OURS: Text = {
  zh: '不用改，可以写明理由豁免；其实是表里的数的，用表格的说法改写',
  en: 'Nothing needs to be changed; you can waive the finding with the reason. If it is about the tables after all, use the words of the table',
};

const HINTS: Readonly<Partial<Record<Silence['reason'], Text>>> = {
  blank: { zh: '先把表填好', en: 'Fill in the tables first' },
  previous: {
    zh: '用 previous 或者 --against 给出上年的报告',
    en: "Give last year's report with previous or --against",
  },
  unit: {
    zh: '说的是表里的数，写上单位；别的数请人工核对',
    en: 'If the tables have this number, write its unit; otherwise compare it by hand',
  },
  round: {
    zh: '写准数，工具就能核对；不然请人工核对',
    en: 'With the exact number the tool can compare it; otherwise compare it by hand',
  },
  plan: NOT_OURS,
  business: NOT_OURS,
};
