import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { check } from '../../src/check/check.ts';
import { UserError } from '../../src/diagnostics/user-error.ts';
import { publicationOf } from '../../src/publish/publication.ts';
import { renderPage } from '../../src/render/page-html.ts';
import { checkTemplates } from '../../src/render/template-check.ts';
import { type Fields, type Shape, TEMPLATE_DATA } from '../../src/render/template-data.ts';
import { loadTemplates } from '../../src/render/templates.ts';
import { parse } from '../../src/source/parse.ts';
import { inProcess } from '../cli/run.ts';
import { textOf } from './drafts.ts';

const OFFICIAL = new URL('../../templates/official/', import.meta.url);
const root = mkdtempSync(join(tmpdir(), 'report-template-'));
afterAll(() => rmSync(root, { recursive: true }));

let count = 0;
/** A folder with these files in it. */
function folder(files: Readonly<Record<string, string>>): string {
  const path = join(root, `t${++count}`);
  mkdirSync(join(path, 'partials'), { recursive: true });
  for (const [name, text] of Object.entries(files)) writeFileSync(join(path, name), text);
  return path;
}
const official = (name: string) => readFileSync(new URL(name, OFFICIAL), 'utf8');
const publication = publicationOf(check(parse(textOf('examples/wenzhou-hrss-2023.yaml'), 'a.yaml')), {
  formats: ['html'],
  base: 'a',
  template: 'x',
});
const pageOf = async (files: Readonly<Record<string, string>>) =>
  (await renderPage(publication, await loadTemplates(OFFICIAL, folder(files)))).html;
const refusal = async (files: Readonly<Record<string, string>>): Promise<UserError> => {
  const error = await pageOf(files).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(UserError);
  return error as UserError;
};

test('the official template uses no name that there is not', () => {
  const partials = [
    'cell',
    'continued',
    'draft-note',
    'draft-notes',
    'fragment-cell',
    'fragment-note-numbers',
    'fragment-table',
  ];
  const names = [...partials, 'note-numbers', 'page-facts', 'row', 'section', 'table', 'watermark'].map(
    (name) => `partials/${name}.hbs`,
  );
  const all = ['report.hbs', 'fragment.hbs', ...names];
  expect(checkTemplates(new Map(all.map((name) => [name, official(name)])))).toEqual([]);
});

test('each file of an own folder stands in the place of ours; the others stay', async () => {
  const html = await pageOf({
    'report.css': `${official('report.css')}\ntable { border: 3px double navy; }\n`,
    'partials/section.hbs': official('partials/section.hbs').replace('<h2 ', '<p class="letterhead">清溪县</p>\n<h2 '),
  });
  expect(html).toContain('border: 3px double navy');
  expect(html).toContain('<p class="letterhead">清溪县</p>');
  expect(html).toContain('<h1><span>温州市');
});

describe('a mistake is told with its file, line and column', () => {
  const broken = (from: string, to: string, file = 'partials/section.hbs') => ({
    [file]: official(file).replace(from, to),
  });
  test.each([
    [
      'a slip of the pen',
      broken('{{{heading}}}', '{{{headin}}}'),
      'section.hbs:9:20',
      '没有“headin”',
      '是不是 heading？',
    ],
    ['a name of elsewhere', broken('{{title}}', '{{agency}}'), 'section.hbs:5:25', '没有“agency”', '这里有：id、title'],
    ['a name below a text', broken('{{title}}', '{{title.length.x}}'), 'section.hbs:5:25', 'title.length.x', ''],
    ['a prototype', broken('{{title}}', '{{constructor}}'), 'section.hbs:5:25', 'constructor', ''],
    ['a helper', broken('{{title}}', '{{upper title}}'), 'section.hbs:5:23', '没有“upper”', ''],
    ['a partial', broken('{{> table}}', '{{> tabel}}'), 'section.hbs:3:1', 'partials/tabel.hbs', ''],
    ['a block', broken('{{#each parts}}', '{{#each part}}'), 'section.hbs:8:9', '没有“part”', '是不是 parts？'],
    ['braces', broken('{{/each}}', ''), 'section.hbs', '花括号没有配成对', ''],
    [
      'an inline partial',
      broken('{{title}}', '{{#*inline "a"}}x{{/inline}}'),
      'section.hbs:5:23',
      '不能用这种写法',
      '',
    ],
  ])('%s', async (_, files, place, words, hint) => {
    const { text, hint: said } = await refusal(files);
    expect(text.zh).toContain(place);
    expect(text.zh).toContain(words);
    expect(said?.zh ?? '').toContain(hint);
  });
});

describe('a template brings nothing that runs or loads', () => {
  const withHead = (html: string) => ({
    'report.hbs': official('report.hbs').replace('</head>', () => `${html}\n</head>`),
  });
  test.each([
    '<script>alert(1)</script>',
    '<script type="module">1</script>',
    '<scr{{""}}ipt src="a.js"></script>',
    '<img src="https://www.example.com/a.png" alt="">',
    '<img src="data:image/png;base64,AA==" onerror="alert(1)" alt="">',
    '<link rel="stylesheet" href="https://www.example.com/a.css">',
    '<meta http-equiv="refresh" content="0; url=https://www.example.com/">',
    '<a href=" javascript:alert(1)">x</a>',
    '<style>@import "https://www.example.com/a.css";</style>',
    '<p style="background: url(https://www.example.com/a.png)">x</p>',
    '<iframe srcdoc="x"></iframe>',
  ])('%s', async (html) => {
    expect((await refusal(withHead(html))).text.zh).toMatch(/模板里有不能用的内容|没有/);
  });

  test('a picture inside and a link stay', async () => {
    const html = '<img src="data:image/png;base64,AA==" alt=""><a href="https://www.example.com/">x</a>';
    expect(await pageOf(withHead(html))).toContain(html);
  });
});

test('nothing outside the folder is read', async () => {
  const path = folder({});
  writeFileSync(join(root, 'secret.css'), 'p { color: red }');
  symlinkSync(join(root, 'secret.css'), join(path, 'report.css'));
  await expect(loadTemplates(OFFICIAL, path)).rejects.toThrow('cannot be used');
  await expect(loadTemplates(OFFICIAL, folder({ 'screen.css': 'a'.repeat(1_000_001) }))).rejects.toThrow(
    'cannot be used',
  );
});

test('a pipe as a file or a partial is refused at once', async () => {
  for (const name of ['report.css', 'partials/head.hbs']) {
    const path = folder({});
    mkdirSync(join(path, 'partials'), { recursive: true });
    rmSync(join(path, name), { force: true });
    execFileSync('mkfifo', [join(path, name)]);
    await expect(loadTemplates(OFFICIAL, path)).rejects.toThrow('is a pipe, not a file');
  }
});

test('an empty or missing folder: what to do', async () => {
  await expect(loadTemplates(OFFICIAL, folder({}))).rejects.toThrow('does not contain a template file');
  await expect(loadTemplates(OFFICIAL, join(root, 'nowhere'))).rejects.toThrow('does not contain a template file');
});

test('the official template is written out, used, and never over anything', async () => {
  cpSync('examples/wenzhou-hrss-2023.yaml', join(root, '2023.yaml'));
  cpSync('examples/wenzhou-hrss-2022.yaml', join(root, 'wenzhou-hrss-2022.yaml'));
  const run = (...argv: string[]) => inProcess(argv, { cwd: root });
  expect(await run('template', '--eject', 'mine')).toMatchObject({ code: 0, stdout: '' });
  expect((await run('template', '--eject', 'mine')).code).toBe(2);
  const plain = await run('build', '2023.yaml', '--format', 'html', '-o', '-');
  const ejected = await run('build', '2023.yaml', '--format', 'html', '-o', '-', '--template', 'mine');
  expect([plain.code, ejected.code]).toEqual([0, 0]);
  expect(ejected.stdout).toBe(plain.stdout);
  writeFileSync(join(root, 'mine/partials/section.hbs'), '{{titel}}');
  const wrong = await run('build', '2023.yaml', '--format', 'html', '-o', '-', '--template', 'mine');
  expect(wrong).toMatchObject({ code: 2, stdout: '' });
  expect(wrong.stderr).toContain('section.hbs:1:3');
});

test('the names are listed', async () => {
  const { code, stdout } = await inProcess(['template'], { cwd: root });
  expect(code).toBe(0);
  expect(stdout).toMatch(/^page +报告\n {2}title +标题\n(?:.*\n)*^ {14}text +印出的文字$/mu);
});

test('what an own template built is verified with it', async () => {
  const run = (...argv: string[]) => inProcess(argv, { cwd: root });
  await run('template', '--eject', 'theirs');
  const section = official('partials/section.hbs').replace('<h2 ', '<p>清溪县</p>\n<h2 ');
  writeFileSync(join(root, 'theirs/partials/section.hbs'), section);
  await run('build', '2023.yaml', '--format', 'html', '-o', 'out', '--template', 'theirs');
  const verify = (...argv: string[]) => run('verify', 'out/2023.html', '--source', '2023.yaml', ...argv);
  expect((await verify('--template', 'theirs')).code).toBe(0);
  expect((await verify()).code).toBe(2);
});

test('a page that nests deeper than any report is a finding, not a crash', async () => {
  const mine = folder({ 'report.hbs': official('report.hbs').replace('<head>', '<head>'.repeat(600)) });
  const argv = ['build', 'examples/wenzhou-hrss-2023.yaml', '--format', 'html', '-o', '-', '--template', mine];
  const { code, stdout, stderr } = await inProcess(argv, { cwd: process.cwd() });
  expect([code, stdout]).toEqual([1, expect.not.stringContaining('<head')]);
  expect(stderr).toMatch(/网页的元素套了 500 层以上|elements nested/);
});

test.each([
  ['the prose of a section', 'partials/section.hbs', /^\{\{\{html\}\}\}\n(?=\{\{#each)/m],
  ['the prose of a part', 'partials/section.hbs', /(?<=<\/h3>\n)\{\{\{html\}\}\}\n/],
])('a template that leaves out %s builds nothing', async (_, file, left) => {
  const without = official(file).replace(left, '');
  expect(without).not.toBe(official(file));
  const mine = folder({ [file]: without });
  const argv = ['build', 'examples/wenzhou-hrss-2023.yaml', '--format', 'html', '-o', '-', '--template', mine];
  const { code, stdout } = await inProcess(argv, { cwd: process.cwd() });
  expect(code).toBe(1);
  expect(stdout).not.toContain('<!');
});

test('as JSON: what a template is given of the report, and every name of it is described', async () => {
  const run = (...argv: string[]) => inProcess(argv, { cwd: root });
  const { code, stdout } = await run('build', '2023.yaml', '--format', 'json', '-o', '-');
  expect(code).toBe(0);
  const page = JSON.parse(stdout);
  expect(page.sections[2].table.grid.head[0].cells[0].kind).toBe('corner');
  const unknown: string[] = [];
  const walk = (value: unknown, shape: Shape, path: string): void => {
    if (Array.isArray(value)) {
      for (const one of value) walk(one, shape !== 'text' && 'each' in shape ? shape.each : 'text', path);
    } else if (typeof value === 'object' && value !== null) {
      const fields: Fields = shape !== 'text' && 'fields' in shape ? shape.fields : {};
      for (const [key, own] of Object.entries(value)) {
        const field = fields[key];
        if (field) walk(own, field[2], `${path}.${key}`);
        else unknown.push(`${path}.${key}`);
      }
    }
  };
  walk({ page }, TEMPLATE_DATA, '');
  expect(unknown).toEqual([]);
});
