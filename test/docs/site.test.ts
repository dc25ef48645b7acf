import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { MENU } from '../../docs/.vitepress/pages.mjs';
import { apiPage } from '../../scripts/api-page.ts';

const files = readdirSync('docs').filter((file) => file.endsWith('.md'));

test('the menu of the site has every page of docs/, in both languages', () => {
  const named = MENU.flatMap(({ pages }) => pages.map(([name]) => name));
  const expected = ['index', ...named].flatMap((name) => [`${name}.md`, `${name}.zh-CN.md`]);
  expect(expected.sort()).toEqual(files.sort());
});

test('every picture that a page shows is there, and every picture is shown', () => {
  const shown = files.flatMap((file) =>
    [...readFileSync(`docs/${file}`, 'utf8').matchAll(/!\[[^\]]+\]\(([^)]+)\)/g)].map(([, path = '']) => path),
  );
  expect(shown.filter((path) => !existsSync(`docs/${path}`))).toEqual([]);
  expect([...new Set(shown)].sort()).toEqual(readdirSync('docs/pictures').map((name) => `pictures/${name}`));
});

test.each([
  ['zh', 'docs/api.zh-CN.md'],
  ['en', 'docs/api.md'],
] as const)('the page of the programming interface is that of the types: %s', (language, file) => {
  expect(readFileSync(file, 'utf8')).toBe(apiPage(language));
});
