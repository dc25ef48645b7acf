import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { parseFragment } from 'parse5';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { displayWidth } from '../../src/diagnostics/display-width.ts';
import { DIFF_SCHEMA } from '../../src/reporters/diff-schema.ts';
import { type Folder, folderWith, inProcess } from './run.ts';

const OLD = readFileSync('examples/wenzhou-hrss-2022.yaml', 'utf8');
const NOW = readFileSync('examples/wenzhou-hrss-2023.yaml', 'utf8');
const EDITED = NOW.replace('信函3件', '信函4件').replace('published: 2024-01-22', 'published: 2024-01-25');
/** Every text of it wants to be markup, a mention, a command or a control sequence. */
const HOSTILE =
  '<img src=x onerror=alert(1)> @everyone #1 [x](http://a.b) `c` **d** | e <!-- f --> \\u001b[31mg\\u202e ::error::h ##[error]i';
const WILD = NOW.replace(
  '局办公室负责',
  `${HOSTILE.replaceAll('\\u001b', '\u001b').replaceAll('\\u202e', '\u202e')}局办公室负责`,
);

const hasHidden = (text: string): boolean => ['\u001b', '\u202e'].some((char) => text.includes(char));

/** The names of all nodes below a node. */
const namesIn = (node: { readonly nodeName: string; readonly childNodes?: readonly unknown[] }): string[] => [
  node.nodeName,
  ...(node.childNodes ?? []).flatMap((child) => namesIn(child as { readonly nodeName: string })),
];

let folder: Folder;
const diff = (...argv: string[]) => inProcess(['diff', ...argv], { cwd: folder.path });

beforeAll(async () => {
  folder = await folderWith({
    '2022.yaml': OLD,
    '2023.yaml': NOW,
    'edited.yaml': EDITED,
    'wild.yaml': WILD,
    'broken.yaml': 'a: [',
    'other.yaml': 'a: 1',
    'in/git.yaml': NOW,
  });
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.org', ...args], { cwd: folder.path });
  git('init', '-q');
  git('add', 'in');
  git('commit', '-qm', 'a');
  await folder.write({ 'in/git.yaml': EDITED });
});
afterAll(() => folder.remove());

describe('exit codes', () => {
  test('0 without a difference, 1 with one', async () => {
    expect(await diff('2023.yaml', '2023.yaml')).toMatchObject({
      code: 0,
      stderr: '',
      stdout: expect.stringContaining('没有差别'),
    });
    expect((await diff('2023.yaml', 'edited.yaml')).code).toBe(1);
  });

  test.each([
    [['2023.yaml'], '缺少 AFTER'],
    [['2023.yaml'], '用 report diff --help 看怎么写'],
    [['2023.yaml', 'none.yaml'], '找不到文件 none.yaml'],
    [['2023.yaml', 'broken.yaml'], 'broken.yaml 读不出报告'],
    [['other.yaml', '2023.yaml'], 'other.yaml 读不出报告'],
    [['-', '-'], '标准输入只能是其中一份报告'],
    [['.', '2023.yaml'], '里有'],
    [['git:HEAD:none.yaml', '2023.yaml'], 'git:HEAD:none.yaml 读不出来：HEAD 里没有 none.yaml'],
    [['git:nowhere:2023.yaml', '2023.yaml'], '没有 nowhere 这个版本'],
    [['git::none.yaml', '2023.yaml'], '暂存的内容里没有 none.yaml'],
    [['git:--help:2023.yaml', '2023.yaml'], '没有版本和路径'],
    [['git:HEAD', '2023.yaml'], '没有版本和路径'],
  ])('2 for %j', async (argv, message) => {
    const { code, stdout, stderr } = await diff(...argv);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(message);
  });
});

describe('git', () => {
  const from = (...argv: string[]) => inProcess(['diff', ...argv], { cwd: `${folder.path}/in` });

  test('a revision, from the working folder, and what is staged', async () => {
    const { code, stdout } = await from('git:HEAD:git.yaml', 'git.yaml');
    expect(code).toBe(1);
    expect(stdout).toContain('git:HEAD:git.yaml → git.yaml');
    expect(stdout).toContain('2024-01-25');
    expect((await from('git::git.yaml', 'git:HEAD:git.yaml')).code).toBe(0);
  });
});

test('a report and the Word file that was built from it have no difference; an edited one has', async () => {
  await inProcess(['build', '2023.yaml', 'edited.yaml', '-o', 'out', '--format', 'docx'], { cwd: folder.path });
  expect((await diff('2023.yaml', 'out/2023.docx')).stdout).toContain('没有差别');
  const { code, stdout } = await diff('2023.yaml', 'out/edited.docx');
  expect([code, stdout]).toEqual([1, expect.stringContaining('信函[-3-]{+4+}件')]);
  expect(stdout).toContain('不同：单元格 0 个，机关、日期等 1 项，句子 1 句');
});

test('as text: 80 columns, colours only where they are wanted', async () => {
  const plain = (await diff('2023.yaml', 'wild.yaml')).stdout;
  expect(plain).not.toContain('\u001b');
  expect((await diff('2022.yaml', '2023.yaml')).stdout.split('\n').filter((line) => displayWidth(line) > 80)).toEqual(
    [],
  );
  expect((await diff('2023.yaml', 'edited.yaml')).stdout).toContain('信函[-3-]{+4+}件');
  const colored = (await diff('2023.yaml', 'edited.yaml', '--color')).stdout;
  expect(colored).toContain('信函\u001b[31m3\u001b[39m\u001b[32m4\u001b[39m件');
  expect(colored).not.toContain('{+');
});

test('two years: what was carried, documents and growth; the rest is counted, --view list lists it', async () => {
  const { stdout } = await diff('2022.yaml', '2023.yaml', '--lang', 'en');
  expect(stdout).toContain('Carried forward and carried over');
  expect(stdout).toContain('34＋9－3＝40');
  expect(stdout).toMatch(/371\.18 +386\.4205 +\+15\.2405 +\+4\.1%/);
  expect(stdout).toContain('--view list lists them');
  const list = (await diff('2022.yaml', '2023.yaml', '--view', 'list')).stdout;
  expect(list).not.toContain('结转\n');
  expect(list).toContain('（一）予以公开 · 自然人');
});

test('as JSON: by its schema, in every view', async () => {
  const validate = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(DIFF_SCHEMA);
  for (const argv of [
    ['2023.yaml', 'edited.yaml'],
    ['2022.yaml', '2023.yaml'],
    ['2023.yaml', 'wild.yaml'],
    ['2023.yaml', '2023.yaml'],
  ]) {
    const { stdout } = await diff(...argv, '--format', 'json');
    expect(validate(JSON.parse(stdout)), JSON.stringify(validate.errors)).toBe(true);
    expect(hasHidden(stdout)).toBe(false);
  }
  const { facts, sentences } = JSON.parse((await diff('2023.yaml', 'edited.yaml', '--format', 'json')).stdout);
  expect(facts).toEqual([{ path: 'published', name: '发布日期', before: '2024-01-22', after: '2024-01-25' }]);
  expect(sentences[0].words).toContainEqual({ kind: 'added', text: '4' });
});

test('as Markdown: nothing of a report is markup, a mention or a link', async () => {
  const { stdout } = await diff('2023.yaml', 'wild.yaml', '--format', 'markdown');
  const tags = new Set([...stdout.matchAll(/<\/?([a-z]+)/g)].map(([, tag]) => tag));
  expect([...tags].sort()).toEqual(['br', 'ins', ...(tags.has('del') ? ['del'] : [])].sort());
  expect(stdout).not.toMatch(/@everyone|#1|\]\(http|(?<!\\)`c|<!--|^ *::|##\[/mu);
  expect(hasHidden(stdout)).toBe(false);
  expect(stdout.length).toBeLessThan(65_536);
});

test('a comment is never longer than a host takes', async () => {
  const many = Array.from({ length: 3000 }, (_, at) => `第${at}项@工作已经完成，情况良好。`).join('');
  await folder.write({ 'long.yaml': NOW.replace(/^problems:[\s\S]*?(?=^\w)/m, `problems:\n  text: ${many}\n\n`) });
  const { stdout } = await diff('2023.yaml', 'long.yaml', '--format', 'markdown');
  expect(stdout.length).toBeLessThan(65_536);
  expect(stdout).toMatch(/另有 \d+ 处/);
});

test('as a page that runs and loads nothing', async () => {
  for (const argv of [
    ['2023.yaml', 'wild.yaml'],
    ['2022.yaml', '2023.yaml'],
  ]) {
    const { stdout } = await diff(...argv, '--format', 'html');
    expect(stdout).toContain(`content="default-src 'none'; style-src 'unsafe-inline'"`);
    const elements = namesIn(parseFragment(stdout));
    expect(elements).not.toContain('#comment');
    expect(elements.filter((name) => /^(script|img|link|iframe|object|form|input|base)$/.test(name))).toEqual([]);
    expect(stdout).not.toMatch(/ on[a-z]+="/);
    expect(hasHidden(stdout)).toBe(false);
  }
});
