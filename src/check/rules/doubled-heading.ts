import { SECTION_KEYS } from '../../form/section-keys.ts';
import type { Report } from '../../report/report.ts';
import { SECTION_NUMERAL } from '../../writing/numerals.ts';
import type { Rule, RuleFinding } from '../rule.ts';
import { type ReportText, sectionTexts, textsOf } from '../texts/report-texts.ts';

/** A number before a heading; 五、六年级 and 1.5 do not match. */
const NUMBER = new RegExp(
  `^\\s*(?:[（(](?:${SECTION_NUMERAL}{1,3}|[0-9]{1,2})[）)]|${SECTION_NUMERAL}{1,3}、(?!${SECTION_NUMERAL})|第${SECTION_NUMERAL}{1,3}[，、]|[0-9]{1,2}[.．、](?![0-9]))`,
  'u',
);

/** Reports headings and numbers in the prose that the tool prints as well. */
export const doubledHeading: Rule = {
  id: 'doubled-heading',
  severity: 'warning',
  title: { zh: '标题和编号没有重复', en: 'Headings and their numbers are not printed twice' },
  why: {
    zh: '六个部分的标题和（一）（二）的编号由程序印出；正文里再写一遍，就会印成“（一）（一）主动公开”。',
    en: 'The tool prints the titles of the six sections and the numbers （一）（二）. If the prose repeats them, they are printed twice.',
  },
  source: {
    zh: '报告文件的写法：标题不带编号',
    en: 'the format of the report file: headings are written without numbers',
  },
  example: {
    good: 'other_matters: { parts: [{ heading: 信息处理费, text: 没有收取信息处理费。 }] }',
    bad: 'other_matters: { parts: [{ heading: （一）信息处理费, text: 没有收取信息处理费。 }] }',
  },
  check: ({ report }) => {
    const texts = new Map(textsOf(report).map((text) => [text.path.join('.'), text]));
    const headings = [...texts.values()].filter(isHeading);
    return [
      ...headings.flatMap(numbered),
      ...SECTION_KEYS.flatMap((section, index) => titled(report, section, report.form.sections[index] ?? '')),
      ...headings.flatMap((heading) => saidAgain(texts, heading)),
    ];
  },
};

const isHeading = ({ path }: ReportText): boolean => path.at(-1) === 'heading';

function numbered({ path, raw }: ReportText): RuleFinding[] {
  const number = NUMBER.exec(raw)?.[0].trim();
  if (!number) return [];
  return [
    found(
      path,
      number,
      `标题里的编号“${number}”会印两遍`,
      `The number "${number}" of the heading would be printed twice`,
    ),
  ];
}

/** Reports a section whose first line is the title of the section. */
function titled(report: Report, section: string, title: string): RuleFinding[] {
  const text = sectionTexts(report, section)[0];
  return text && !isHeading(text) && firstLine(text) === title ? [repeated(text)] : [];
}

/** Reports a part whose first line is the heading of the part. */
function saidAgain(texts: ReadonlyMap<string, ReportText>, heading: ReportText): RuleFinding[] {
  const text = texts.get([...heading.path.slice(0, -1), 'text'].join('.'));
  const [own] = heading.text.split('\n');
  return text && own && text.text.includes('\n') && firstLine(text) === own ? [repeated(text)] : [];
}

/** The first line without its number and without a colon or full stop at its end. */
const firstLine = ({ text }: ReportText): string =>
  (text.split('\n', 1)[0] ?? '').replace(NUMBER, '').replace(/[:。、]$/u, '');

function repeated(text: ReportText): RuleFinding {
  const line = text.written(0, text.text.split('\n', 1)[0]?.length ?? 0);
  return found(text.path, line, `正文开头又写了一遍标题“${line}”`, `The text begins with its own heading "${line}"`);
}

const found = (path: RuleFinding['path'], words: string, zh: string, en: string): RuleFinding => ({
  path,
  words,
  message: { zh, en },
  hint: { zh: '删去，标题和编号由程序印出', en: 'Remove it: the tool prints titles and numbers' },
});
