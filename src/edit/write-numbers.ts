import { isMap, isScalar, type Pair, type YAMLMap } from 'yaml';
import type { FormDef, RowNodeDef } from '../form/types.ts';
import { isRowGroup, type PlacedRow, tableRows } from '../form/walk.ts';
import { nodeAt } from '../source/locate.ts';
import { parse, type Source } from '../source/parse.ts';
import { applyEdits, type Edit } from './edit.ts';
import { insertKey } from './insert.ts';
import { fillIn, indentAt, isFlow, keyStart, lineEnding, pairOf } from './positions.ts';

/** A file with numbers written into it. */
export interface NumbersWritten {
  readonly source: Source;
  /** Paths of cells whose place in the file is in a notation that can't be edited. */
  readonly failed: readonly string[];
}

/**
 * Writes numbers into the cells of a report file. Comments, order, quotes and blank lines stay. A row or table that is written
 * as 0 gets its rows and columns; in a row that was unknown, the columns without a number stay unknown.
 */
export function writeNumbers(source: Source, form: FormDef, numbers: ReadonlyMap<string, string>): NumbersWritten {
  let here = source;
  const failed: string[] = [];
  for (const row of form.tables.flatMap(tableRows)) {
    const own = row.columns.filter(({ key }) => numbers.has(`${row.path}.${key}`));
    if (own.length === 0) continue;
    const columns = new Map(own.map(({ key }) => [key, numbers.get(`${row.path}.${key}`) ?? '']));
    const next = writeRow(here, form, row, columns);
    if (next) here = next;
    else failed.push(...own.map(({ key }) => `${row.path}.${key}`));
  }
  return { source: here, failed };
}

type Columns = ReadonlyMap<string, string>;

/** The form is at most this deep; each step makes the file one level more explicit. */
const MOST_STEPS = 8;

function writeRow(source: Source, form: FormDef, row: PlacedRow, columns: Columns): Source | undefined {
  let here = source;
  for (let step = 0; step < MOST_STEPS; step++) {
    const node = nodeAt(here, row.path.split('.'));
    const isRow = isMap(node) && node.items.length > 0;
    const edits = isRow ? columnEdits(here, node, row, columns) : rowEdit(here, form, row, columns);
    if (!edits) return undefined;
    const next = parse(applyEdits(here.text, edits.edits), here.file);
    if (next.data === undefined) return undefined;
    if (edits.done) return next;
    here = next;
  }
  return undefined;
}

interface Step {
  readonly edits: readonly Edit[];
  /** The numbers are written; otherwise the file has come one level closer to the row. */
  readonly done: boolean;
}

/** The numbers in a row that is written out. */
function columnEdits({ text }: Source, map: YAMLMap, row: PlacedRow, columns: Columns): Step | undefined {
  const order = row.columns.map(({ key }) => key);
  const edits = [...columns].map(([key, number]) => {
    const pair = pairOf(map, key);
    if (pair) return fillIn(text, valuePair(pair), number);
    return insertKey(text, map, { key, order, flow: number, block: (indent) => [`${indent}${key}: ${number}`] });
  });
  // Two keys inserted at one place keep the order of the form.
  return edits.every((edit) => edit !== undefined) ? { edits, done: true } : undefined;
}

/** The pair with the number: `total: 3`, or the `value: 3` of `total: { value: 3, note: … }`. */
const valuePair = (pair: Pair): Pair => (isMap(pair.value) && pairOf(pair.value, 'value')) || pair;

/** The row itself, or one level on the way to it. */
function rowEdit(source: Source, form: FormDef, row: PlacedRow, columns: Columns): Step | undefined {
  const keys = row.path.split('.');
  let depth = keys.length - 1;
  while (depth > 0 && !isMap(nodeAt(source, keys.slice(0, depth)))) depth--;
  const above = depth === 0 ? source.document?.contents : nodeAt(source, keys.slice(0, depth));
  const key = keys[depth] ?? '';
  if (!isMap(above)) return undefined;
  const isRow = depth === keys.length - 1;
  const pair = pairOf(above, key);
  if (!pair) return inserted(source, form, { above, keys: keys.slice(0, depth), key });
  const zero = isScalar(pair.value) && String(pair.value.value).trim() === '0';
  const edit = isRow
    ? fillWith(source, pair, rowText(row, columns, zero))
    : fillWith(source, pair, levelText(source, form, { keys: keys.slice(0, depth + 1), pair, above, zero }));
  return edit && { edits: [edit], done: isRow };
}

/** The columns of a row; those without a number stay 0 if the row was 0, otherwise unknown. A total follows from the others. */
function rowText({ columns: all }: PlacedRow, columns: Columns, zero: boolean): string {
  const parts = all.flatMap(({ key, total }) => {
    const number = columns.get(key) ?? (zero || total ? undefined : 'null');
    return number === undefined ? [] : [`${key}: ${number}`];
  });
  return `{ ${parts.join(', ')} }`;
}

interface Level {
  readonly keys: readonly string[];
  readonly pair: Pair;
  readonly above: YAMLMap;
  readonly zero: boolean;
}

/** A group or table that was one value, with this value for each of its rows. */
function levelText({ text }: Source, form: FormDef, { keys, pair, above, zero }: Level): string {
  const children = childrenOf(form, keys).map((key) => `${key}: ${zero ? '0' : 'null'}`);
  const start = keyStart(pair);
  const indent = start === undefined ? undefined : indentAt(text, start);
  if (isFlow(above) || indent === undefined) return `{ ${children.join(', ')} }`;
  const eol = lineEnding(text);
  return children.map((child) => `${eol}${indent}  ${child}`).join('');
}

/** Puts a value in the place of another one with its quotes; a comment behind it stays. */
function fillWith({ text }: Source, pair: Pair, written: string): Edit | undefined {
  const { value } = pair;
  const range = isScalar(value) ? value.range : undefined;
  const [start = 0, end = 0] = range ?? [];
  if (end === start) return fillIn(text, pair, written);
  if (text.slice(start, end).includes('\n')) return undefined;
  const block = written.startsWith('\n') || written.startsWith('\r');
  return { start: block && text[start - 1] === ' ' ? start - 1 : start, end, text: written };
}

/** A row, group or table that the file does not have, as unknown. */
function inserted(
  { text }: Source,
  form: FormDef,
  { above, keys, key }: { readonly above: YAMLMap; readonly keys: readonly string[]; readonly key: string },
): Step | undefined {
  const order = keys.length === 0 ? form.tables.map((table) => table.key) : childrenOf(form, keys);
  const block = (indent: string) => [`${indent}${key}: null`];
  const edit = insertKey(text, above, { key, order, flow: 'null', block });
  return edit && { edits: [edit], done: false };
}

/** The keys of the rows and groups under a table or group. */
function childrenOf({ tables }: FormDef, [first = '', ...keys]: readonly string[]): string[] {
  const table = tables.find(({ key }) => key === first);
  let nodes: readonly RowNodeDef[] = table?.blocks.flatMap(({ rows }) => rows) ?? [];
  for (const key of keys) {
    const node = nodes.find((one) => one.key === key);
    nodes = node && isRowGroup(node) ? node.rows : [];
  }
  return nodes.map(({ key }) => key);
}
