import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { schemas } from '../../scripts/generate.ts';
import { reportSchema } from '../../src/form/json-schema.ts';
import type { JsonSchema } from '../../src/form/schema-types.ts';
import { formCells } from '../../src/form/walk.ts';
import { EVERY_EDITION } from '../reports.ts';

test.each(Object.entries(schemas()))('%s is what the form gives; else run npm run build', (file, content) => {
  expect(readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8')).toBe(content);
});

describe.each(EVERY_EDITION)('schema of %s', (_, form) => {
  const schema = reportSchema(form);
  const keys = [...keysOf(schema, schema, [])];

  test('every key has a Chinese title and description for the editor', () => {
    expect(keys.length).toBeGreaterThan(300);
    for (const { path, title, description } of keys) {
      expect.soft(title, path).toMatch(/\p{Script=Han}/u);
      expect.soft(description, path).toMatch(/\p{Script=Han}|Markdown/u);
    }
  });

  test('every cell of the form is a key, under its printed name', () => {
    const titles = new Map(keys.map(({ path, title }) => [path, title]));
    for (const [path, { column, row }] of formCells(form)) {
      expect.soft(titles.get(path), path).toBe(column.label);
      expect.soft(titles.get(path.slice(0, path.lastIndexOf('.'))), path).toBe(row.label);
    }
  });

  test('no map takes keys that nobody knows', () => {
    const open = keys.filter(({ schema: { properties, additionalProperties, then } }) => {
      return (properties !== undefined || then !== undefined) && additionalProperties !== false && then === undefined;
    });
    expect(open.map(({ path }) => path)).toEqual([]);
  });
});

interface Key {
  readonly path: string;
  readonly title: string | undefined;
  readonly description: string | undefined;
  readonly schema: JsonSchema;
}

/** Every key that a file may have, with the schema behind its references. */
function* keysOf(root: JsonSchema, schema: JsonSchema, path: readonly string[]): Generator<Key> {
  const target = (one: JsonSchema): JsonSchema => {
    const name = one.$ref?.replace('#/$defs/', '');
    return name === undefined ? one : (root.$defs?.[name] as JsonSchema);
  };
  for (const part of [schema, schema.then, schema.else].filter((one) => one !== undefined)) {
    for (const [key, child] of Object.entries(target(part).properties ?? {})) {
      const here = [...path, key];
      const { title, description } = { ...target(child), ...child };
      yield { path: here.join('.'), title, description, schema: target(child) };
      yield* keysOf(root, child, here);
    }
    const { items } = target(part);
    if (items) yield* keysOf(root, items, [...path, '0']);
  }
}
