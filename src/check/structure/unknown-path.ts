import type { Finding } from '../../diagnostics/diagnostic.ts';
import { didYouMean } from '../../diagnostics/did-you-mean.ts';
import { fixedRule } from '../../diagnostics/rule.ts';
import { say, type Text } from '../../diagnostics/text.ts';
import { type Binding, findBindings } from '../../prose/bindings.ts';
import { type ProseField, proseFields } from '../../prose/fields.ts';
import { CHARTS, type ChartFault, chartOf, isChart } from '../../report/charts.ts';
import { type ExpressionFault, evaluate, FUNCTIONS, operandCells } from '../../report/expression.ts';
import type { Report } from '../../report/report.ts';
import { isTextPath, suggestPath } from '../../report/resolve.ts';
import { type PlaceText, textFinding } from './text-finding.ts';

export const unknownPath = fixedRule({
  id: 'unknown-path',
  title: say('{{…}} 印得出一个数', '{{…}} prints a number'),
  why: say(
    '正文里的数取自表格；路径写错、分母是 0、没有上年的报告，就印不出数。',
    "Numbers in the prose come from the tables. If the path is wrong, the total of a share is 0 or last year's report is missing, there is nothing to print.",
  ),
  example: {
    good: 'preface: { text: "全年收到申请{{applications.received.total}}件。" }',
    bad: 'preface: { text: "全年收到申请{{applications.recieved.total}}件。" }',
  },
});

const RULE = { rule: unknownPath.id, severity: unknownPath.severity };

/** Findings for one text stop here; nobody reads more. */
const MOST_PER_TEXT = 20;

/** Reports braces that print nothing, and braces that are printed as written because they are not valid. */
export function checkBraces(report: Report, place: PlaceText): Finding[] {
  const fields = proseFields(report).filter(({ text }) => /[{}｛]/.test(text));
  return fields.flatMap((field) => [...checkBindings(report, field, place), ...checkHalfBraces(field, place)]);
}

function checkBindings(report: Report, field: ProseField, place: PlaceText): Finding[] {
  const next = place(field);
  const findings: Finding[] = [];
  const told = halfBraces(field.text);
  for (const binding of findBindings(field.text)) {
    const range = next(binding.written);
    // One brace of { {year}} is told with the others.
    if (told.some(({ index, 0: { length } }) => binding.offset >= index && binding.offset < index + length)) continue;
    const said = isChart(binding.expression ?? '') ? checkChart(report, field, binding) : checkBinding(report, binding);
    if (said) findings.push(textFinding(field, range, { ...RULE, ...said }));
    if (findings.length === MOST_PER_TEXT) break;
  }
  return findings;
}

function checkBinding(report: Report, { expression, written }: Binding): { message: Text; hint: Text } | undefined {
  if (expression === undefined) return noExpression(written);
  const result = evaluate(report, expression);
  return 'fault' in result ? sayFault(report, result.fault, written) : undefined;
}

const NO_ROOM: readonly unknown[] = ['heading', 'footnote'];

/** A chart needs a line of its own in the text of a section; headings and notes of tables have no room for it. */
function checkChart(report: Report, { path, text }: ProseField, { expression = '', written, offset }: Binding) {
  const line = text.slice(text.lastIndexOf('\n', offset) + 1).split('\n', 1)[0] ?? '';
  if (NO_ROOM.includes(path.at(-1)) || line.trim() !== written) return CHART_PLACE;
  const result = chartOf(report, expression);
  return 'fault' in result ? CHART_FAULTS[result.fault.kind](result.fault.word) : undefined;
}

const CHART_PLACE: { message: Text; hint: Text } = {
  message: { zh: '图要单独占一行', en: 'A chart needs a line of its own' },
  hint: {
    zh: '写在各部分正文里，前后各空一行；标题和表注里不能有图',
    en: 'Write it in the text of a section with an empty line before and after it; headings and notes of tables cannot have charts',
  },
};

const CHART_HINT: Text = {
  zh: `可以画：${CHARTS.map((name) => `{{chart "${name}"}}`).join('、')}`,
  en: `Available charts: ${CHARTS.map((name) => `{{chart "${name}"}}`).join(', ')}`,
};

const CHART_FAULTS: Readonly<Record<ChartFault['kind'], (word: string) => { message: Text; hint: Text }>> = {
  words: (word) => ({
    message: { zh: `图的名称后面不该有“${word}”`, en: `"${word}" does not belong after the name of a chart` },
    hint: CHART_HINT,
  }),
  'no-chart': (name) => {
    const meant = didYouMean(name, CHARTS);
    return {
      message:
        name === ''
          ? { zh: '没有写图的名称', en: 'The name of the chart is missing' }
          : { zh: `没有“${name}”这种图`, en: `There is no chart "${name}"` },
      hint: meant ? { zh: `是不是 {{chart "${meant}"}}？`, en: `Did you mean {{chart "${meant}"}}?` } : CHART_HINT,
    };
  },
  'no-previous': () => ({
    message: {
      zh: '没有上年的报告，两年的比较画不出来',
      en: "A chart of two years needs last year's report, which is missing",
    },
    hint: {
      zh: '写上 previous: 上年报告的文件名，或者加 --against',
      en: "Write previous: and the file of last year's report, or add --against",
    },
  }),
  'not-as-previous': (number) => ({
    message: {
      zh: `上年的数 ${number} 和上年的报告不同`,
      en: `The number ${number} for last year differs from last year's report`,
    },
    hint: { zh: '只写 {{chart "years"}}', en: 'Write only {{chart "years"}}' },
  }),
};

const noExpression = (written: string): { message: Text; hint: Text } => ({
  message: { zh: `“${written}”里不是一个路径`, en: `"${written}" does not contain a path` },
  hint: {
    zh: '双花括号里写单元格的路径，例如 {{applications.received.total}}，或者 {{sum …}}、{{share …}}、{{change …}}、{{chart "…"}}',
    en: 'Between double braces, write the path of a cell, such as {{applications.received.total}}, or {{sum …}}, {{share …}}, {{change …}}, {{chart "…"}}',
  },
});

/** Says what is wrong with an expression, and what to write instead. */
function sayFault(report: Report, { kind, path }: ExpressionFault, written: string): { message: Text; hint: Text } {
  if (kind === 'no-cell') return noCell(report, path, written.includes(` ${path}`));
  if (kind === 'words') {
    const meant = didYouMean(path, [...FUNCTIONS, 'chart']);
    const base = noExpression(written);
    return meant ? { ...base, hint: { zh: `是不是 {{${meant} …}}？`, en: `Did you mean {{${meant} …}}?` } } : base;
  }
  return FAULTS[kind](path);
}

const FAULTS: Readonly<
  Record<Exclude<ExpressionFault['kind'], 'no-cell' | 'words'>, (path: string) => { message: Text; hint: Text }>
> = {
  'no-count': (path) => ({
    message: { zh: `“${path}”不是件数，不能加减`, en: `"${path}" is not a count and cannot be added up` },
    hint: { zh: '用表格里件数的路径', en: 'Use the path of a count in the tables' },
  }),
  'no-previous': (path) => ({
    message: {
      zh: `没有上年的报告，“${path}”没有增幅`,
      en: `The change of "${path}" needs last year's report, which is missing`,
    },
    hint: {
      zh: '写上 previous: 上年报告的文件名，或者加 --against',
      en: "Write previous: and the file of last year's report, or add --against",
    },
  }),
  'not-in-previous': (path) => ({
    message: { zh: `上年的报告里没有“${path}”`, en: `Last year's report has no "${path}"` },
    hint: { zh: '上年用的是另一种格式；手写这个数', en: 'Last year used the other form; write the number yourself' },
  }),
  'too-long': (path) => ({
    message: {
      zh: `“${path}”超过 200 个字，不能用花括号打印`,
      en: `"${path}" has more than 200 characters, so braces cannot print it`,
    },
    hint: { zh: '写短一些，或者直接写在正文里', en: 'Shorten it, or write the words in the text' },
  }),
  'whole-is-zero': (path) => ({
    message: { zh: `“${path}”是 0，算不出占比`, en: `"${path}" is 0, so a share of it cannot be computed` },
    hint: { zh: '改写这句话', en: 'Rewrite the sentence without a share' },
  }),
  'previous-is-zero': (path) => ({
    message: {
      zh: `“${path}”上年是 0，算不出增幅`,
      en: `"${path}" was 0 last year, so a rate of change cannot be computed`,
    },
    hint: { zh: '改写成增加了几件', en: 'Give the increase as a number instead' },
  }),
};

function noCell(report: Report, path: string, isOperand: boolean): { message: Text; hint: Text } {
  if (isTextPath(path)) {
    return {
      message: { zh: `报告没有写 ${path}`, en: `The report has no ${path}` },
      hint: { zh: `写上 ${path}，或者换一个路径`, en: `Write ${path}, or use another path` },
    };
  }
  const meant = isOperand ? suggestPath(report, path) : asBinding(meantBy(report, path));
  const below = keysBelow(report, path.slice(0, Math.max(0, path.lastIndexOf('.'))));
  return {
    message: { zh: `没有“${path}”这个单元格`, en: `There is no cell "${path}"` },
    hint: meant
      ? { zh: `是不是 ${meant}？`, en: `Did you mean ${meant}?` }
      : below.length > 0
        ? { zh: `那里有：${below.join('、')}`, en: `It contains: ${below.join(', ')}` }
        : { zh: '路径的写法见表格各行的键，用点隔开', en: 'A path consists of the keys of the tables, joined by dots' },
  };
}

const asBinding = (path: string | undefined): string | undefined => path && `{{${path}}}`;

/** The expression that was probably meant. A group does not have a number itself, so its rows are added up. */
function meantBy(report: Report, path: string): string | undefined {
  if (report.cells.has(`${path}.total`)) return `${path}.total`;
  const group = path.replace(/\.total$/, '');
  return operandCells(report, group).length > 0 ? `sum ${group}` : suggestPath(report, path);
}

/** The keys below a path of the tables; below a group these are rows, without a total. */
function keysBelow(report: Report, path: string): string[] {
  const below = [...report.cells.keys()].filter((cell) => cell.startsWith(`${path}.`));
  return path === '' ? [] : [...new Set(below.map((cell) => cell.slice(path.length + 1).split('.')[0] ?? ''))];
}

// Probably meant as a bound number, but printed as written: a single pair of braces, full-width braces, or spaces between braces.
const HALF_BRACES =
  /(?<!\{)\{[a-z_]+(\.[a-z0-9_]+)+\}(?!\})|｛[^｝\n]{0,200}｝+|\{ +\{[^{}\n]{0,200}\} *\}|\{\{[^{}\n]{0,200}\} +\}/gu;
const INSIDE = /^[a-z0-9_.]+(?: +[a-z0-9_.]+)*$/u;

function checkHalfBraces(field: ProseField, place: PlaceText): Finding[] {
  const next = place(field);
  return halfBraces(field.text).map(({ 0: written }) => {
    const inside = written.replace(/[{}｛｝]/gu, '').trim();
    const message = { zh: `“${written}”会照原样印出`, en: `"${written}" is printed as written` };
    const example = `{{${INSIDE.test(inside) ? inside : 'applications.received.total'}}}`;
    const hint = INSIDE.test(inside)
      ? say(
          `写成 ${example}：两对半角花括号，中间不空格`,
          `Write ${example}, with two pairs of half-width braces and no space between them`,
        )
      : say(
          `要印出单元格的数，用两对半角花括号，例如 ${example}`,
          `To print a cell, use two pairs of half-width braces, such as ${example}`,
        );
    return textFinding(field, next(written), { ...RULE, message, hint });
  });
}

const halfBraces = (text: string): RegExpExecArray[] => [...text.matchAll(HALF_BRACES)].slice(0, MOST_PER_TEXT);
