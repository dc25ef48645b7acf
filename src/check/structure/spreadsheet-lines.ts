import type { Finding, Range } from '../../diagnostics/diagnostic.ts';
import { FILE_FORMAT, type RuleInfo } from '../../diagnostics/rule.ts';
import { say, type Text } from '../../diagnostics/text.ts';
import { type ProseField, paragraphsOf, proseFields } from '../../prose/fields.ts';
import type { Line } from '../../prose/lines.ts';
import { type Columns, pastedTables } from '../../prose/pasted-tables.ts';
import type { Report } from '../../report/report.ts';
import { type PlaceText, textFinding } from './text-finding.ts';

export const spreadsheetLines: RuleInfo = {
  id: 'spreadsheet-lines',
  severity: 'warning',
  title: say('正文里没有从表格里粘贴的行', 'The prose has no lines pasted from a table'),
  why: say(
    '从 Word 或者电子表格的表格里粘贴的行，各栏之间是制表符或者空格，或者一行一格。它们印出来是一行行文字，不是表格。',
    'Lines pasted from a table of Word or a spreadsheet have tabs or spaces between their columns, or one cell each. They are printed as lines of text, not as a table.',
  ),
  source: FILE_FORMAT,
  example: {
    good: 'problems:\n  text: |\n    政策解读的形式不够多样，将改进解读，增加图解和问答。\n\n    | 栏目 | 条数 |\n    |---|---|\n    | 解读 | 3 |\n',
    bad: 'problems:\n  text: |\n    政策解读的形式不够多样，将改进解读，增加图解和问答。\n\n    栏目\t条数\n    解读\t3\n',
  },
};

const HINT = say(
  '要印成表格，写成 | 栏目 | 条数 |，下面一行写 |---|---|，再下面每行一样写；不要表格，就写成句子',
  'For a table, write | 栏目 | 条数 |, below it |---|---|, then each row in the same way. If no table is meant, write sentences',
);

/** Where the lines are in the file. */
type Ranges = ReadonlyMap<Line, Range | undefined>;

const COLUMNS: Record<Columns, Text> = {
  tabs: say('各栏之间是制表符', 'there are tabs between their columns'),
  gaps: say('各栏之间是空格', 'there are spaces between their columns'),
  lines: say('一行一格', 'there is one cell in a line'),
};

/** Reports lines with tabs or wide gaps between words, and lines with one cell each. */
export function checkSpreadsheetLines(report: Report, place: PlaceText): Finding[] {
  return proseFields(report).flatMap((field) => {
    const lines = paragraphsOf(field).map(({ line }) => line);
    const tables = pastedTables(lines);
    if (tables.length === 0) return [];
    const find = place(field);
    const ranges = new Map(lines.map((line) => [line, find(line.content)]));
    return tables.map((table) => findingOf(field, table.lines, COLUMNS[table.columns], ranges));
  });
}

function findingOf(field: ProseField, run: readonly Line[], what: Text, ranges: Ranges): Finding {
  const [first, last] = [run[0], run.at(-1)].map((line) => line && ranges.get(line));
  const lines = first && last && last.line > first.line ? [first.line, last.line] : undefined;
  const message = lines
    ? {
        zh: `第 ${lines[0]} 到 ${lines[1]} 行像是从表格里粘贴的：${what.zh}，印出来不是表格`,
        en: `Lines ${lines[0]} to ${lines[1]} seem to be pasted from a table: ${what.en}, and they are not printed as a table`,
      }
    : {
        zh: `这一行像是从表格里粘贴的：${what.zh}，印出来不是表格`,
        en: `This line seems to be pasted from a table: ${what.en}, and it is not printed as a table`,
      };
  const { id: rule, severity } = spreadsheetLines;
  return textFinding(field, first, { rule, severity, message, hint: HINT, words: run[0]?.content ?? '' });
}
