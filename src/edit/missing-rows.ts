import { isMap, type YAMLMap } from 'yaml';
import { editionById, editionForYear } from '../form/editions.ts';
import { reportSchema } from '../form/json-schema.ts';
import { type RowLayout, rowLines, tableLines } from '../form/skeleton-rows.ts';
import type { RowGroupDef, RowNodeDef } from '../form/types.ts';
import { isRowGroup, rowName } from '../form/walk.ts';
import { textIn } from '../report/access.ts';
import type { Report } from '../report/report.ts';
import { didYouMean } from '../report/resolve.ts';
import { nodeAt } from '../source/locate.ts';
import type { Source } from '../source/parse.ts';
import { keyOf } from '../source/to-data.ts';
import type { Correction } from './edit.ts';
import { insertKey, type NewKey } from './insert.ts';
import { indentAt, isFlow, keyStart } from './positions.ts';

/** A row, a group or a table of the form, with the lines it is written as. */
interface Part {
  readonly key: string;
  readonly path: string;
  readonly name: string;
  readonly lines: (indent: string) => readonly string[];
  /** A blank line parts it from what stands beside it. */
  readonly apart?: true;
}

interface Place {
  readonly source: Source;
  readonly report: Report;
  readonly step: string;
}

/** Adds the rows, groups and tables that the file lacks as null, in the form's order, with the official wording beside each. */
export function addMissingRows(source: Source, report: Report): Correction[] {
  const root = source.document?.contents;
  if (!isMap(root) || !editionIsSure(report)) return [];
  const place = { source, report, step: stepOf(source, root) };
  const order = Object.keys(reportSchema(report.form).properties ?? {});
  return report.form.tables.flatMap((table) => {
    const part: Part = {
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
  place: Place,
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
    const part: Part = { key: node.key, path, name: rowName({ row: node, groups }), lines };
    if (!isRowGroup(node)) return (!node.total && missing(place, map, part, order)) || [];
    return missing(place, map, part, order) ?? missingBelow(place, path, node.rows, [...groups, node]);
  });
}

/** The part written into `map`; undefined where it is there already. */
function missing({ source }: Place, map: YAMLMap, part: Part, order: readonly string[]): Correction[] | undefined {
  const keys = map.items.map(({ key }) => keyOf(key));
  if (keys.includes(part.key)) return undefined;
  // Most likely it stands there, mistyped: `validate` says so.
  if (keys.some((key) => !order.includes(key) && isMeant(key, part))) return [];
  const added: NewKey = { key: part.key, order, flow: 'null', block: part.lines, apart: part.apart ?? false };
  const edit = insertKey(source.text, map, added);
  if (!edit) return [];
  const message = { zh: `${part.name}：补上 null（还不知道）`, en: `${part.name}: added as null (not known yet)` };
  return [{ ...edit, path: part.path, message }];
}

const isMeant = (written: string, { key, name }: Part): boolean =>
  written.startsWith(key) || (written !== '' && name.includes(written)) || didYouMean(written, [key]) !== undefined;

/** Which form's rows belong into the file: not where the year is not known, or is that of another form. */
function editionIsSure({ data, year, form }: Report): boolean {
  if (year === undefined) return editionById(textIn(data, 'form') ?? '') !== undefined;
  return editionForYear(year)?.id === form.id;
}

const layoutOf = ({ step }: Place, indent: string): RowLayout => ({ indent, step });

/** By how much the file indents a level. */
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
