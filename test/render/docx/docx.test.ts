import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import mammoth from 'mammoth';
import { describe, expect, test } from 'vitest';
import { check } from '../../../src/check/check.ts';
import { publicationOf, withFindings } from '../../../src/publish/publication.ts';
import { docx } from '../../../src/render/docx.ts';
import { docxOf, readDocx } from '../../../src/render/docx-document/document.ts';
import type { RenderInput } from '../../../src/render/format.ts';
import type { Publication } from '../../../src/render/publication.ts';
import { readHtml } from '../../../src/render/readback/read-html.ts';
import { parse } from '../../../src/source/parse.ts';
import type { Grid } from '../../../src/view/grid.ts';
import { textOf } from '../drafts.ts';
import { outOfOrder } from './schema-order.ts';

const choices = { formats: ['docx'], base: 'a', template: 'x' };
const made = (text: string, draft = false): Publication => {
  const checked = check(parse(text, 'a.yaml'));
  return draft ? withFindings(publicationOf(checked, { ...choices, draft }), checked) : publicationOf(checked, choices);
};
const example = textOf('examples/wenzhou-hrss-2023.yaml');
const withProse = (markdown: string): Publication =>
  made(
    example.replace(
      /^problems:\n {2}text: \|\n(?: {4}.*\n|\n)+/mu,
      () => `problems:\n  text: ${JSON.stringify(markdown)}\n`,
    ),
  );
const xmlOf = (bytes: Uint8Array, name = 'word/document.xml') => strFromU8(unzipSync(bytes)[name] ?? new Uint8Array());
const faultsOf = async (bytes: Uint8Array, publication: Publication) =>
  docx.readBack(bytes, { publication } as RenderInput, async () => Promise.reject(new Error('no PDF here')));

describe.each(['examples/wenzhou-hrss-2023.yaml', 'examples/2019-form.yaml'])('%s, read by another program', (file) => {
  const publication = made(textOf(file), true);

  test('has every heading and every cell in order, with its spans, and header rows that are header rows', async () => {
    const buffer = Buffer.from(await docxOf(publication));
    const { value, messages } = await mammoth.convertToHtml({ buffer });
    expect(messages.filter(({ type }) => type === 'error')).toEqual([]);
    const titles = readHtml(value).blocks.filter(({ kind, level }) => kind === 'heading' && (level ?? 9) === 1);
    for (const { title } of publication.view.sections) expect(titles.map(({ text }) => text)).toContain(title);
    const tables = [...value.matchAll(/<table>.*?<\/table>/gsu)].map(([table]) => table);
    const grids = publication.view.sections.flatMap(({ table }) => (table ? [table.grid] : []));
    expect(tables).toHaveLength(grids.length);
    for (const [index, grid] of grids.entries()) expect(cellsOf(tables[index] ?? '')).toEqual(expected(grid));
  });

  test('is what the report has, and says so itself; its elements are in the order that Word asks for', async () => {
    const bytes = await docxOf(publication);
    expect(await faultsOf(bytes, publication)).toEqual([]);
    expect(outOfOrder(bytes)).toEqual([]);
  });
});

/** `th 2x1 text`: the tag, columns and rows it takes, what it says. */
const cellsOf = (table: string): string[] =>
  [...table.matchAll(/<(t[hd])((?: \w+="\d+")*)>(.*?)<\/\1>/gsu)].map(([, tag, attributes = '', inner = '']) => {
    const span = (name: string) => new RegExp(`${name}="(\\d+)"`).exec(attributes)?.[1] ?? '1';
    return `${tag} ${span('colspan')}x${span('rowspan')} ${inner.replace(/<[^>]*>/g, '')}`;
  });

const expected = ({ head, bodies }: Grid): string[] =>
  [
    ...head.map((row) => ({ row, tag: 'th' })),
    ...bodies.flatMap(({ rows }) => rows.map((row) => ({ row, tag: 'td' }))),
  ].flatMap(({ row, tag }) =>
    row.cells.map(({ colspan = 1, rowspan = 1, text, note, notes = [] }) => {
      const rest = `${note ? `（${note}）` : ''}${notes.map((number) => `〔${number}〕`).join('')}`;
      return `${tag} ${colspan}x${rowspan} ${text}${rest}`;
    }),
  );

test('the same report gives the same bytes, whatever the clock says', async () => {
  const publication = withProse('见[门户网站](https://www.example.gov.cn/)和[公报](https://www.example.gov.cn/gb)。');
  const [one, other] = [await docxOf(publication), await docxOf(publication)];
  expect(Buffer.compare(one, other)).toBe(0);
  expect(xmlOf(one, 'docProps/core.xml')).toContain('2024-01-22T00:00:00Z');
  expect(xmlOf(one, 'word/_rels/document.xml.rels')).toContain('Target="https://www.example.gov.cn/gb"');
});

test('prose: emphasis, lists from their own start, headings below those of the form, tables, quotes; HTML is text', async () => {
  const markdown =
    '**主要问题**：<b>不是标记</b>。\n\n### 小标题\n\n3. 三\n4. 四\n\n- 甲\n  - 乙\n\n> 引文\n\n| 年 | 件 |\n|---|---|\n| 上年 | 3 |\n\n存在的问题仍在改进。';
  const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(await docxOf(withProse(markdown))) });
  expect(value).toContain('&lt;b&gt;不是标记&lt;/b&gt;');
  expect(value).toMatch(/<h2>.*小标题<\/h2>/);
  expect(value).toMatch(/<ol><li>三<\/li><li>四<\/li><\/ol>/);
  expect(value).toMatch(/<ul><li>甲<ul><li>乙<\/li><\/ul><\/li><\/ul>/);
  expect(value).toContain('<td><p>上年</p></td><td><p>3</p></td>');
  const numbering = xmlOf(await docxOf(withProse(markdown)), 'word/numbering.xml');
  expect(numbering).toContain('<w:start w:val="3"/>');
});

test('an item of two paragraphs has one number, and a nested list its own start', async () => {
  const bytes = await docxOf(withProse('1. 甲\n\n   甲的第二段\n\n2. 乙\n   3. 丙\n\n存在的问题仍在改进。'));
  const paragraphs = xmlOf(bytes).match(/<w:p>.*?<\/w:p>/gsu) ?? [];
  const numbered = paragraphs.filter((one) => one.includes('<w:numPr>')).map((one) => one.replace(/<[^>]*>/g, ''));
  expect(numbered.filter((text) => /^[甲乙丙]/u.test(text))).toEqual(['甲', '乙', '丙']);
  expect(paragraphs.find((one) => one.includes('甲的第二段'))).toContain('w:left="948"');
  expect(xmlOf(bytes, 'word/numbering.xml')).toContain('<w:start w:val="3"/>');
});

test('an element that Word would refuse is found', () => {
  const wrong = { 'word/document.xml': strToU8('<w:p><w:pPr><w:jc/><w:keepNext/><w:other/></w:pPr></w:p>') };
  expect(outOfOrder(zipSync(wrong))).toEqual([
    'word/document.xml: w:pPr: w:keepNext',
    'word/document.xml: w:pPr: w:other',
  ]);
});

test('a draft says so, in its title, on every page and in its notes', async () => {
  const publication = made(example.replace(/natural_person: \d+/u, 'natural_person: null'), true);
  const bytes = await docxOf(publication);
  const texts = readDocx(bytes).map(({ text }) => text);
  expect(texts[0]).toContain('〔草稿〕');
  expect(texts).toContain('草稿附注');
  expect(texts.some((text) => text.startsWith('待填〔'))).toBe(true);
  const header = Object.keys(unzipSync(bytes)).find((name) => /header\d*\.xml$/.test(name)) ?? '';
  expect(xmlOf(bytes, header)).toContain('草稿');
});

test('a file whose cell was changed is not let out', async () => {
  const publication = made(example);
  const other = made(example.replace('decisions: 95', 'decisions: 96'));
  expect((await faultsOf(await docxOf(other), publication)).map(({ message }) => message.zh)).toEqual([
    '文件里是“96”，应为“95”',
  ]);
});

const office = ['soffice', 'libreoffice'].find((name) => spawnSync(name, ['--version']).status === 0);
if (!office) console.warn('skipped: LibreOffice is not installed (apt-get install libreoffice-writer)');
test.skipIf(!office)('LibreOffice opens it, and prints what the report has', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'report-office-'));
  const publication = made(example);
  writeFileSync(join(folder, 'a.docx'), await docxOf(publication));
  const profile = `-env:UserInstallation=file://${folder}/profile`;
  execFileSync(
    office ?? '',
    [profile, '--headless', '--convert-to', 'txt:Text (encoded):UTF8', '--outdir', folder, join(folder, 'a.docx')],
    { stdio: 'ignore' },
  );
  const plain = (text: string) =>
    text
      .replace(/^\s*(?:•|\d+\.)\s/gmu, '')
      .replace(/[\s\ufeff]/gu, '')
      .replaceAll('\u2011', '-');
  const printed = plain(readFileSync(join(folder, 'a.txt'), 'utf8'));
  const ours = readDocx(await docxOf(publication)).map(({ text }) => plain(text));
  expect(ours.filter((text) => !printed.includes(text))).toEqual([]);
  rmSync(folder, { recursive: true });
});
