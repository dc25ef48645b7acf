import type { Finding } from '../../diagnostics/diagnostic.ts';
import type { RuleInfo } from '../../diagnostics/rule.ts';
import { fixedRule } from '../../diagnostics/rule.ts';
import { say } from '../../diagnostics/text.ts';
import { PRACTICE } from '../sources.ts';

const PUBLISHED_FILE = say(
  '已公布的文件：网页、Word、PDF、表格',
  'a published file: web page, Word file, PDF or workbook',
);

/** A file that is no report or cannot be read as one. */
export const notReadable = fixedRule({
  id: 'file-not-readable',
  title: say('已公布的文件读得出来', 'A published file can be read'),
  why: say(
    '扫描件、表格的图片、加密的文件和只有一个下载链接的网页里没有能读的数。问题出在文件的形式，不等于报告有错。',
    'Scans, pictures of tables, encrypted files and pages with only a link have no numbers that can be read. This is about the form of the file; the report may be right.',
  ),
  source: PUBLISHED_FILE,
  example: { good: '# 文字版的 PDF', bad: '# 扫描成图片的 PDF' },
});

/** A table of the form that is not in the file, or was not recognized. */
export const tableNotFound = fixedRule({
  id: 'table-not-found',
  title: say('已公布的文件里有三张表', 'A published file has the three tables'),
  why: say(
    '格式规定的三张表一张也不能少。没有找到的，可能确实没有公布，也可能是图片，或者样子认不出来：要打开文件看一看。',
    'The form requires all three tables. A table that was not found may be missing, may be a picture, or may look so different that it was not recognized: open the file and look.',
  ),
  source: PUBLISHED_FILE,
  example: { good: '# 三张表都是表格', bad: '# 表三是一张图片' },
});

/** Cells of which the reader is not certain; no fault of the report. */
export const readingDoubtful: RuleInfo = {
  id: 'reading-doubtful',
  severity: 'warning',
  title: say('已公布的文件里的数都读准了', 'All numbers of a published file are sure'),
  why: say(
    '表格错位、行名印错、一格里有两个数的，程序只能推断。存疑说的是读法，不是报告有错；和这些格有关的问题都归在它下面。',
    'If a grid is out of line, a label is misprinted or a cell has two numbers, the number is inferred. The doubt is about the reading, not a fault of the report; findings about these cells are listed below it.',
  ),
  source: PUBLISHED_FILE,
  example: { good: '# 一格一个数', bad: '# 一格里是“3 4”' },
};

/** Blanks and dashes in print where only 0 is possible. */
export const blankForZero: RuleInfo = {
  id: 'blank-for-zero',
  severity: 'warning',
  title: say('没有的印 0，不留空白', 'None is printed as 0, not left blank'),
  why: say(
    '空白和斜杠不等于零，看的人分不清是没有还是漏填。按表里的合计只能是 0 的，核对时按 0 算。',
    'A blank or a dash is not a zero: readers cannot tell none from forgotten. Where the sums of the table leave only 0, it counts as 0 in the checks.',
  ),
  source: PRACTICE,
  example: { good: '# 0', bad: '# 空白、/、—' },
};

export const PUBLISHED_RULES: readonly RuleInfo[] = [notReadable, tableNotFound, readingDoubtful, blankForZero];

/** The rule of a finding and its severity. */
export const ofRule = ({ id, severity }: RuleInfo): Pick<Finding, 'rule' | 'severity'> => ({ rule: id, severity });
