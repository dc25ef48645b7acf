import { readParagraphs } from '../../prose/paragraphs.ts';
import type { Rule, RuleFinding } from '../rule.ts';
import { PRACTICE } from '../sources.ts';
import { LEFTOVERS } from '../texts/leftovers.ts';
import { findAll, mayMatch, type ReportText, textsOf, wordsFinding } from '../texts/report-texts.ts';

/** Reports what Word, a PDF or a mail program leaves in copied text. */
export const pastedLeftovers: Rule = {
  id: 'pasted-leftovers',
  severity: 'warning',
  title: {
    zh: '没有留下 Word、PDF 和邮件里带来的东西',
    en: 'Nothing is left of what Word, PDFs and mail programs add to text',
  },
  why: {
    zh: '复制文字时，批注、修订、域代码、页码、目录和转发邮件的“>”会一起过来，并且印在报告里。',
    en: 'Comments, tracked changes, field codes, page numbers, tables of contents and the > of forwarded mail are copied with the text, and are then printed in the report.',
  },
  source: PRACTICE,
  example: {
    good: 'other_matters: { text: 全年没有收取信息处理费。 }',
    bad: 'other_matters: { text: "全年没有收取信息处理费[批注 王: 请核对]。" }',
  },
  check: ({ report }) => textsOf(report).flatMap((text) => [...copied(text), ...symbols(text), ...forwarded(text)]),
};

const copied = (text: ReportText): RuleFinding[] =>
  LEFTOVERS.filter((one) => mayMatch(text, one)).flatMap(({ pattern, what, hint }) =>
    findAll(text, pattern).map(({ words }) =>
      wordsFinding(text, words, { zh: `“${words}”是${what.zh}`, en: `"${words}" is ${what.en}` }, hint),
    ),
  );

/** Fonts such as Wingdings have their symbols at characters for private use. The rest of the line tells where they are. */
const PRIVATE = /[\ue000-\uf8ff][^\n]{0,12}/g;

function symbols(text: ReportText): RuleFinding[] {
  const all = findAll(text, PRIVATE);
  const [first] = all;
  if (!first) return [];
  const code = `U+${first.words.charCodeAt(0).toString(16).toUpperCase()}`;
  const [zh, en] = all.length > 1 ? [`，共 ${all.length} 处`, ` (${all.length} in this text)`] : ['', ''];
  return [
    wordsFinding(
      text,
      first.words,
      {
        zh: `这里有 Word 的符号（${code}），多半是项目符号，别的字体印不出来${zh}`,
        en: `There is a symbol of Word (${code}), mostly a bullet, that other fonts cannot print${en}`,
      },
      {
        zh: '删去；是项目符号，换成 - 和一个空格（行首的由 report fix 改）',
        en: 'Remove it; for a bullet, write - and a space (report fix does, at the start of a line)',
      },
    ),
  ];
}

/** Fewer lines can be a quotation that is meant. */
const LINES = 3;

/** Reports a text of which most lines begin with `>`. */
function forwarded(text: ReportText): RuleFinding[] {
  if (!text.raw.includes('>')) return [];
  const lines = readParagraphs(text.raw);
  const quoted = lines.filter(({ line }) => line.quotes > 0);
  const [first] = quoted;
  if (!first || quoted.length < LINES || quoted.length * 2 < lines.length) return [];
  return [
    wordsFinding(
      text,
      first.line.content,
      {
        zh: `从这里起有 ${quoted.length} 行以“>”开头，像是转发的邮件；会印成引文`,
        en: `From here, ${quoted.length} lines begin with >, as in forwarded mail; they are printed as a quotation`,
      },
      { zh: '删去每行开头的“>”', en: 'Remove the > at the start of each line' },
    ),
  ];
}
