import { beforeAll, describe, expect, test } from 'vitest';
import { renderPage } from '../../src/render/page-html.ts';
import { finishPdf } from '../../src/render/pdf-document/finish.ts';
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
