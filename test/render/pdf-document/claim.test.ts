import { type PDFContext, PDFDict, PDFName, PDFNumber } from '@cantoo/pdf-lib';
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
test('a report with links, a table and a chart claims the standards, one without a date does not', async () => {
  expect(await claims(printed)).toBe(true);
  expect(await claims(printed, { date: undefined })).toBe(false);
});

/** What is not among the points of the standards, or in another way than the checker's test breaks them. */
const CHANGES: Record<string, (dicts: readonly PDFDict[], context: PDFContext) => void> = {
  'glyphs of which nothing is known': (dicts, context) =>
    first(dicts, 'Type0').set(
      N('ToUnicode'),
      context.register(context.flateStream('1 beginbfchar <FFFF> <4E00> endbfchar ')),
    ),
  'a text that is zero': (dicts, context) =>
    first(dicts, 'Type0').set(
      N('ToUnicode'),
      context.register(context.flateStream('1 beginbfrange <0001> <FFFF> <0000> endbfrange ')),
    ),
  'a page that turns by itself': (dicts) => first(dicts, 'Page').set(N('Dur'), PDFNumber.of(1)),
  'a link that runs a script': (dicts) => first(dicts, 'Annot').lookup(N('A'), PDFDict).set(N('S'), N('JavaScript')),
};

test.each(Object.entries(CHANGES))('%s: no claim', async (_, change) => {
  expect(await claims(await changed((context, dicts) => change(dicts, context)))).toBe(false);
});
