import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { pages } from '../../scripts/pages.ts';
import { ALL_RULES } from '../../src/check/rule-list.ts';
import { COMMANDS } from '../../src/cli/command-list.ts';
import { EDITIONS } from '../../src/form/editions.ts';
import { rowName, tableRows } from '../../src/form/walk.ts';

const all = Object.entries(pages());
const named = (name: string) => all.filter(([file]) => file.startsWith(`docs/${name}.`));
const headings = (content: string, level: string) =>
  [...content.matchAll(new RegExp(`^${level} (.*)$`, 'gm'))].map(([, heading]) => heading);

test.each(all)('%s is what it is generated from; else run npm run build', async (file, content) => {
  expect(await readFile(file, 'utf8')).toBe(content);
  // An even number of fences: no example ends one early.
  expect((content.match(/^```/gm) ?? []).length % 2).toBe(0);
  expect(content).not.toMatch(/undefined|\[object/);
});

test.each(named('rules'))('%s has a heading for every rule, and says what each is', (_, content) => {
  expect(headings(content, '###')).toEqual(ALL_RULES.map(({ id }) => id));
});

test.each(named('commands'))('%s has a heading for every command', (_, content) => {
  const commands = headings(content, '##').filter((heading) => heading?.startsWith('report '));
  expect(commands.sort()).toEqual(COMMANDS.map(({ name }) => `report ${name}`).sort());
});

test.each(named('cells'))('%s has every row of every form with its official name', (_, content) => {
  const rows = EDITIONS.flatMap(({ tables }) => tables.flatMap(tableRows));
  for (const row of rows) expect(content).toContain(`| \`${row.path}\` | ${rowName(row)} |`);
});

test.each(named('glossary'))('%s has every row and column of every form with its key', (_, content) => {
  const rows = EDITIONS.flatMap(({ tables }) => tables.flatMap(tableRows));
  const terms = rows.flatMap(({ table, row, path, columns }) => [
    [row.label, path.slice(table.key.length + 1)],
    ...columns.map(({ label, key }) => [label, key]),
  ]);
  const lines = content.split('\n');
  const missing = terms.filter(
    ([label, key]) => !lines.some((line) => line.startsWith(`| ${label} | `) && line.includes(`\`${key}\``)),
  );
  expect(missing).toEqual([]);
});

test.each(named('pdf-points'))('%s has all conditions of the Matterhorn Protocol, each once', (_, content) => {
  const rows = content.slice(0, content.indexOf('## PDF/A-3a')).match(/^\| [^|]*\|/gm) ?? [];
  const ids = rows.join(' ').match(/\b\d\d-\d{3}\b/g) ?? [];
  expect(new Set(ids).size).toBe(ids.length);
  // The last number of each of the 31 checkpoints: no number before it is left out.
  const last = '7 4 3 1 3 4 2 2 8 1 7 1 8 7 5 3 3 2 4 3 1 1 1 1 1 2 1 18 1 2 30'.split(' ').map(Number);
  const expected = last.flatMap((count, checkpoint) =>
    Array.from({ length: count }, (_, index) =>
      [checkpoint + 1, index + 1].map((part, at) => String(part).padStart(2 + at, '0')).join('-'),
    ),
  );
  expect(ids.sort()).toEqual(expected.sort());
});
