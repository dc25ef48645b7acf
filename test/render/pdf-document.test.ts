import { PDFArray, PDFDict, PDFDocument, PDFName, type PDFRawStream } from '@cantoo/pdf-lib';
import { Parser } from 'htmlparser2';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { beforeAll, expect, test } from 'vitest';
import type { Browser } from '../../src/browser/types.ts';
import { UserError } from '../../src/diagnostics/user-error.ts';
import { renderPage } from '../../src/render/page-html.ts';
import { pdf } from '../../src/render/pdf.ts';
import { finishPdf } from '../../src/render/pdf-document/finish.ts';
import type { Publication } from '../../src/render/publication.ts';
import { pageView } from '../../src/view/page.ts';
import { sharedBrowser } from '../shared-browser.ts';
import { distinctReport } from './distinct-report.ts';
import { official, publicationOf } from './publication.ts';
import { readPdf } from './read-pdf.ts';

const HOSTILE = '甲县A&B<C>"局]]>\u0001';
const view = pageView(distinctReport('2021'));
const publication = publicationOf(
  { ...view, agency: HOSTILE },
  { source: { name: '清溪 2021.yaml', text: 'year: 2021\n# 注释\n' }, data: '{ "year": 2021 }' },
);
const version = async () => 'HeadlessChrome/1';
let browser: Browser;
let printed: Uint8Array;
let finished: Uint8Array;

beforeAll(async () => {
  browser = await sharedBrowser();
  const { html } = await renderPage(publication, await official);
  printed = await browser.printPdf(html);
  finished = await finishPdf(printed, publication, await version());
});

const open = async (bytes: Uint8Array) =>
  getDocument({ data: new Uint8Array(bytes), useSystemFonts: false, verbosity: 0 }).promise;

test('report file, data and receipt are attached byte for byte, as associated files with their roles', async () => {
  const document = await open(finished);
  const attachments = (await document.getAttachments()) as Record<string, { filename: string; content: Uint8Array }>;
  const texts = Object.values(attachments).map(({ filename, content }) => [
    filename,
    new TextDecoder().decode(content),
  ]);
  expect(Object.fromEntries(texts)).toEqual({
    '清溪 2021.yaml': publication.source?.text,
    'data.json': publication.data,
    'receipt.json': JSON.stringify({ ...publication.receipt, browser: 'HeadlessChrome/1' }, undefined, 2),
  });
  await document.loadingTask.destroy();
  const { catalog } = await PDFDocument.load(finished, { updateMetadata: false });
  const roles = catalog
    .lookup(PDFName.of('AF'), PDFArray)
    .asArray()
    .map((_, index, all) => catalog.context.lookup(all[index], PDFDict).get(PDFName.of('AFRelationship'))?.toString());
  expect(roles).toEqual(['/Source', '/Data', '/Supplement']);
});

test('author, tool and dates are those of the report; the browser is named as what printed it', async () => {
  const { info } = await readPdf(finished);
  expect(info.Title).toBe(view.title);
  expect(info.Author).toBe(HOSTILE);
  expect(info.Creator).toBe('test');
  expect(info.Producer).toMatch(/^Skia\/PDF m\d+; test$/);
  expect(info.CreationDate).toBe("D:20220120000000+08'00'");
  expect(info.ModDate).toBe(info.CreationDate);
});

test('the XMP packet is well-formed whatever the names are, and claims PDF/A-3a and PDF/UA-1', async () => {
  const document = await PDFDocument.load(finished, { updateMetadata: false });
  const stream = document.catalog.lookup(PDFName.of('Metadata')) as PDFRawStream;
  const text = new TextDecoder().decode(stream.contents);
  const open: string[] = [];
  const texts: Record<string, string> = {};
  const parser = new Parser(
    {
      onopentagname: (name) => void open.push(name),
      onclosetag: (name, implied) => expect([name, implied]).toEqual([open.pop(), false]),
      ontext: (piece) => {
        const name = open.findLast((one) => !one.startsWith('rdf:')) ?? '';
        texts[name] = (texts[name] ?? '') + piece.trim();
      },
    },
    { xmlMode: true },
  );
  parser.end(text);
  expect(open).toEqual([]);
  expect(texts['dc:title']).toBe(view.title);
  expect(texts['dc:creator']).toBe(HOSTILE.replace('\u0001', ''));
  expect(texts['xmp:CreateDate']).toBe('2022-01-20T00:00:00+08:00');
  expect([texts['pdfaid:part'], texts['pdfaid:conformance'], texts['pdfuaid:part']]).toEqual(['3', 'A', '1']);
});

// The changes to the structure of the printed PDF.
const ROLES = new Set(['NonStruct', 'THead', 'TBody', 'LBody']);
const lasting = (roles: readonly string[]) => roles.filter((role) => !ROLES.has(role));

test('what is drawn, the order of the structure and the bookmarks are as the browser printed them', async () => {
  const [before, after] = [await readPdf(printed), await readPdf(finished)];
  expect(after.pages).toEqual(before.pages);
  // The facts below the title are a paragraph, which the browser didn't say.
  const expected = lasting(before.roles);
  expected.splice(expected.indexOf('H1') + 1, 0, 'P');
  expect(lasting(after.roles)).toEqual(expected);
  expect(after.outline).toEqual(before.outline);
  expect(after.missingGlyphs).toBe(0);
});

test('the first and a later document of a tab have the same bytes', async () => {
  const { html } = await renderPage(publication, await official);
  const templates = await official;
  const input = (one: Publication) => ({
    publication: one,
    page: html,
    templates,
    pageOf: async () => html,
    browser: async () => ({ ...browser, version }),
    signal: new AbortController().signal,
  });
  const first = await pdf.render(input(publication));
  const other = await pdf.render(input({ ...publication, data: '{}' }));
  expect(Buffer.from(other).equals(first)).toBe(false);
  expect(Buffer.from(await pdf.render(input(publication))).equals(first)).toBe(true);
});

test('a browser that gives a damaged PDF: said so, with what to do', async () => {
  for (const damaged of [new Uint8Array(), printed.subarray(0, 100), new TextEncoder().encode('<html>')]) {
    await expect(finishPdf(damaged, publication, 'x')).rejects.toThrow(UserError);
  }
});
