import type { Finding } from '../../diagnostics/diagnostic.ts';
import { FILE_FORMAT, type RuleInfo } from '../../diagnostics/rule.ts';
import { say } from '../../diagnostics/text.ts';
import { type ProseField, proseFields } from '../../prose/fields.ts';
import type { Line } from '../../prose/lines.ts';
import { readParagraphs } from '../../prose/paragraphs.ts';
import type { Report } from '../../report/report.ts';
import { type PlaceText, textFinding } from './text-finding.ts';

export const spreadsheetLines: RuleInfo = {
  id: 'spreadsheet-lines',
  severity: 'warning',
  title: say('正文里没有从电子表格里粘贴的行', 'The prose has no lines pasted from a spreadsheet'),
  why: say(
    '从电子表格里粘贴的行，各栏之间是制表符。它们印出来是一行行文字，不是表格。',
    'Lines pasted from a spreadsheet have tabs between their columns. They are printed as lines of text, not as a table.',
  ),
  source: FILE_FORMAT,
  example: {
    good: 'problems:\n  text: |\n    政策解读的形式不够多样，将改进解读，增加图解和问答。\n\n    | 栏目 | 条数 |\n    |---|---|\n    | 解读 | 3 |\n',
    bad: 'problems:\n  text: |\n    政策解读的形式不够多样，将改进解读，增加图解和问答。\n\n    栏目\t条数\n    解读\t3\n',
  },
};

const HINT = say(
  '要印成表格，写成 | 栏目 | 条数 |，下面一行写 |---|---|，再下面每行一样写；不要表格，就把制表符换成标点',
  'For a table, write | 栏目 | 条数 |, below it |---|---|, then each row in the same way. If no table is meant, write punctuation instead of the tabs',
);

/** Reports lines with tabs between words: two or more together, or one with several tabs. */
export function checkSpreadsheetLines(report: Report, place: PlaceText): Finding[] {
  return proseFields(report).flatMap((field) =>
    field.text.includes('\t') ? runsOf(field).map((run) => findingOf(field, run, place)) : [],
  );
}

/** The tab that Word puts behind the number of an item is none between columns. */
const ITEM_TAB = /^\S{1,8}\s*\t\s*/u;

function tabsIn({ content, sign, mark }: Line): number {
  const words = content.slice(sign.length);
  return (mark === undefined ? words : words.replace(ITEM_TAB, '')).split('\t').length - 1;
}

function runsOf({ text }: ProseField): Line[][] {
  const runs: Line[][] = [[]];
  for (const { line } of readParagraphs(text)) {
    if (tabsIn(line) === 0) runs.push([]);
    else runs.at(-1)?.push(line);
  }
  return runs.filter(([first, second]) => first && (second || tabsIn(first) > 1));
}

function findingOf(field: ProseField, run: readonly Line[], place: PlaceText): Finding {
  const find = place(field);
  const [first, last] = [run[0], run.at(-1)].map((line) => find(line?.content ?? '')) as [
    ReturnType<typeof find>,
    ReturnType<typeof find>,
  ];
  const lines = first && last && last.line > first.line ? [first.line, last.line] : undefined;
  const message = lines
    ? {
        zh: `第 ${lines[0]} 到 ${lines[1]} 行像是从电子表格里粘贴的：各栏之间是制表符，印出来不是表格`,
        en: `Lines ${lines[0]} to ${lines[1]} seem to be pasted from a spreadsheet: there are tabs between their columns, and they are not printed as a table`,
      }
    : {
        zh: '这一行像是从电子表格里粘贴的：各栏之间是制表符，印出来不是表格',
        en: 'This line seems to be pasted from a spreadsheet: there are tabs between its columns, and it is not printed as a table',
      };
  const { id: rule, severity } = spreadsheetLines;
  return textFinding(field, first, { rule, severity, message, hint: HINT, words: run[0]?.content ?? '' });
}
