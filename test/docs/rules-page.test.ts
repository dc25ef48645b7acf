import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { pages } from '../../scripts/generate.ts';
import { ALL_RULES } from '../../src/check/rule-list.ts';

test.each(Object.entries(pages()))('%s is what the rules give; else run npm run build', async (file, content) => {
  expect(await readFile(file, 'utf8')).toBe(content);
});

test.each(Object.entries(pages()))('%s has a heading for every rule, and says what each is', (_, content) => {
  const headings = [...content.matchAll(/^### (.*)$/gm)].map(([, id]) => id);
  expect(headings).toEqual(ALL_RULES.map(({ id }) => id));
  // An even number of fences: no example ends one early.
  expect((content.match(/^```/gm) ?? []).length % 2).toBe(0);
  expect(content).not.toMatch(/undefined|\[object/);
});
