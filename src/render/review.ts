import { missingGlyph, type PageFault, PageFaults, pageContent, pageLayout } from '../diagnostics/page-faults.ts';
import { lookAtPage } from '../in-page/programs.js';
import type { Sheet } from '../in-page/sheet.ts';
import type { ReviewView } from '../view/review-view.ts';
import type { Format, RenderInput } from './format.ts';
import { checkLayout } from './paper/check-layout.ts';
import { missingGlyphs } from './paper/print-report.ts';
import type { ReviewPage } from './publication.ts';
import { visible } from './readback/blocks.ts';
import { checkPdf } from './readback/check-pdf.ts';
import { missingText } from './readback/compare.ts';
import { readHtml } from './readback/read-html.ts';

/** The sheet for sign-off: one page that is built whatever the findings, and never published. */
const COMMON = { needsPage: true, forPublisher: true, internal: true } as const;

export const reviewHtml: Format = {
  ...COMMON,
  extension: 'review.html',
  needsBrowser: false,
  render: async (input) => new TextEncoder().encode(pageOf(input).html),
  readBack: async (content, input) => checkSheet(new TextDecoder().decode(content), pageOf(input).view),
};

export const reviewPdf: Format = {
  ...COMMON,
  extension: 'review.pdf',
  needsBrowser: true,
  render: async (input) => {
    const running = await input.browser();
    const [printed, version, { finishPdf }] = await Promise.all([
      printSheet(input),
      running.version(),
      import('./pdf-document/finish.ts'),
    ]);
    return finishPdf(printed, pageOf(input).publication, version);
  },
  readBack: async (content, input, read) => {
    const pdf = await read(content);
    return [...(pdf.pages === 1 ? [] : [TWO_PAGES]), ...checkPdf(pdf, pageOf(input).html).map(ofSheet)];
  },
};

function pageOf({ review }: RenderInput): ReviewPage {
  if (!review) throw new Error('the sheet was not made');
  return review;
}

/** Prints the sheet. Throws `PageFaults` if it has no room on one page, or a text or character cannot be seen. */
async function printSheet(input: RenderInput): Promise<Uint8Array> {
  const { html, publication } = pageOf(input);
  const running = await input.browser();
  return running.printPdf(html, {
    signal: input.signal,
    look: async (shown) => {
      const sheet: Sheet = JSON.parse(await shown.run(lookAtPage));
      const faults = [
        ...(sheet.used > sheet.height ? [TWO_PAGES] : []),
        ...checkLayout({ sections: [] }, sheet).map(ofSheet),
        ...(await missingGlyphs(html, sheet, shown, publication.receipt.systemFonts)).map(missingGlyph),
      ];
      if (faults.length > 0) throw new PageFaults(faults);
      return undefined;
    },
  });
}

/** Checks that the sheet shows all of its content, in its order, and says that it must not be published. */
function checkSheet(html: string, view: ReviewView): PageFault[] {
  const shown = visible(
    readHtml(html)
      .blocks.map(({ text }) => text)
      .join(''),
  );
  const rows = view.figures.flatMap(({ title, rows: all }) => [
    title,
    ...all.map((row) => [row.label, row.now, row.before, row.change, row.percent].join('')),
  ]);
  const notes = view.notes.flatMap(({ title, count, lines, more }) => [
    title + count,
    ...lines,
    ...(more ? [more] : []),
  ]);
  const texts = [MARK, view.title, view.deadline, view.state, ...rows, view.remark, ...notes, view.origin];
  const absent = texts.filter((text) => !shown.includes(visible(text)));
  return [...absent.map(missingText).map(ofSheet), ...(NOT_FOR_SEARCH.test(html) ? [] : [SEARCHABLE])];
}

/** The words of a fault of the sheet stand on the sheet, and in the report only by chance. */
const ofSheet = ({ words: _, ...fault }: PageFault): PageFault => fault;

/** What the sheet says of itself. */
const MARK = '内部审签，不公开';
const NOT_FOR_SEARCH = /<meta name="robots" content="noindex/u;

const SEARCHABLE: PageFault = {
  rule: pageContent.id,
  message: {
    zh: '审签单的 head 里没有 <meta name="robots" content="noindex">',
    en: 'The head of the sheet lacks <meta name="robots" content="noindex">',
  },
};
const TWO_PAGES: PageFault = {
  rule: pageLayout.id,
  message: { zh: '审签单印不进一页', en: 'The sheet for sign-off does not fit on one page' },
  hint: {
    zh: '换过模板的，检查 review.hbs 和 review.css 里的行距和间距；没有换过的，请把这份报告发给我们',
    en: 'If you changed the template, check line heights and spaces in review.hbs and review.css; if not, please report this as a bug',
  },
};
