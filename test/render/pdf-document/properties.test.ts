import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { beforeAll, expect, test } from 'vitest';
import type { RunningBrowser } from '../../../src/browser/start.ts';
import { renderPage } from '../../../src/render/page-html.ts';
import { finishPdf } from '../../../src/render/pdf-document/finish.ts';
import type { Publication } from '../../../src/render/publication.ts';
import { pageView } from '../../../src/view/page.ts';
import { sharedBrowser } from '../../shared-browser.ts';
import { distinctReport } from '../distinct-report.ts';
import { official, publicationOf } from '../publication.ts';
import { readPdf } from '../read-pdf.ts';

const view = pageView(distinctReport('2021'));
const parts = [{ id: 'section-1-1', heading: '（一）主动公开', html: '<p>文字。</p>' }];
const publication = publicationOf({
  ...view,
  sections: view.sections.map((section, index) => (index === 0 ? { ...section, parts } : section)),
});
let browser: RunningBrowser;
let printed: Uint8Array;

beforeAll(async () => {
  browser = await sharedBrowser();
  printed = await browser.printPdf((await renderPage(publication, await official)).html);
});

const finish = (more: Partial<Publication> = {}) => finishPdf(printed, { ...publication, ...more }, 'x');
const open = (bytes: Uint8Array, verbosity = 0) =>
  getDocument({ data: new Uint8Array(bytes), useSystemFonts: false, verbosity }).promise;

test('a draft without a date has that of SOURCE_DATE_EPOCH, or none', async () => {
  const date = async (more: Partial<Publication>) => (await readPdf(await finish(more))).info.CreationDate;
  expect(await date({ date: undefined, epoch: 1_705_852_800 })).toBe("D:20240121160000+00'00'");
  expect(await date({ date: '2024-01-22', epoch: 0 })).toBe("D:20240122000000+08'00'");
  expect(await date({ date: undefined })).toBeUndefined();
});

test('the bookmarks hold sections and parts', async () => {
  const { outline } = await readPdf(await finish());
  expect(outline.slice(0, 4)).toEqual([view.title, '一、总体情况', '（一）主动公开', '二、主动公开政府信息情况']);
});

test('the window shows the title, and the XMP packet is XML to a browser, whatever the title is', async () => {
  const title = 'A&B<C>"\'报告]]>𠮷';
  const finished = await finish({ view: { ...publication.view, title } });
  const document = await open(finished);
  expect(await document.getViewerPreferences()).toMatchObject({ DisplayDocTitle: true });
  const { info, metadata } = await document.getMetadata();
  expect((info as { Title: string }).Title).toBe(title);
  const packet = metadata?.getRaw() as string;
  const read = await browser.withPage('<!doctype html><title>x</title>', (page) =>
    page.evaluate(`(() => {
      const xml = new DOMParser().parseFromString(${JSON.stringify(packet)}, 'application/xml');
      return [xml.getElementsByTagName('parsererror').length, xml.getElementsByTagName('dc:title')[0]?.textContent];
    })()`),
  );
  expect(read).toEqual([0, title]);
  await document.loadingTask.destroy();
});

test('a report file with the name of another attachment hides neither', async () => {
  const source = { name: 'receipt.json', text: '{ "year": 2021 }\n' };
  const document = await open(await finish({ source }));
  const names = Object.values((await document.getAttachments()) as Record<string, { filename: string }>);
  expect(names.map(({ filename }) => filename).sort()).toEqual(['data.json', 'receipt.json', 'source-receipt.json']);
  await document.loadingTask.destroy();
});

test('another reader finds nothing to complain about', async () => {
  const said: unknown[] = [];
  const { log, warn } = console;
  console.log = console.warn = (...args: unknown[]) => void said.push(args);
  try {
    const document = await open(await finish(), 1);
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number);
      await page.getOperatorList();
      await page.getStructTree();
    }
    await document.getOutline();
    await document.loadingTask.destroy();
  } finally {
    Object.assign(console, { log, warn });
  }
  expect(said).toEqual([]);
});

const poppler = spawnSync('pdftoppm', ['-v']).error === undefined;
if (!poppler) process.stderr.write('pdftoppm is not installed: pages are not compared\n');

test.skipIf(!poppler)('every page looks as it was printed', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'report-pages-'));
  try {
    for (const [name, bytes] of Object.entries({ a: printed, b: await finish() })) {
      writeFileSync(join(folder, `${name}.pdf`), bytes);
      const { status, stderr } = spawnSync('pdftoppm', ['-r', '60', join(folder, `${name}.pdf`), join(folder, name)]);
      expect([status, stderr.toString()]).toEqual([0, '']);
    }
    const pages = (name: string) =>
      readdirSync(folder)
        .filter((file) => new RegExp(`^${name}-.*ppm$`).test(file))
        .sort();
    expect(pages('a').length).toBeGreaterThan(2);
    const images = (name: string) => pages(name).map((file) => readFileSync(join(folder, file)).toString('base64'));
    expect(images('b')).toEqual(images('a'));
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('a document of hundreds of pages is finished like any other', async () => {
  const more = Array.from(
    { length: 900 },
    (_, at) => `<h3>（${at}）标题</h3><p>${'全年收到申请，全部办结。'.repeat(14)}</p>`,
  );
  const { html } = await renderPage(publication, await official);
  const long = await browser.printPdf(html.replace('</main>', `${more.join('')}</main>`));
  const document = await open(await finishPdf(long, publication, 'x'));
  expect(document.numPages).toBeGreaterThan(300);
  await document.loadingTask.destroy();
});
