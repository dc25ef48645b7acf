import type { Path } from '../diagnostics/diagnostic.ts';
import type { JsonSchema } from '../form/schema-types.ts';
import { get, isData } from './access.ts';

/** The part of a report schema that describes a path, if there is one. */
export function schemaAt(root: JsonSchema, path: Path): JsonSchema | undefined {
  let schema: JsonSchema | undefined = root;
  for (const segment of path) {
    if (!schema) return undefined;
    const here = dereference(root, schema);
    schema = typeof segment === 'number' ? here.items : (propertiesOf(root, here)[segment] ?? anyOther(here));
  }
  return schema;
}

/** Whether a map needs this key; `above` is the map, because one that must not be empty needs its only key. */
export function requiredAt(root: JsonSchema, path: Path, above: unknown): boolean {
  const map = schemaAt(root, path.slice(0, -1));
  const { required = [], minProperties = 0 } = map ? dereference(root, map) : {};
  return required.includes(String(path.at(-1))) || (isData(above) && Object.keys(above).length <= minProperties);
}

/** The schema for keys that are not listed in `properties`. */
const anyOther = ({ additionalProperties }: JsonSchema): JsonSchema | undefined =>
  typeof additionalProperties === 'object' ? additionalProperties : undefined;

/** The keys that a map can have here, with their schemas; if `value` is given, it decides between `then` and `else`. */
export function propertiesOf(
  root: JsonSchema,
  schema: JsonSchema,
  value?: unknown,
): Readonly<Record<string, JsonSchema>> {
  const alternatives =
    value === undefined ? [schema.then, schema.else] : [isThen(schema, value) ? schema.then : schema.else];
  const parts = [schema, ...alternatives].filter((part) => part !== undefined);
  return Object.assign(Object.create(null), ...parts.map((part) => dereference(root, part).properties));
}

/** Whether the value has one of the keys in the schema's `if`. */
const isThen = (schema: JsonSchema, value: unknown): boolean =>
  schema.if?.anyOf?.some(({ required = [] }) => required.every((key) => get(value, key) !== undefined)) ?? false;

function dereference(root: JsonSchema, schema: JsonSchema): JsonSchema {
  const name = schema.$ref?.replace('#/$defs/', '');
  return (name && root.$defs?.[name]) || schema;
}

const known = new WeakMap<JsonSchema, ReadonlyMap<string, readonly Path[]>>();

/** The maps of a report that have this key: their paths, with 0 for the items of a list. */
export function placesOf(root: JsonSchema, key: string): readonly Path[] {
  const places = known.get(root) ?? new Map(collectPlaces(root));
  known.set(root, places);
  return places.get(key) ?? [];
}

function collectPlaces(root: JsonSchema): Map<string, Path[]> {
  const places = new Map<string, Path[]>();
  const walk = (schema: JsonSchema, path: Path): void => {
    for (const [key, child] of Object.entries(propertiesOf(root, dereference(root, schema)))) {
      places.set(key, [...(places.get(key) ?? []), path]);
      walk(child, [...path, key]);
    }
    const { items } = dereference(root, schema);
    if (items) walk(items, [...path, 0]);
  };
  walk(root, []);
  return places;
}
