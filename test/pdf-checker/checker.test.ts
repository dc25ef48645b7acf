import { inflateSync } from 'node:zlib';
import {
  type PDFCatalog,
  type PDFContext,
  PDFDict,
  PDFName,
  PDFPageLeaf,
  PDFRawStream,
  type PDFRef,
} from '@cantoo/pdf-lib';
import { beforeAll, describe, expect, test } from 'vitest';
import { IN_BUILDS } from '../../scripts/pdf-points-page.ts';
import { renderPage } from '../../src/render/page-html.ts';
import { meetsStandards } from '../../src/render/pdf-document/claim/meets-standards.ts';
import { finishPdf } from '../../src/render/pdf-document/finish.ts';
import type { PageOperators } from '../../src/render/pdf-document/pages.ts';
import { parsePdf } from '../../src/render/pdf-document/parse.ts';
import { readReport } from '../../src/report/report.ts';
import { pageView } from '../../src/view/page.ts';
import { official, publicationOf } from '../render/publication.ts';
import { nothingHappened, put } from '../reports.ts';
import { sharedBrowser } from '../shared-browser.ts';
import { BREAKS } from './breaks.ts';
import { Broken } from './broken.ts';
import { fileOf, openFile } from './pdf-file.ts';
import { checkFile, STANDARDS } from './points.ts';

const PROSE =
  '见[网站](https://example.gov.cn/)和**重点**。\n\n1. 甲\n2. 乙\n\n| 甲 | 乙 |\n|---|---|\n| | 1 |\n\n{{chart "outcomes"}}\n';
const publication = publicationOf(pageView(readReport(put(nothingHappened(), 'problems.text', PROSE))));
const points = STANDARDS.flatMap(({ groups }) => groups.flatMap((group) => group.points));

let whole: Uint8Array;
/** The part with prose only, which is checked faster. */
let short: Uint8Array;

beforeAll(async () => {
  const browser = await sharedBrowser();
  const { html } = await renderPage(publication, await official);
  const finish = async (page: string) => finishPdf(await browser.printPdf(page), publication, 'x');
  whole = await finish(html);
  short = await finish(html.replace(/<div class="table"[\s\S]*?<\/div>/g, ''));
});

/** The points that a document breaks. */
const brokenIn = async (bytes: Uint8Array) =>
  checkFile(await openFile(bytes)).flatMap(({ point, breaches }) =>
    breaches.length > 0 ? [[point.id, ...breaches]] : [],
  );

test('a report with tables, lists, links and charts keeps every point', async () => {
  expect(await brokenIn(whole)).toEqual([]);
  expect(await brokenIn(short)).toEqual([]);
});

test('every point has its number once and a change that breaks it', () => {
  expect(Object.keys(BREAKS).sort()).toEqual(points.map(({ id }) => id).sort());
});

describe('what breaks a point is found', () => {
  test.each(points.map(({ id, breaches }) => [id, breaches] as const))('%s', (id, breaches) => {
    const broken = new Broken(parsePdf(short), Buffer.from(short).toString('latin1'));
    BREAKS[id]?.(broken);
    expect([...breaches(fileOf(broken.context, broken.text))]).not.toEqual([]);
  });
});

/** What the build looks at before it writes the claim, of a document that has it: without what is written after that. */
function claims(context: PDFContext): boolean {
  const catalog = context.lookup(context.trailerInfo.Root) as PDFCatalog;
  for (const key of ['Metadata', 'Names', 'AF']) catalog.delete(PDFName.of(key));
  const contents = new Map<PDFRef, PageOperators>();
  catalog.Pages().traverse((node, ref) => {
    const stream = node.lookup(PDFName.of('Contents'));
    if (!(node instanceof PDFPageLeaf && stream instanceof PDFRawStream)) return;
    contents.set(ref, { page: node, content: inflateSync(stream.contents).toString('latin1') });
  });
  const structure = catalog.lookup(PDFName.of('StructTreeRoot'), PDFDict);
  return meetsStandards({ context, catalog, structure }, contents);
}

describe('a build makes no claim', () => {
  test('for a whole document it does', () => expect(claims(parsePdf(short))).toBe(true));

  test.each([...IN_BUILDS])('%s', (id) => {
    const broken = new Broken(parsePdf(short), Buffer.from(short).toString('latin1'));
    BREAKS[id]?.(broken);
    expect(claims(broken.context)).toBe(false);
  });
});
