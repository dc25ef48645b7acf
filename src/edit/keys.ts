import { isMap, isScalar, isSeq, type Pair, type YAMLMap } from 'yaml';
import { reportSchema } from '../form/json-schema.ts';
import type { JsonSchema } from '../form/schema-types.ts';
import { meantKey } from '../report/meant-key.ts';
import type { Report } from '../report/report.ts';
import { propertiesOf, schemaAt } from '../report/schema-lookup.ts';
import type { Source } from '../source/parse.ts';
import { keyOf, toData } from '../source/to-data.ts';
import type { Correction } from './edit.ts';

type Path = readonly (string | number)[];

/**
 * Rewrites keys that differ from a key of the form only in notation: 自然人, `Natural-Person`, `natural persons`. Until the year is
 * known, and with it the form, only the outermost keys.
 */
export function correctKeys(source: Source, { form, year }: Report): Correction[] {
  const root = reportSchema(form);
  const maps = [...mapsOf(source)].filter(({ path }) => path.length === 0 || year !== undefined);
  return maps.flatMap(({ map, path }) => correctIn(map, path, root));
}

/** The keys of a file that do not exist at their place in the form. */
export function strangeKeys(source: Source, { form }: Report): ReadonlySet<string> {
  const root = reportSchema(form);
  const strange = [...mapsOf(source)].flatMap(({ map, path }) => {
    const known = keysAt(root, path, map);
    return map.items.map(({ key }) => keyOf(key)).filter((key) => !Object.hasOwn(known, key));
  });
  return new Set(strange);
}

interface PlacedMap {
  readonly map: YAMLMap;
  readonly path: Path;
}

function* mapsOf(source: Source): Generator<PlacedMap> {
  const open: { node: unknown; path: Path }[] = [{ node: source.document?.contents, path: [] }];
  for (let next = open.pop(); next; next = open.pop()) {
    const { node, path } = next;
    if (isSeq(node))
      for (const [index, item] of node.items.entries()) open.push({ node: item, path: [...path, index] });
    if (!isMap(node)) continue;
    yield { map: node, path };
    for (const { key, value } of node.items) open.push({ node: value, path: [...path, keyOf(key)] });
  }
}

function keysAt(root: JsonSchema, path: Path, map: YAMLMap): Readonly<Record<string, JsonSchema>> {
  const here = schemaAt(root, path);
  return here ? propertiesOf(root, here, toData(map)) : {};
}

function correctIn(map: YAMLMap, path: Path, root: JsonSchema): Correction[] {
  const known = keysAt(root, path, map);
  const meant = map.items.flatMap((pair) => {
    const written = keyOf(pair.key);
    const key = Object.hasOwn(known, written) ? undefined : meantKey(written, known);
    return key?.sure ? [{ pair, written, key: key.key }] : [];
  });
  const times = new Map<string, number>();
  for (const key of [...map.items.map((item) => keyOf(item.key)), ...meant.map((one) => one.key)]) {
    times.set(key, (times.get(key) ?? 0) + 1);
  }
  return meant
    .filter(({ key }) => times.get(key) === 1)
    .flatMap(({ pair, written, key }) => rename(pair, path, written, key, known[key]?.title ?? key));
}

function rename({ key: node }: Pair, path: Path, written: string, key: string, title: string): Correction[] {
  if (!isScalar(node) || !node.range) return [];
  const [start, end] = node.range;
  const message = { zh: `${title}：键“${written}”改成 ${key}`, en: `${title}: the key "${written}" is now ${key}` };
  const removed = [[...path, written].join('.')];
  return [{ start, end, text: key, path: [...path, key].join('.'), message, removed }];
}
