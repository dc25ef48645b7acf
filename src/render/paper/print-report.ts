import type { ShownPage } from '../../browser/types.ts';
import { missingGlyph, type PageFault, PageFaults } from '../../diagnostics/page-faults.ts';
import { timed } from '../../diagnostics/timings.ts';
import { fontsInPage } from '../../fonts/in-page.ts';
import { lookAtPage, undrawn } from '../../in-page/programs.js';
import type { Sheet } from '../../in-page/sheet.ts';
import type { PageView } from '../../view/page-view.ts';
import type { RenderInput } from '../format.ts';
import { checkContent } from './check-content.ts';
import { uncovered } from './check-glyphs.ts';
import { checkLayout } from './check-layout.ts';
import { overflows, paginate, type Reserves } from './paginate.ts';

/** A split table can need more space, for repeated labels. It is then split again, up to this many times. */
const ATTEMPTS = 5;
/** The number of faults to report: one mistake in a template can affect every cell. */
const NAMED = 20;

interface ViewOnPaper {
  readonly view: PageView;
  readonly html: string;
}

/**
 * Prints the page as a PDF. Before that, splits tables that are longer than a page, and checks in print layout that the
 * page shows the complete report and every character. Throws `PageFaults` if it does not, except for a draft: its marks
 * and note numbers change the cells, and it must not be published anyway.
 */
export async function printReport({
  publication,
  page,
  pageOf,
  templates,
  browser,
  signal,
}: RenderInput): Promise<Uint8Array> {
  const running = await browser();
  const { view, receipt } = publication;
  let shown: ViewOnPaper = { view, html: page };
  let unbroken: Sheet | undefined;
  let reserves: Reserves = {};
  let attempts = 0;
  const look = async (sheet: ShownPage): Promise<string | undefined> => {
    const found: Sheet = JSON.parse(await sheet.run(lookAtPage));
    const faults = receipt.draft ? [] : await faultsOf(shown, found, sheet, receipt.systemFonts);
    if (faults.length > 0) throw new PageFaults(faults.slice(0, NAMED));
    unbroken ??= found;
    const excess = overflows(shown.view, found);
    if (shown.view !== view && Object.keys(excess).length === 0) return undefined;
    reserves = added(reserves, excess);
    const broken = paginate(view, unbroken, reserves);
    if (!broken || ++attempts > ATTEMPTS) return undefined;
    shown = { view: broken, html: await pageOf(broken) };
    return shown.html;
  };
  return running.printPdf(page, {
    title: view.title,
    // The watermark of a draft stands over the page, and a template of others can do anything.
    still: !templates.own && !receipt.draft,
    signal,
    look: (sheet) => timed('look', () => look(sheet)),
  });
}

const added = (one: Reserves, other: Reserves): Reserves =>
  Object.fromEntries(
    [...new Set([...Object.keys(one), ...Object.keys(other)])].map((key) => [key, (one[key] ?? 0) + (other[key] ?? 0)]),
  );

/** The faults of a page in print layout. Missing cells come first, because they often explain the other faults. */
async function faultsOf(
  { view, html }: ViewOnPaper,
  sheet: Sheet,
  shown: ShownPage,
  systemFonts?: true,
): Promise<PageFault[]> {
  return [
    ...checkContent(view, sheet),
    ...checkLayout(view, sheet),
    ...(await missingGlyphs(html, sheet, shown, systemFonts)).map(missingGlyph),
  ];
}

/** The characters of a page that no font has. */
export async function missingGlyphs(
  html: string,
  sheet: Sheet,
  shown: ShownPage,
  systemFonts?: true,
): Promise<string[]> {
  const { missing, unsure } = uncovered(fontsInPage(html), sheet, systemFonts);
  const tried = Object.keys(unsure).length > 0 ? await shown.run(undrawn, unsure) : '';
  return [...new Set([...Object.values(missing).join(''), ...tried])].sort();
}
