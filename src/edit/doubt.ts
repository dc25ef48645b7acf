import { isMap, type Pair, type YAMLMap } from 'yaml';
import type { Report } from '../report/report.ts';
import { nodeAt } from '../source/locate.ts';
import type { Source } from '../source/parse.ts';
import { keyOf } from '../source/to-data.ts';

/** The keys of one cell. */
const CELL_KEYS = ['value', 'note'];

/**
 * Rows with a key that no column has, as dotted paths: a column that looks left out, and so zero, may stand there mistyped,
 * and a number may have lost its end to a comma. No total is written from them.
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

/** Does the number of a pair go on behind a comma, as far as can be seen? `{ issued: 01,204 }` */
export function isCutShort(map: YAMLMap, key: string): boolean {
  const at = map.items.findIndex((pair) => keyOf(pair.key) === key);
  const next: Pair | undefined = at < 0 ? undefined : map.items[at + 1];
  return next !== undefined && next.value === null && /^[0-9]/.test(keyOf(next.key));
}
