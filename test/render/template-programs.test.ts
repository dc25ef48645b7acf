import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { hash, templates } from '../../src/render/official-templates.js';
import { programsOf } from '../../src/render/template-programs.ts';
import { hashOfTemplates } from '../../src/render/template-sources.ts';
import { pageView } from '../../src/view/page.ts';
import { distinctReport } from './distinct-report.ts';

const folder = 'templates/official';
const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.hbs'));
const sources = new Map(names.map((name) => [name, readFileSync(join(folder, name), 'utf8')]));

test('the build compiled the official templates as they stand; else run npm run build', () => {
  expect(hashOfTemplates(sources)).toBe(hash);
  expect(Object.keys(templates)).toEqual([...names].sort());
});

test('a template compiled by the build prints what it prints when it is compiled now', async () => {
  const page = { page: pageView(distinctReport('2021'), []), style: '', siblings: [], data: '{}', receipt: '{}' };
  const changed = new Map(sources).set('partials/own.hbs', '');
  expect(hashOfTemplates(changed)).not.toBe(hash);
  for (const name of ['report.hbs', 'fragment.hbs']) {
    const printed = (await programsOf(sources))(name)(page);
    expect(printed).toContain('一、总体情况');
    expect((await programsOf(changed))(name)(page)).toBe(printed);
  }
});

test('a template that was changed in its place is compiled anew', async () => {
  const changed = new Map(sources).set('fragment.hbs', '另一种：{{page.title}}');
  expect((await programsOf(changed))('fragment.hbs')({ page: { title: '甲' } })).toBe('另一种：甲');
});
