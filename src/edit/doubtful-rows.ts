import { isMap, type Pair, type YAMLMap } from 'yaml';
import type { Report } from '../report/report.ts';
import { nodeAt } from '../source/locate.ts';
import type { Source } from '../source/parse.ts';
import { keyOf } from '../source/to-data.ts';

/** The keys that a cell can have as a map. */
const CELL_KEYS = ['value', 'note'];

/**
 * Dotted paths of rows with a key that is not a column. A column that seems to be left out, and so zero, may be there with a
 * typing error, or a comma may have cut off the end of a number. No total is computed from these rows.
 */
export function doubtfulRows(source: Source, { cells }: Report): Set<string> {
  const columns = new Map<string, string[]>();
  for (const path of cells.keys()) {
    const dot = path.lastIndexOf('.');
    const row = path.slice(0, dot);
    columns.set(row, [...(columns.get(row) ?? []), path.slice(dot + 1)]);
  }
  return new Set([...columns].filter(([row, keys]) => isDoubtful(source, row, keys)).map(([row]) => row));
}

function isDoubtful(source: Source, row: string, columns: readonly string[]): boolean {
  const map = nodeAt(source, row.split('.'));
  if (!isMap(map)) return false;
  return (
    hasOthers(map, columns) || map.items.some(({ value }) => isMap(value) && hasOthers(value as YAMLMap, CELL_KEYS))
  );
}

const hasOthers = (map: YAMLMap, keys: readonly string[]): boolean =>
  map.items.some(({ key }) => !keys.includes(keyOf(key)));

/** Whether the number of a pair seems to continue after a comma: `{ issued: 01,204 }` */
export function isCutShort(map: YAMLMap, key: string): boolean {
  const at = map.items.findIndex((pair) => keyOf(pair.key) === key);
  const next: Pair | undefined = at < 0 ? undefined : map.items[at + 1];
  return next !== undefined && next.value === null && /^[0-9０-９]/u.test(keyOf(next.key));
}
