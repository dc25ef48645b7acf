import { isMap, isScalar, type Pair, type YAMLMap } from 'yaml';
import { carriedCells } from '../form/carried-cells.ts';
import { editionForYear } from '../form/editions.ts';
import { TABLE_TEXTS } from '../form/table-texts.ts';
import type { FormDef } from '../form/types.ts';
import { tableRows } from '../form/walk.ts';
import { findBindings } from '../prose/bindings.ts';
import { proseFields } from '../prose/fields.ts';
import { textIn } from '../report/access.ts';
import { evaluate } from '../report/expression.ts';
import { type Report, readReport } from '../report/report.ts';
import { nodeAt } from '../source/locate.ts';
import { parse, type Source } from '../source/parse.ts';
import { escapePattern } from '../writing/patterns.ts';
import { applyEdits, type Edit } from './edit.ts';
import { endOf, indentAt, isFlow, keyStart, lineEnding, lineStart, nextLine, pairOf } from './positions.ts';

/** A report file rewritten for a newer form. */
export interface Migrated {
  readonly text: string;
  readonly report: Report;
  /** Bindings of the prose to cells that the newer form does not have, and the numbers that now stand there. */
  readonly unbound: readonly { readonly written: string; readonly number: string }[];
}

/**
 * Rewrites a report file of an older form for a newer one: changes only the rows that differ, and keeps them as comments, so
 * that no number is lost. Numbers that the older form did not ask for are null. Undefined for notations that cannot be edited.
 */
export function migrate(source: Source, report: Report, form: FormDef): Migrated | undefined {
  const root = source.document?.contents;
  if (!isMap(root) || isFlow(root)) return undefined;
  const edits = [...formEdits(source, root, report, form), ...schemaEdits(source, report, form)];
  const tables = tableEdits(source, root, report, form);
  if (!tables) return undefined;
  const text = applyEdits(source.text, [...edits, ...tables, ...divisionEdits(source, report, form)]);
  const after = unbind(parse(text, source.file), report);
  const { cells } = carriedCells(report.form, form);
  // A file in a strange notation must not lose a number without a word.
  const isKept = cells.every(
    ({ path, kind }) =>
      kind === 'dropped' || (after.report.cells.get(path)?.text ?? '0') === (report.cells.get(path)?.text ?? ''),
  );
  return isKept && after.report.form.id === form.id ? after : undefined;
}

/** `form` is left out if the year decides it. */
function formEdits({ text }: Source, root: YAMLMap, { year }: Report, { id }: FormDef): Edit[] {
  const isUsual = year !== undefined && editionForYear(year)?.id === id;
  const [own, before] = [pairOf(root, 'form'), pairOf(root, 'year')];
  const range = own && linesOf(text, own);
  if (range) return [{ ...range, text: isUsual ? '' : `form: "${id}"${lineEnding(text)}` }];
  const years = before && linesOf(text, before);
  if (isUsual || !years) return [];
  return [{ start: years.end, end: years.end, text: `form: "${id}"${lineEnding(text)}` }];
}

/** The schema that a comment at the top names for editors. */
function schemaEdits({ text, document }: Source, { form: { id } }: Report, newer: FormDef): Edit[] {
  const at = text.indexOf(`schemas/${id}/report.schema.json`);
  const first = document?.contents?.range?.[0] ?? 0;
  if (at < 0 || at > first) return [];
  const start = at + 'schemas/'.length;
  return [{ start, end: start + id.length, text: newer.id }];
}

/** The lines of a pair, with their line ends; undefined if they have something else too. */
function linesOf(text: string, pair: Pair): { start: number; end: number } | undefined {
  const [start, end] = [keyStart(pair), endOf(text, pair)];
  if (start === undefined || end === undefined || indentAt(text, start) === undefined) return undefined;
  return { start: lineStart(text, start), end: nextLine(text, end) };
}

/** The tables in which rows or columns differ: each such row is written anew below its old lines. */
function tableEdits(source: Source, root: YAMLMap, report: Report, form: FormDef): Edit[] | undefined {
  const { text } = source;
  const rows = new Map(form.tables.flatMap(tableRows).map((row) => [row.path, row]));
  const changed = new Set(
    carriedCells(report.form, form)
      .cells.filter(({ kind }) => kind === 'dropped')
      .map(({ path }) => path.split('.')[0]),
  );
  const edits: Edit[] = [];
  for (const key of changed) {
    const table = pairOf(root, key ?? '');
    if (!table || isUnknown(table.value)) continue;
    const range = linesOf(text, table);
    if (!range) return undefined;
    if (!isMap(table.value) || isFlow(table.value)) {
      const own = [...rows.values()].filter(({ path }) => path.startsWith(`${key}.`));
      const texts = TABLE_TEXTS.flatMap(({ key: name }) => {
        const written = textIn(report.data, `${key}.${name}`);
        return written === undefined ? [] : [`  ${name}: ${JSON.stringify(written)}`];
      });
      edits.push(replaced(text, range, [`${key}:`, ...own.map((row) => `  ${rowText(row, report)}`), ...texts], ''));
      continue;
    }
    for (const pair of table.value.items) {
      const start = keyStart(pair);
      const name = isScalar(pair.key) ? String(pair.key.value) : '';
      if (TABLE_TEXTS.some((one) => one.key === name)) continue;
      const lines = linesOf(text, pair);
      if (!lines || start === undefined) return undefined;
      const row = rows.get(`${key}.${name}`);
      const indent = indentAt(text, start) ?? '';
      edits.push(replaced(text, lines, row ? [`${indent}${rowText(row, report)}`] : [], indent));
    }
  }
  return edits;
}

const isUnknown = (value: unknown): boolean =>
  value === null || (isScalar(value) && Number(value.value ?? Number.NaN) !== 0);

/** The old lines as comments, and the new lines. */
function replaced(text: string, range: { start: number; end: number }, lines: readonly string[], indent: string): Edit {
  const end = lineEnding(text);
  const old = text.slice(range.start, range.end).trimEnd().split(/\r?\n/u);
  const comments = old.map((line, at) => `${indent}# ${at === 0 ? OLD : ''}${line.slice(indent.length)}`);
  return { ...range, text: [...comments, ...lines, ''].join(end) };
}

const OLD = '旧格式：';

/** A row with what is carried over; what is not known is null. */
function rowText({ path, row, columns }: ReturnType<typeof tableRows>[number], { cells }: Report): string {
  const written = columns.map(({ key }) => {
    const cell = cells.get(`${path}.${key}`);
    if (!cell || cell.state === 'unknown') return `${key}: null`;
    return `${key}: ${cell.note === undefined ? cell.text : `{ value: ${cell.text}, note: ${JSON.stringify(cell.note)} }`}`;
  });
  return `${row.key}: { ${written.join(', ')} }`;
}

/** The rows of an older form that are groups of rows in a newer one. One with only zeros is divided into zeros. */
export function dividedRows(report: Report, form: FormDef): { readonly row: string; readonly isZero: boolean }[] {
  const paths = carriedCells(report.form, form).cells.flatMap(({ kind, path }) => (kind === 'to-divide' ? [path] : []));
  const rows = [...new Set(paths.map((path) => path.slice(0, path.lastIndexOf('.'))))];
  return rows.map((row) => ({
    row,
    isZero: paths.every((path) => !path.startsWith(`${row}.`) || report.cells.get(path)?.text === '0'),
  }));
}

/** A row that has become a group: 0 can be divided, any other number stays in one row with a remark. */
function divisionEdits(source: Source, report: Report, form: FormDef): Edit[] {
  const { text } = source;
  return dividedRows(report, form).flatMap(({ row, isZero }) => {
    const keys = row.split('.');
    const above = nodeAt(source, keys.slice(0, -1));
    const pair = isMap(above) && !isFlow(above) ? pairOf(above, keys.at(-1) ?? '') : undefined;
    const range = pair && linesOf(text, pair);
    if (!pair || !range || !isMap(pair.value)) return [];
    const indent = indentAt(text, keyStart(pair) ?? 0) ?? '';
    const zeros = `${indent}${keys.at(-1)}: 0`;
    const hasComment = text.slice(range.start, range.end).includes('#');
    if (isZero)
      return [hasComment ? replaced(text, range, [zeros], indent) : { ...range, text: zeros + lineEnding(text) }];
    const parts = form.tables.flatMap(tableRows).filter(({ path }) => path.startsWith(`${row}.`));
    const remark = `${indent}# ${form.id} 年格式分行填写：${parts.map(({ row: one }) => one.key).join('、')}；旧格式只有一行，请分开`;
    return [{ start: range.start, end: range.start, text: `${remark}${lineEnding(text)}` }];
  });
}

/** Replaces bindings that no longer print what they printed by the number itself. */
function unbind(source: Source, old: Report): Migrated {
  const report = readReport(source.data, old.previous);
  const unbound = new Map<string, string>();
  const edits = proseFields(report).flatMap(({ path, text }) => {
    const node = nodeAt(source, path);
    const [from = 0, to = 0] = (isScalar(node) && node.range) || [];
    return findBindings(text).flatMap(({ written, expression = '' }, at, all) => {
      const [before, after] = [evaluate(old, expression), evaluate(report, expression)];
      if (!('text' in before) || before.text === '' || ('text' in after && after.text === before.text)) return [];
      if (all.findIndex((one) => one.written === written) !== at) return [];
      unbound.set(written, before.text);
      return [...source.text.slice(from, to).matchAll(new RegExp(escapePattern(written), 'gu'))].map(
        ({ index }): Edit => ({ start: from + index, end: from + index + written.length, text: before.text }),
      );
    });
  });
  const text = applyEdits(source.text, edits);
  return {
    text,
    report: edits.length === 0 ? report : readReport(parse(text, source.file).data, old.previous),
    unbound: [...unbound].map(([written, number]) => ({ written, number })),
  };
}
