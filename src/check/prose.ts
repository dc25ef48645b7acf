import type { Finding, Range } from '../diagnostics/diagnostic.ts';
import type { Text } from '../diagnostics/text.ts';
import { type Binding, findBindings } from '../prose/bindings.ts';
import { type ProseField, proseFields } from '../prose/fields.ts';
import type { Report } from '../report/report.ts';
import { isTextPath, resolve, suggestPath } from '../report/resolve.ts';

/** Finds pieces of a text in the file, one after the other: each is looked for behind the one before. */
export type PlaceText = (field: ProseField) => (piece: string) => Range | undefined;

/** A text with more faults than this has one fault: nobody reads on. */
const MOST_PER_TEXT = 20;

/** Checks what every text must obey before it can be printed: bound numbers exist, no HTML, no pictures. */
export function checkProse(report: Report, place: PlaceText): Finding[] {
  return proseFields(report).flatMap((field) => [
    ...checkBindings(report, field, place),
    ...checkHalfBraces(field, place),
    ...checkMarkup(field, place),
  ]);
}

function checkBindings(report: Report, field: ProseField, place: PlaceText): Finding[] {
  const next = place(field);
  const findings: Finding[] = [];
  for (const binding of findBindings(field.text)) {
    const range = next(binding.written);
    const said = judge(report, binding);
    if (said) findings.push(textFinding(field, range, { rule: 'unknown-path', severity: 'error', ...said }));
    if (findings.length === MOST_PER_TEXT) break;
  }
  return findings;
}

function judge(report: Report, { path, written }: Binding): { message: Text; hint: Text } | undefined {
  if (path === undefined) {
    return {
      message: { zh: `“${written}”里不是一个路径`, en: `"${written}" does not hold a path` },
      hint: {
        zh: '双花括号里只能写一个单元格的路径，例如 {{applications.received.total}}',
        en: 'Double braces hold the path of one cell, such as {{applications.received.total}}',
      },
    };
  }
  if (resolve(report, path)) return undefined;
  if (isTextPath(path)) {
    return {
      message: { zh: `报告没有写 ${path}`, en: `The report has no ${path}` },
      hint: { zh: `写上 ${path}，或者换一个路径`, en: `Write ${path}, or use another path` },
    };
  }
  const meant = report.cells.has(`${path}.total`) ? `${path}.total` : suggestPath(report, path);
  const below = keysBelow(report, path.slice(0, Math.max(0, path.lastIndexOf('.'))));
  return {
    message: { zh: `没有“${path}”这个单元格`, en: `There is no cell "${path}"` },
    hint: meant
      ? { zh: `是不是 {{${meant}}}？`, en: `Did you mean {{${meant}}}?` }
      : below.length > 0
        ? { zh: `那里有：${below.join('、')}`, en: `There stand: ${below.join(', ')}` }
        : { zh: '路径的写法见表格各行的键，用点隔开', en: 'A path is made of the keys of the tables, joined by dots' },
  };
}

/** The keys that stand below a path of the tables; a group has rows there, and no total. */
function keysBelow(report: Report, path: string): string[] {
  const below = [...report.cells.keys()].filter((cell) => cell.startsWith(`${path}.`));
  return path === '' ? [] : [...new Set(below.map((cell) => cell.slice(path.length + 1).split('.')[0] ?? ''))];
}

// What was meant as a bound number and would be printed as it stands: one pair of braces, or full-width ones.
const HALF_BRACES = /(?<!\{)\{[a-z_]+(\.[a-z0-9_]+)+\}(?!\})|｛[^｝\n]*｝+/u;

function checkHalfBraces(field: ProseField, place: PlaceText): Finding[] {
  const written = HALF_BRACES.exec(field.text)?.[0];
  if (written === undefined) return [];
  const message = { zh: `“${written}”会照原样印出`, en: `"${written}" is printed as it stands` };
  const hint = {
    zh: '要印出单元格的数，用两对半角花括号，例如 {{applications.received.total}}',
    en: 'To print a cell, use two pairs of plain braces, such as {{applications.received.total}}',
  };
  return [textFinding(field, place(field)(written), { rule: 'unknown-path', severity: 'error', message, hint })];
}

const MARKUP: readonly { pattern: RegExp; message: (written: string) => Text; hint: Text }[] = [
  {
    pattern: /<\/?[a-z][a-z0-9-]*(\s[^<>\n]*)?\/?>|<!--[^<\n]*/giu,
    message: (written) => ({
      zh: `正文里有 HTML：${written}，会照原样印出`,
      en: `HTML in the text: ${written} is printed as it stands`,
    }),
    hint: {
      zh: '正文用 Markdown：**加粗**、空行分段、- 列表',
      en: 'Use Markdown: **bold**, an empty line between paragraphs, - for lists',
    },
  },
  {
    pattern: /!\[[^[\]\n]*\]\([^()\n]*\)/gu,
    message: (written) => ({
      zh: `正文里有图片：${written}，不会印出`,
      en: `A picture in the text: ${written} is not printed`,
    }),
    hint: { zh: '年度报告的格式里没有图片，请删去', en: 'The form has no pictures: remove it' },
  },
];

function checkMarkup(field: ProseField, place: PlaceText): Finding[] {
  return MARKUP.flatMap(({ pattern, message, hint }) => {
    const first = field.text.match(pattern)?.[0];
    if (first === undefined) return [];
    const said = { rule: 'unsupported-markup', severity: 'warning', message: message(first), hint } as const;
    return [textFinding(field, place(field)(first), said)];
  });
}

function textFinding(field: ProseField, range: Range | undefined, said: Omit<Finding, 'path'>): Finding {
  return { ...said, path: field.path, ...(range && { range }) };
}
