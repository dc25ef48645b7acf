import { PDFArray, type PDFContext, PDFDict, PDFName, PDFNumber } from '@cantoo/pdf-lib';
import { beforeAll, expect, test } from 'vitest';
import { renderPage } from '../../../src/render/page-html.ts';
import { finishPdf } from '../../../src/render/pdf-document/finish.ts';
import { openPdf } from '../../../src/render/pdf-document/open.ts';
import { writePdf } from '../../../src/render/pdf-document/write.ts';
import { readReport } from '../../../src/report/report.ts';
import { pageView } from '../../../src/view/page.ts';
import { nothingHappened, put } from '../../reports.ts';
import { sharedBrowser } from '../../shared-browser.ts';
import { official, publicationOf } from '../publication.ts';

const text =
  '见[网站](https://example.gov.cn/)和**重点**。\n\n| 甲 | 乙 |\n|---|---|\n| | 1 |\n\n{{chart "outcomes"}}\n';
const publication = publicationOf(pageView(readReport(put(nothingHappened(), 'problems.text', text))));
let printed: Uint8Array;

beforeAll(async () => {
  const browser = await sharedBrowser();
  printed = await browser.printPdf((await renderPage(publication, await official)).html);
});

const N = (name: string) => PDFName.of(name);
const claims = async (bytes: Uint8Array, more = {}) =>
  new TextDecoder().decode(await finishPdf(bytes, { ...publication, ...more }, 'x')).includes('<pdfaid:part>');

/** What the browser printed, with one change. */
async function changed(change: (context: PDFContext, dicts: readonly PDFDict[]) => void): Promise<Uint8Array> {
  const { context } = await openPdf(printed);
  const dicts = context.enumerateIndirectObjects().flatMap(([, object]) => (object instanceof PDFDict ? [object] : []));
  change(context, dicts);
  return writePdf(context);
}
/** The first dictionary with this type, subtype or role. */
function first(dicts: readonly PDFDict[], name: string): PDFDict {
  const found = dicts.find((dict) => ['Type', 'Subtype', 'S'].some((key) => dict.get(N(key)) === N(name)));
  if (!found) throw new Error(`no ${name}`);
  return found;
}
/** The first resource of a page of this kind. */
const resource = (dicts: readonly PDFDict[], kind: string): PDFDict => {
  const own = first(dicts, 'Page').lookup(N('Resources'), PDFDict).lookup(N(kind), PDFDict);
  return own.lookup(own.keys()[0] as PDFName, PDFDict);
};

test('a report with links, a table and a chart claims the standards, one without a date does not', async () => {
  expect(await claims(printed)).toBe(true);
  expect(await claims(printed, { date: undefined })).toBe(false);
});

const CHANGES: Record<string, (dicts: readonly PDFDict[], context: PDFContext) => void> = {
  'a font that is not embedded': (dicts) => first(dicts, 'FontDescriptor').delete(N('FontFile2')),
  'a font of Type 3': (dicts) => first(dicts, 'Type0').set(N('Subtype'), N('Type3')),
  'a font without its texts': (dicts) => first(dicts, 'Type0').delete(N('ToUnicode')),
  'a text of which nothing is known': (dicts, context) =>
    first(dicts, 'Type0').set(
      N('ToUnicode'),
      context.register(context.flateStream('1 beginbfchar <FFFF> <4E00> endbfchar ')),
    ),
  'a text that is zero': (dicts, context) =>
    first(dicts, 'Type0').set(
      N('ToUnicode'),
      context.register(context.flateStream('1 beginbfrange <0001> <FFFF> <0000> endbfrange ')),
    ),
  'a transfer function': (dicts) => resource(dicts, 'ExtGState').set(N('TR'), N('Identity')),
  'an action of the document': (dicts) => first(dicts, 'Catalog').set(N('OpenAction'), N('x')),
  'a page that turns by itself': (dicts) => first(dicts, 'Page').set(N('Dur'), PDFNumber.of(1)),
  'a link that is not printed': (dicts) => first(dicts, 'Link').set(N('F'), PDFNumber.of(0)),
  'a link that runs a script': (dicts) => first(dicts, 'Annot').lookup(N('A'), PDFDict).set(N('S'), N('JavaScript')),
  'an element nobody knows': (dicts) => first(dicts, 'P').set(N('S'), N('Marquee')),
  'headings that jump': (dicts) => first(dicts, 'H2').set(N('S'), N('H3')),
  'a figure without a text': (dicts) => {
    const figure = dicts.find((dict) => dict.get(N('S')) === N('Figure') && dict.has(N('Alt')));
    figure?.delete(N('Alt'));
  },
  'a row that lacks a cell': (dicts) => {
    const row = dicts.filter((dict) => dict.get(N('S')) === N('TR')).at(-1);
    row?.lookup(N('K'), PDFArray).remove(0);
  },
};

test.each(Object.entries(CHANGES))('%s: no claim', async (_, change) => {
  expect(await claims(await changed((context, dicts) => change(dicts, context)))).toBe(false);
});
