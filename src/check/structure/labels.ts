import type { Path } from '../../diagnostics/diagnostic.ts';
import { INFORMATION_PROCESSING_FEE } from '../../form/fee.ts';
import { reportSchema } from '../../form/json-schema.ts';
import type { JsonSchema } from '../../form/schema-types.ts';
import { textIn } from '../../report/access.ts';
import type { Report } from '../../report/report.ts';
import { schemaAt } from '../../report/schema-lookup.ts';

/** The printed label of a place in a report. */
export const labelOf = (report: Report, path: Path): string => labelAt(report, reportSchema(report.form), path);

/** The printed label of a place: the name of a cell, or else the titles along the path: `一、总体情况 · 依申请公开 · 正文`. */
export function labelAt(report: Report, schema: JsonSchema, path: Path): string {
  const cell = report.cells.get(path.join('.'));
  if (cell) return cell.name;
  const titles = path.flatMap((segment, depth) => {
    if (typeof segment === 'number') return itemName(report, path.slice(0, depth + 1), segment);
    // The number of the item is enough; the title of the list is left out.
    if (typeof path[depth + 1] === 'number') return [];
    return schemaAt(schema, path.slice(0, depth + 1))?.title ?? segment;
  });
  return belongsToTables(report, path.join('.')) ? (titles.at(-1) ?? '') : titles.join(' · ');
}

/** An item of a list: the heading of a part of the overview, otherwise its number. */
function itemName({ data }: Report, path: Path, index: number): string {
  const heading = textIn(data, [...path, 'heading'].join('.'))?.trim();
  const [...characters] = heading ?? '';
  if (characters.length === 0) return `第${index + 1}项`;
  return characters.length > LONGEST_NAME ? `${characters.slice(0, LONGEST_NAME).join('')}…` : characters.join('');
}

const LONGEST_NAME = 20;

/** Is this a cell, a row, a group or a table, written or not? */
export function belongsToTables(report: Report, name: string): boolean {
  if (name === INFORMATION_PROCESSING_FEE.path) return true;
  if (report.cells.has(name) || report.cells.has(name.replace(/\.value$/, ''))) return true;
  for (const path of report.cells.keys()) if (path.startsWith(`${name}.`)) return true;
  return false;
}
