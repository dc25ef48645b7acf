import { readFileSync, rmSync } from 'node:fs';
import { afterAll, describe, expect, test } from 'vitest';
import { inProcess } from '../../cli/run.ts';
import { folderOf, root } from './own-template.ts';

afterAll(() => rmSync(root, { recursive: true }));

const official = (name: string) => readFileSync(`templates/official/${name}`, 'utf8');

/** What a build with these files says. */
async function built(files: Readonly<Record<string, string>>) {
  const folder = folderOf(files);
  const argv = ['build', 'examples/wenzhou-hrss-2023.yaml', '--format', 'html', '-o', '-', '--template', folder];
  const { code, stdout, stderr } = await inProcess([...argv, '--lang', 'en'], { cwd: process.cwd() });
  return { code, stdout, said: stderr.replaceAll(`${folder}/`, '').replace(/\s+/g, ' ') };
}

const page = (html: string) => official('report.hbs').replace('<main ', () => `${html}\n<main `);
const many = <T>(count: number, of: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => of(index));

describe('a template that would never end', () => {
  test.each([
    [
      'a partial that includes itself',
      { 'partials/row.hbs': '<tr>\n{{> row}}</tr>' },
      'partials/row.hbs:2:1',
      'row.hbs → partials/row.hbs',
    ],
    [
      'itself with a name besides',
      { 'partials/row.hbs': '{{> row kind="x"}}' },
      'partials/row.hbs:1:1',
      'includes itself',
    ],
    [
      'itself for some data only',
      { 'partials/row.hbs': '{{#if cells}}{{> row}}{{/if}}' },
      'partials/row.hbs:1:14',
      'includes itself',
    ],
    [
      'itself with other data',
      { 'partials/a.hbs': '{{#each sections}}{{> a @root.page}}{{/each}}', 'report.hbs': page('{{> a page}}') },
      'partials/a.hbs:1:19',
      'includes itself',
    ],
    [
      'a circle of three',
      {
        'report.hbs': page('{{> a}}'),
        'partials/a.hbs': '{{> b}}',
        'partials/b.hbs': '{{> c}}',
        'partials/c.hbs': 'x{{> a}}',
      },
      'partials/c.hbs:1:2',
      'a.hbs → partials/b.hbs → partials/c.hbs → partials/a.hbs',
    ],
    [
      'a circle that begins later',
      { 'report.hbs': page('{{> a}}'), 'partials/a.hbs': '{{> b}}', 'partials/b.hbs': '{{> b}}' },
      'partials/b.hbs:1:1',
      'itself: partials/b.hbs → partials/b.hbs',
    ],
    [
      'blocks 200 deep',
      { 'report.hbs': page(`${'{{#if page}}'.repeat(200)}${'{{/if}}'.repeat(200)}`) },
      'report.hbs:',
      'nested more than 100 deep',
    ],
    [
      'blocks 20,000 deep',
      { 'report.hbs': page(`${'{{#if page}}'.repeat(20_000)}${'{{/if}}'.repeat(20_000)}`) },
      'report.hbs:',
      'nested more than 100 deep',
    ],
    [
      'a chain of 20,000 conditions',
      { 'report.hbs': page(`{{#if page}}${'{{else if page}}'.repeat(20_000)}{{/if}}`) },
      'report.hbs:',
      'nested more than 100 deep',
    ],
    [
      'loops inside loops',
      { 'report.hbs': page(`${'{{#each @root.page.sections}}'.repeat(20)}x${'{{/each}}'.repeat(20)}`) },
      'report.hbs',
      'prints too much',
    ],
    [
      'the whole data again and again',
      { 'report.hbs': page(`${'{{#each @root.page.sections}}'.repeat(6)}{{@root.data}}${'{{/each}}'.repeat(6)}`) },
      'report.hbs',
      'prints too much',
    ],
    [
      'the whole data 100,000 times in a row',
      { 'report.hbs': page('{{data}}'.repeat(100_000)) },
      'report.hbs:1:1',
      'more than 10000 pairs of braces',
    ],
    [
      'the whole data 9,900 times in a partial',
      { 'report.hbs': page('{{> all}}'), 'partials/all.hbs': '{{@root.data}}'.repeat(9_900) },
      'partials/all.hbs',
      'prints too much',
    ],
    [
      'partials that each use the next twice',
      {
        'report.hbs': page('{{> p0}}'),
        ...Object.fromEntries(many(60, (n) => [`partials/p${n}.hbs`, n < 59 ? `{{> p${n + 1}}}{{> p${n + 1}}}` : 'x'])),
      },
      'partials/p',
      'prints too much',
    ],
    [
      'and give each another name',
      {
        'report.hbs': page('{{> p0}}'),
        ...Object.fromEntries(
          many(60, (n) => [`partials/p${n}.hbs`, n < 59 ? `{{> p${n + 1} a${n}="a"}}{{> p${n + 1} b${n}="b"}}` : 'x']),
        ),
      },
      'partials/p',
      'or too often',
    ],
    [
      'elements 100,000 deep',
      { 'report.hbs': page('<div>'.repeat(100_000)) },
      'report.hbs',
      'nests elements too deeply',
    ],
    [
      'elements that every paragraph repeats',
      { 'report.hbs': page(`<p>${many(400, (n) => `<b id="b${n}">`).join('')}</p>${'<p>x</p>'.repeat(50_000)}`) },
      'report.hbs',
      'nests elements too deeply',
    ],
    ['a parameter too many', { 'partials/row.hbs': '{{#if cells cells}}x{{/if}}' }, 'partials/row.hbs:1:1', 'helper'],
    [
      'a helper as a parameter',
      { 'partials/row.hbs': '{{#if (upper cells)}}x{{/if}}' },
      'partials/row.hbs:1:1',
      'cannot use this syntax',
    ],
    [
      'two contexts of a partial',
      { 'partials/section.hbs': '{{> table table table}}' },
      'partials/section.hbs:1:1',
      'cannot use this syntax',
    ],
  ])('%s: an error with its file', async (_, files, place, words) => {
    const { code, stdout, said } = await built(files as unknown as Record<string, string>);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(said).toContain(place);
    expect(said).toContain(words);
    expect(said.length).toBeLessThan(2000);
  });

  test('partials 10,000 deep', async () => {
    const chain = many(10_000, (n) => [`partials/p${n}.hbs`, n < 9999 ? `{{> p${n + 1}}}` : 'x']);
    const { code, said } = await built({ 'report.hbs': page('{{> p0}}'), ...Object.fromEntries(chain) });
    expect(code).toBe(2);
    expect(said).toContain('partials/p98.hbs:1:1');
    expect(said).toContain('nested more than 100 deep');
  });
});

test('a partial that is used in many places, and many attributes, are no fault', async () => {
  const attributes = many(20_000, (n) => `data-a${n}=""`).join(' ');
  const { code } = await built({
    'report.hbs': page(`<p ${attributes}>x</p>${'{{> a}}'.repeat(500)}`),
    'partials/a.hbs': '<b>{{page.year}}</b>',
  });
  expect(code).toBe(0);
});
