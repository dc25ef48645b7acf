import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { check } from '../../../src/check/check.ts';
import type { SubsetCache } from '../../../src/fonts/subset-cache.ts';
import { publicationOf } from '../../../src/publish/publication.ts';
import { renderPage } from '../../../src/render/page-html.ts';
import { loadTemplates, type Templates } from '../../../src/render/templates.ts';
import { parse } from '../../../src/source/parse.ts';
import { textOf } from '../drafts.ts';
import type { Attack } from './attacks.ts';

const OFFICIAL = new URL('../../../templates/official/', import.meta.url);

/** Removed by the tests that use it. */
export const root = mkdtempSync(join(tmpdir(), 'report-safety-'));
let count = 0;

/** A new folder with these files. */
export function folderOf(files: Readonly<Record<string, string>>): string {
  const folder = join(root, `t${++count}`);
  mkdirSync(join(folder, 'partials'), { recursive: true });
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}

/** A template of a few lines: what is tested many times should be quick to show. */
const PAGE = `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<title>{{page.title}}</title>
<style>
{{{style}}}
</style>
</head>
<body>
<h1>{{page.year}}</h1>
<main id="report"><ol><li>{{page.year}}</li></ol></main>
</body>
</html>
`;

/** It, with an attack in it. */
export function filesOf({ html, where }: Attack): Record<string, string> {
  if (where === 'css') return { 'report.hbs': PAGE, 'report.css': '', 'print.css': '', 'screen.css': `${html}\n` };
  if (where === 'page') return { 'report.hbs': html };
  const place = where === 'head' ? '<title>' : '<main ';
  return { 'report.hbs': PAGE.replace(place, () => `${html}\n${place}`) };
}

export const templatesOf = (attack: Attack): Promise<Templates> => loadTemplates(OFFICIAL, folderOf(filesOf(attack)));

const text = textOf('examples/wenzhou-hrss-2023.yaml');
const publication = publicationOf(check(parse(text, 'a.yaml')), { formats: ['html'], base: 'a', template: 'x' });

let subsets: Uint8Array | undefined;
/** The same fonts for all pages, whatever their characters: those are not looked at. */
const cache: SubsetCache = {
  read: () => subsets,
  write: (_, content) => {
    subsets ??= content;
  },
};

export const pageOf = async (templates: Templates): Promise<string> =>
  (await renderPage(publication, templates, cache)).html;
