import type { Path } from '../diagnostics/diagnostic.ts';
import type { JsonSchema } from '../form/schema-types.ts';

/** The part of a report schema that speaks of a path, if there is one. */
export function schemaAt(root: JsonSchema, path: Path): JsonSchema | undefined {
  let schema: JsonSchema | undefined = root;
  for (const segment of path) {
    if (!schema) return undefined;
    const here = dereference(root, schema);
    schema = typeof segment === 'number' ? here.items : propertiesOf(root, here)[segment];
  }
  return schema;
}

/** The keys a map may have at this place, with their schemas. */
export function propertiesOf(root: JsonSchema, schema: JsonSchema): Readonly<Record<string, JsonSchema>> {
  const parts = [schema, schema.then, schema.else].filter((part) => part !== undefined);
  return Object.assign(Object.create(null), ...parts.map((part) => dereference(root, part).properties));
}

function dereference(root: JsonSchema, schema: JsonSchema): JsonSchema {
  const name = schema.$ref?.replace('#/$defs/', '');
  return (name && root.$defs?.[name]) || schema;
}
