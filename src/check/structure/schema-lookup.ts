import type { Path } from '../../diagnostics/diagnostic.ts';
import type { JsonSchema } from '../../form/schema-types.ts';
import { get } from '../../report/access.ts';

/** The part of a report schema that speaks of a path, if there is one. */
export function schemaAt(root: JsonSchema, path: Path): JsonSchema | undefined {
  let schema: JsonSchema | undefined = root;
  for (const segment of path) {
    if (!schema) return undefined;
    const here = dereference(root, schema);
    schema = typeof segment === 'number' ? here.items : (propertiesOf(root, here)[segment] ?? anyOther(here));
  }
  return schema;
}

/** The schema of the keys that have none of their own. */
const anyOther = ({ additionalProperties }: JsonSchema): JsonSchema | undefined =>
  typeof additionalProperties === 'object' ? additionalProperties : undefined;

/** The keys a map may have at this place, with their schemas; `value`, where given, decides between alternatives. */
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

/** Does the value meet a schema's `if`: has it one of the keys that it asks for? */
const isThen = (schema: JsonSchema, value: unknown): boolean =>
  schema.if?.anyOf?.some(({ required = [] }) => required.every((key) => get(value, key) !== undefined)) ?? false;

function dereference(root: JsonSchema, schema: JsonSchema): JsonSchema {
  const name = schema.$ref?.replace('#/$defs/', '');
  return (name && root.$defs?.[name]) || schema;
}
