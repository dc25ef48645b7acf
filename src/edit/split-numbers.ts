import { isMap, isScalar, type Pair, Scalar, type YAMLMap } from 'yaml';
import type { Cell } from '../report/cell.ts';
import { normalizeNumber } from '../report/normalize-number.ts';
import type { Report } from '../report/report.ts';
import { nodeAt } from '../source/locate.ts';
import type { Source } from '../source/parse.ts';
import { keyOf } from '../source/to-data.ts';
import type { Correction } from './edit.ts';
import { isFlow } from './positions.ts';

/** Joins numbers that YAML splits: in `{ issued: 1,204, repealed: 0 }` YAML reads `issued: 1` and a key `204`. */
export function joinSplitNumbers(source: Source, report: Report): Correction[] {
  const rows = new Set<string>();
  for (const path of report.cells.keys()) rows.add(path.slice(0, path.lastIndexOf('.')));
  return [...rows].flatMap((row) => {
    const map = nodeAt(source, row.split('.'));
    if (!isMap(map)) return [];
    const cells = map.items.flatMap(({ key, value }) => {
      const path = `${row}.${keyOf(key)}`;
      const cell = report.cells.get(path);
      return isMap(value) && cell ? joinIn(source, value, path, (name) => (name === 'value' ? cell : undefined)) : [];
    });
    return [...joinIn(source, map, row, (name) => report.cells.get(`${row}.${name}`)), ...cells];
  });
}

function joinIn(source: Source, map: YAMLMap, path: string, cellOf: (key: string) => Cell | undefined): Correction[] {
  if (!isFlow(map)) return [];
  return map.items.flatMap((pair, index) => {
    const cell = cellOf(keyOf(pair.key));
    const { value } = pair;
    if (!cell || !isScalar(value) || value.type !== Scalar.PLAIN || !value.range) return [];
    const [start, valueEnd] = value.range;
    const rest = fragments(source.text, map.items.slice(index + 1), valueEnd);
    const end = (rest.at(-1)?.key as Scalar | undefined)?.range?.[1];
    if (end === undefined) return [];
    const written = source.text.slice(start, end);
    const number = normalizeNumber(written, { key: cell.path.slice(cell.path.lastIndexOf('.') + 1), kind: cell.kind });
    if (number === undefined) return [];
    const message = {
      zh: `${cell.name}：“${written}”改成 ${number}`,
      en: `${cell.name}: "${written}" is now ${number}`,
    };
    const removed = rest.map(({ key }) => `${path}.${keyOf(key)}`);
    return [{ start, end, text: number, path: cell.path, message, removed }];
  });
}

/** The leading pairs that continue a number ending at `end`: digits without a value, after a comma without a space. */
function fragments(text: string, items: readonly Pair[], end: number): Pair[] {
  const rest: Pair[] = [];
  let done = end;
  for (const pair of items) {
    const { key, value } = pair;
    if (value !== null || !isScalar(key) || key.type !== Scalar.PLAIN || !key.range) break;
    if (!/^[0-9０-９]{3}/u.test(keyOf(key)) || text.slice(done, key.range[0]) !== ',') break;
    rest.push(pair);
    done = key.range[1];
  }
  return rest;
}
