import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readOwn } from '../../src/import/own-files.ts';
import { readPublished } from '../../src/import/read-published.ts';
import { readReport } from '../../src/report/report.ts';
import { parse } from '../../src/source/parse.ts';
import { folderWith, inProcess } from '../cli/run.ts';
import { sharedBrowser } from '../shared-browser.ts';
import { inParts } from '../verify/forged-words.ts';

const source = readFileSync('examples/wenzhou-hrss-2023.yaml', 'utf8');
let folder: Awaited<ReturnType<typeof folderWith>>;
beforeAll(async () => {
  await sharedBrowser();
  folder = await folderWith({ '2023.yaml': source });
  const built = await inProcess(['build', '2023.yaml', '-o', '.', '-q', '--format', 'html,pdf,docx,review'], {
    cwd: folder.path,
  });
  expect(built.stderr).toBe('');
});
afterAll(() => folder.remove());

const bytesOf = (name: string) => readFileSync(join(folder.path, name));
const cellsOf = (text: string) =>
  [...readReport(parse(text, 'x').data).cells].map(([path, { text: value }]) => [path, value]);

test('the report file in a PDF is taken byte for byte', async () => {
  const reading = await readPublished({ name: '2023.pdf', bytes: bytesOf('2023.pdf') });
  expect(reading.source).toEqual({ name: '2023.yaml', text: source });
  expect(reading.tables.cells.get('applications.received.total')).toMatchObject({ value: '16', confidence: 'sure' });
});

test('the data in a page are taken as a report file', async () => {
  const { source: own } = await readPublished({ name: '2023.html', bytes: bytesOf('2023.html') });
  expect(cellsOf(own?.text ?? '')).toEqual(cellsOf(source));
  expect(parse(own?.text ?? '', 'x').remarks).toEqual([]);
});

test.each([
  ['a number', '>16<', '>17<'],
  ['a sentence', '围绕市委、市政府的中心工作', '围绕别的工作'],
  ['the data', '"total": 16', '"total": 17'],
  ['the receipt', '"tool"', '"tol"'],
])('a page in which %s was changed is read as any page', async (_, before, after) => {
  const page = bytesOf('2023.html').toString();
  expect(page).toContain(before);
  expect(await readOwn({ name: 'x', bytes: Buffer.from(page.replace(before, after)) })).toBeUndefined();
});

test('the data in a Word document are taken, if nobody went on writing in it', async () => {
  const bytes = bytesOf('2023.docx');
  const { source: own } = await readPublished({ name: '2023.docx', bytes });
  expect(cellsOf(own?.text ?? '')).toEqual(cellsOf(source));
  const changed = {
    'word/document.xml': (xml: string) => xml.replace('围绕市委、市政府', '围绕别的工作和市委、市政府'),
  };
  expect(await readOwn({ name: 'x', bytes: inParts(changed)(bytes) })).toBeUndefined();
  const more = { 'word/document.xml': (xml: string) => xml.replace('<w:body>', '<w:body><w:p><w:ins/></w:p>') };
  expect(await readOwn({ name: 'x', bytes: inParts(more)(bytes) })).toBeUndefined();
  expect(await readOwn({ name: 'x', bytes: bytes.subarray(0, 5000) })).toBeUndefined();
});

test('a sheet for sign-off is no report', async () => {
  const bytes = bytesOf('2023.review.html');
  await expect(readPublished({ name: 'x', bytes })).rejects.toMatchObject({ kind: 'sign-off-sheet' });
});

test('what looks like our own and is not is left to the others', async () => {
  const texts = ['id="receipt"', '<script id="receipt">{}</script>', '%PDF-1.7 /EmbeddedFile', ''];
  for (const text of texts) expect(await readOwn({ name: 'x', bytes: Buffer.from(text) })).toBeUndefined();
});
