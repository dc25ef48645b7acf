import type { Rule, RuleFinding } from '../rule.ts';
import { PRACTICE } from '../sources.ts';
import { type ReportText, textsOf } from '../texts/report-texts.ts';

/** Shorter paragraphs are often repeated on purpose: items of a list, or a sentence that there is nothing to report. */
const SHORTEST = 20;

/** Reports paragraphs that are repeated. */
export const repeatedParagraph: Rule = {
  id: 'repeated-paragraph',
  severity: 'warning',
  title: { zh: '同一段话没有写两遍', en: 'No paragraph is repeated' },
  why: {
    zh: '一字不差的两段话是粘贴时多出来的，或者该写的内容被另一段盖住了。二十字以上、完全相同才提示；表格的注不算。',
    en: 'Two identical paragraphs are usually a mistake in pasting; one of them may have replaced other content. Only paragraphs of at least 20 characters count, and footnotes of tables do not.',
  },
  source: PRACTICE,
  example: {
    good: `
other_matters:
  text: |
    机关各股室没有其他需要向社会公众报告的事项。

    下属各学校没有其他需要向社会公众报告的事项。没有收取信息处理费。`,
    bad: `
other_matters:
  text: |
    下属各学校没有其他需要向社会公众报告的事项。没有收取信息处理费。

    下属各学校没有其他需要向社会公众报告的事项。没有收取信息处理费。`,
  },
  check: ({ report }) => {
    const first = new Map<string, ReportText>();
    return textsOf(report)
      .filter(({ path }) => path.at(-1) !== 'footnote')
      .flatMap((text) => repeats(text, first));
  },
};

function repeats(text: ReportText, first: Map<string, ReportText>): RuleFinding[] {
  const findings = new Map<string, RuleFinding>();
  let start = 0;
  for (const paragraph of text.text.split('\n')) {
    const before = first.get(paragraph);
    if (paragraph.length >= SHORTEST && !findings.has(paragraph)) {
      if (before) findings.set(paragraph, found(text, text.written(start, start + paragraph.length), before));
      else first.set(paragraph, text);
    }
    start += paragraph.length + 1;
  }
  return [...findings.values()];
}

function found(text: ReportText, words: string, before: ReportText): RuleFinding {
  const same = before === text;
  const opening = `${words.slice(0, 12)}……`;
  return {
    path: text.path,
    words,
    message: {
      zh: `“${opening}”这一段${same ? '在这里写了两遍' : '前面已经写过'}`,
      en: `The paragraph "${opening}" ${same ? 'is repeated here' : 'appeared before'}`,
    },
    hint: { zh: '删去一段，或者换成该写的内容', en: 'Remove one of them, or write what belongs here' },
    ...(!same && { related: [{ path: before.path, message: { zh: '同样的一段', en: 'the same paragraph' } }] }),
  };
}
