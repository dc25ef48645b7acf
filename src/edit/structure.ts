import { isMap, isScalar, isSeq, type Scalar } from 'yaml';
import { reportSchema } from '../form/json-schema.ts';
import type { Report } from '../report/report.ts';
import { propertiesOf, schemaAt } from '../report/schema-lookup.ts';
import { parse, type Source } from '../source/parse.ts';
import { readDate } from '../writing/dates.ts';
import { applyEdits, type Correction } from './edit.ts';
import { indentAt, keyStart, lineEnding, lineStart, pairOf, scalarRange } from './positions.ts';

/** Corrects maps that are written in another way: with dashes before their lines, a section as its text, a period as two dates. */
export function correctStructure(source: Source, report: Report): Correction[] {
  return [...mapsWithDashes(source, report), ...sectionTexts(source), ...periodAsText(source)];
}

/** `- rules: 0` below a table: every dash becomes a space, so that the lines stay aligned. */
function mapsWithDashes(source: Source, { form }: Report): Correction[] {
  const root = reportSchema(form);
  const corrections: Correction[] = [];
  const walk = (node: unknown, path: readonly string[]): void => {
    const schema = schemaAt(root, path);
    const known = schema ? propertiesOf(root, schema) : {};
    if (isSeq(node) && Object.keys(known).length > 0) corrections.push(...withoutDashes(source, node.items, path));
    if (isMap(node)) for (const key of Object.keys(known)) walk(pairOf(node, key)?.value, [...path, key]);
  };
  walk(source.document?.contents, []);
  return corrections;
}

function withoutDashes(source: Source, items: readonly unknown[], path: readonly string[]): Correction[] {
  const edits = items.map((item) => {
    const [first] = isMap(item) && !item.flow ? item.items : [];
    const start = first && keyStart(first);
    if (start === undefined) return undefined;
    const dash = source.text.lastIndexOf('-', start);
    const own = dash >= 0 && indentAt(source.text, dash) !== undefined && /^- +$/.test(source.text.slice(dash, start));
    const column = start - lineStart(source.text, start);
    return own ? { start: dash, end: dash + 1, text: ' ', column } : undefined;
  });
  const dashes = edits.filter((edit) => edit !== undefined);
  const columns = new Set(dashes.map(({ column }) => column));
  if (dashes.length < edits.length || columns.size !== 1) return [];
  const now = parse(applyEdits(source.text, dashes), source.file);
  if (now.data === undefined) return [];
  const name = path.join('.');
  const message = { zh: `${name}：去掉各行前面的“-”`, en: `${name}: removed the "-" before its lines` };
  const [start, end] = [dashes[0]?.start ?? 0, dashes.at(-1)?.end ?? 0];
  const inside = dashes.map((edit) => ({ ...edit, start: edit.start - start, end: edit.end - start }));
  return [{ start, end, text: applyEdits(source.text.slice(start, end), inside), path: name, message }];
}

const LONGEST_COMMENT = 1000;

/** `problems: 文字` becomes `problems:` with `text: |` and the text below it. */
function sectionTexts({ text, document }: Source): Correction[] {
  return ['preface', 'overview', 'problems', 'other_matters'].flatMap((key) => {
    const pair = isMap(document?.contents) ? pairOf(document.contents, key) : undefined;
    const value = pair?.value;
    const start = pair && keyStart(pair);
    if (!isScalar(value) || typeof value.value !== 'string' || start === undefined) return [];
    if (!scalarRange(text, value) || value.value.trim() === '' || indentAt(text, start) === undefined) return [];
    const eol = lineEnding(text);
    const [from = 0, to = 0] = value.range ?? [];
    // A comment stays behind the key: below text: | it would be text.
    const end = /[^\r\n]*/.exec(text.slice(to, to + LONGEST_COMMENT))?.[0].length ?? 0;
    const written = `${text.slice(to, to + end)}${eol}  text: |${eol}    ${value.value.trim()}`;
    const message = { zh: `${key}：正文移到 text: | 下面`, en: `${key}: moved the text below text: |` };
    const before = text.slice(0, from).trimEnd().length;
    return [{ start: before, end: to + end, text: written, path: key, message }];
  });
}

/** `period: 2025年1月1日至2025年12月31日` */
function periodAsText({ text, document }: Source): Correction[] {
  const node = isMap(document?.contents) ? pairOf(document.contents, 'period')?.value : undefined;
  if (!isScalar(node) || !scalarRange(text, node as Scalar)) return [];
  const days = String(node.value)
    .split(/至|到|起|止|~|～|—+/u)
    .filter((piece) => !/^[自从\s]*$/u.test(piece))
    .map((piece) => readDate(piece.replace(/^[自从]/u, '')));
  const [from, to, ...more] = days.map((day) => (day && 'day' in day && day.sure ? day.day : undefined));
  if (!from || !to || more.length > 0) return [];
  const [start = 0, end = 0] = node.range ?? [];
  const written = `{ from: ${from}, to: ${to} }`;
  const message = { zh: `统计期限：改成 ${written}`, en: `period: now ${written}` };
  return [{ start, end, text: written, path: 'period', message }];
}
