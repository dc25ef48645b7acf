import type { Finding, Range } from '../../diagnostics/diagnostic.ts';
import { FILE_FORMAT, type RuleInfo } from '../../diagnostics/rule.ts';
import { say, type Text } from '../../diagnostics/text.ts';
import { type ProseField, paragraphsOf, proseFields } from '../../prose/fields.ts';
import type { Report } from '../../report/report.ts';
import { type PlaceText, textFinding } from './text-finding.ts';

export const doubtfulParagraph: RuleInfo = {
  id: 'doubtful-paragraph',
  severity: 'warning',
  title: say('每一行都看得出是不是新的一段', 'Every line shows whether it begins a paragraph'),
  why: say(
    '段落之间空一行，就不会弄错。没有空行时，程序看缩进、编号和上一行的长短；这些都看不出来，印出来的段落可能不是写的人想要的。',
    'An empty line between paragraphs is always understood. Without it, indents, numbers of items and the length of the line above decide; if these do not tell, the printed paragraphs may not be what the writer meant.',
  ),
  source: FILE_FORMAT,
  example: {
    good: 'problems:\n  text: |\n    政策解读的形式不够多样，图解和问答较少，有的解读发布得不够及时，群众看\n    不懂、找不到，反映较多。\n\n    明年的改进措施是对重点政策配发图解，加强业务培训。\n',
    bad: 'problems:\n  text: |\n    政策解读的形式不够多样，图解和问答较少，有的解读发布得不够及时，群众看\n    不懂、找不到，窗口的工作人员也说不清楚，意见较多。\n    明年的改进措施是对重点政策配发图解，加强业务培训。\n',
  },
};

const BELOW_SENTENCE = {
  hint: say(
    '是新的一段，就在它上面空一行（report fix 会空）；不是，就把它接到上一行后面',
    'If it begins a paragraph, put an empty line above it (report fix does); if it does not, join it to the line above',
  ),
  message: (lines: string): Text => ({
    zh: `看不出${lines ? `这几行（第 ${lines} 行）` : '这一行'}是不是新的一段：上一行是整句话，长短也像是写满了换行的。现在按新的一段印`,
    en: `It is not clear whether ${lines ? `these lines (${lines}) begin` : 'this line begins'} a paragraph: the line above is a whole sentence, and as long as a line that is wrapped. It is printed as a new paragraph`,
  }),
};
const INSIDE_SENTENCE = {
  hint: say(
    '是新的一段，就在它上面空一行；不是，就把它接到上一行后面',
    'If it begins a paragraph, put an empty line above it; if it does not, join it to the line above',
  ),
  message: (lines: string): Text => ({
    zh: `看不出${lines ? `这几行（第 ${lines} 行）` : '这一行'}是不是新的一段：上一行没有写满，末尾也没有句号。现在接着上一行印`,
    en: `It is not clear whether ${lines ? `these lines (${lines}) begin` : 'this line begins'} a paragraph: the line above is short, but has no full stop. It is printed in the same paragraph`,
  }),
};

/** Reports the lines of which it is not clear whether they begin a paragraph, at most twice per text. */
export function checkParagraphs(report: Report, place: PlaceText): Finding[] {
  return proseFields(report).flatMap((field) => {
    const doubtful = doubtfulLines(field, place);
    return [
      ...finding(
        field,
        doubtful.filter(({ begins }) => begins),
        BELOW_SENTENCE,
      ),
      ...finding(
        field,
        doubtful.filter(({ begins }) => !begins),
        INSIDE_SENTENCE,
      ),
    ];
  });
}

interface DoubtfulLine {
  readonly begins: boolean;
  readonly content: string;
  readonly range: Range | undefined;
}

function doubtfulLines(field: ProseField, place: PlaceText): DoubtfulLine[] {
  const lines = paragraphsOf(field);
  if (!lines.some(({ doubtful }) => doubtful)) return [];
  const find = place(field);
  let above = 0;
  return lines.flatMap(({ line: { content }, begins, doubtful }) => {
    const range = find(content);
    // YAML leaves out the empty line between two paragraphs unless the text is below `text: |`.
    const isSeparate = range !== undefined && range.line > above + 1;
    above = range?.line ?? above;
    return doubtful && !isSeparate ? [{ begins, content, range }] : [];
  });
}

/** As many lines as a message names. */
const NAMED = 8;

function finding(
  field: ProseField,
  lines: readonly DoubtfulLine[],
  { hint, message }: typeof BELOW_SENTENCE,
): Finding[] {
  const [first] = lines;
  if (!first) return [];
  const numbers = lines.flatMap(({ range }) => (range ? [range.line] : []));
  const named = numbers.slice(0, NAMED).join('、') + (numbers.length > NAMED ? '……' : '');
  const { id: rule, severity } = doubtfulParagraph;
  const said = { rule, severity, message: message(lines.length > 1 ? named : ''), hint, words: first.content };
  return [textFinding(field, first.range, said)];
}
