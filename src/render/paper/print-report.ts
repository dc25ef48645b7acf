import type { ShownPage } from '../../browser/types.ts';
import { missingGlyph, type PageFault, PageFaults } from '../../diagnostics/page-faults.ts';
import { fontsInPage } from '../../fonts/in-page.ts';
import { lookAtPage, undrawn } from '../../in-page/programs.js';
import type { Sheet } from '../../in-page/sheet.ts';
import type { PageView } from '../../view/page-view.ts';
import type { RenderInput } from '../format.ts';
import { checkContent } from './check-content.ts';
import { uncovered } from './check-glyphs.ts';
import { checkLayout } from './check-layout.ts';
import { overflows, paginate, type Reserves } from './paginate.ts';

/** Breaking a table changes its rows a little: a repeated label may need more room. It is then broken anew. */
const ATTEMPTS = 5;
/** A fault of the template shows in every cell; the first ones tell. */
const NAMED = 20;

interface ViewOnPaper {
  readonly view: PageView;
  readonly html: string;
}

/**
 * The page as a PDF. Before it is printed it is laid out for paper and looked at once: whether it shows all that the
 * report has, every character and all of it; a table longer than a page is broken first. Throws `PageFaults`, but not
 * for a draft, whose marks and note numbers stand in the cells and which nobody may publish.
 */
export async function printReport({ publication, page, pageOf, browser, signal }: RenderInput): Promise<Uint8Array> {
  const running = await browser();
  const { view, receipt } = publication;
  let shown: ViewOnPaper = { view, html: page };
  let unbroken: Sheet | undefined;
  let reserves: Reserves = {};
  let attempts = 0;
  const look = async (sheet: ShownPage): Promise<string | undefined> => {
    const found = await sheet.run(lookAtPage);
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
  return running.printPdf(page, { title: view.title, signal, look });
}

const added = (one: Reserves, other: Reserves): Reserves =>
  Object.fromEntries(
    [...new Set([...Object.keys(one), ...Object.keys(other)])].map((key) => [key, (one[key] ?? 0) + (other[key] ?? 0)]),
  );

/** What is wrong with a page as it is laid out for paper. A missing cell explains much of the rest, so it comes first. */
async function faultsOf(
  { view, html }: ViewOnPaper,
  sheet: Sheet,
  shown: ShownPage,
  systemFonts?: true,
): Promise<PageFault[]> {
  return [
    ...checkContent(view, sheet),
    ...checkLayout(view, sheet),
    ...(await glyphFaults(html, sheet, shown, systemFonts)),
  ];
}

async function glyphFaults(html: string, sheet: Sheet, shown: ShownPage, systemFonts?: true): Promise<PageFault[]> {
  const { missing, unsure } = uncovered(fontsInPage(html), sheet, systemFonts);
  const tried = Object.keys(unsure).length > 0 ? await shown.run(undrawn, unsure) : '';
  const characters = new Set([...Object.values(missing).join(''), ...tried]);
  return [...characters].sort().map(missingGlyph);
}
