import { isMap, type YAMLMap } from 'yaml';
import { editionById, editionForYear } from '../form/editions.ts';
import { reportSchema } from '../form/json-schema.ts';
import { type RowLayout, rowLines, tableLines } from '../form/skeleton-rows.ts';
import type { RowGroupDef, RowNodeDef } from '../form/types.ts';
import { isRowGroup, rowName } from '../form/walk.ts';
import { textIn } from '../report/access.ts';
import { meantKey } from '../report/meant-key.ts';
import type { Report } from '../report/report.ts';
import { nodeAt } from '../source/locate.ts';
import type { Source } from '../source/parse.ts';
import { keyOf } from '../source/to-data.ts';
import type { Correction } from './edit.ts';
import { insertKey, type NewKey } from './insert.ts';
import { strangeKeys } from './keys.ts';
import { indentAt, isFlow, keyStart } from './positions.ts';

/** A row, a group or a table of the form, with its lines of YAML. */
interface MissingPart {
  readonly key: string;
  readonly path: string;
  readonly name: string;
  readonly lines: (indent: string) => readonly string[];
  /** Put blank lines around it. */
  readonly apart?: true;
}

interface FileLayout {
  readonly source: Source;
  readonly report: Report;
  readonly step: string;
  /** Keys at a place where the form has none: they may be a missing row. */
  readonly strange: ReadonlySet<string>;
}

/** Adds missing rows, groups and tables as null, in the order of the form, with the official wording in comments. */
export function addMissingRows(source: Source, report: Report): Correction[] {
  const root = source.document?.contents;
  if (!isMap(root) || !editionIsSure(report)) return [];
  const place = { source, report, step: stepOf(source, root), strange: strangeKeys(source, report) };
  const order = Object.keys(reportSchema(report.form).properties ?? {});
  return report.form.tables.flatMap((table) => {
    const part: MissingPart = {
      key: table.key,
      path: table.key,
      name: table.label,
      lines: (indent) => tableLines(table, layoutOf(place, indent)),
      apart: true,
    };
    const rows = table.blocks.flatMap((block) => block.rows);
    return missing(place, root, part, order) ?? missingBelow(place, table.key, rows, []);
  });
}

function missingBelow(
  place: FileLayout,
  prefix: string,
  nodes: readonly RowNodeDef[],
  groups: readonly RowGroupDef[],
): Correction[] {
  const map = nodeAt(place.source, prefix.split('.'));
  if (!isMap(map) || map.items.length === 0) return [];
  const order = nodes.map(({ key }) => key);
  return nodes.flatMap((node) => {
    const path = `${prefix}.${node.key}`;
    const lines = (indent: string) => rowLines(node, prefix, layoutOf(place, indent));
    const part: MissingPart = { key: node.key, path, name: rowName({ row: node, groups }), lines };
    if (!isRowGroup(node)) return (!node.total && missing(place, map, part, order)) || [];
    return missing(place, map, part, order) ?? missingBelow(place, path, node.rows, [...groups, node]);
  });
}

/** The edit that adds the part to `map`; undefined if it is there already. */
function missing(
  { source, strange }: FileLayout,
  map: YAMLMap,
  part: MissingPart,
  order: readonly string[],
): Correction[] | undefined {
  const keys = map.items.map(({ key }) => keyOf(key));
  if (keys.includes(part.key)) return undefined;
  // It is probably there with a typing error, which `validate` reports.
  if (strange.has(part.key) || keys.some((key) => !order.includes(key) && isMeant(key, part))) return [];
  const added: NewKey = { key: part.key, order, flow: 'null', block: part.lines, apart: part.apart ?? false };
  const edit = insertKey(source.text, map, added);
  if (!edit) return [];
  const message = { zh: `${part.name}：补上 null（还不知道）`, en: `${part.name}: added as null (not known yet)` };
  return [{ ...edit, path: part.path, message }];
}

const isMeant = (written: string, { key, name }: MissingPart): boolean =>
  written.startsWith(key) || meantKey(written, { [key]: { title: name } }) !== undefined;

/** The form whose rows belong in the file; undefined if the year is unknown or belongs to another form. */
function editionIsSure({ data, year, form }: Report): boolean {
  if (year === undefined) return editionById(textIn(data, 'form') ?? '') !== undefined;
  return editionForYear(year)?.id === form.id;
}

const layoutOf = ({ step }: FileLayout, indent: string): RowLayout => ({ indent, step });

/** The number of spaces that the file indents per level. */
function stepOf({ text }: Source, root: YAMLMap): string {
  const outer = indentOfKeys(text, root);
  for (const { value } of root.items) {
    const inner = isMap(value) ? indentOfKeys(text, value) : undefined;
    if (outer !== undefined && inner !== undefined && inner.length > outer.length) return inner.slice(outer.length);
  }
  return '  ';
}

function indentOfKeys(text: string, map: YAMLMap): string | undefined {
  const [first] = isFlow(map) ? [] : map.items;
  const start = first && keyStart(first);
  return start === undefined ? undefined : indentAt(text, start);
}
