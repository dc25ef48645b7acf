import type { ShownPage } from '../../browser/types.ts';
import { missingGlyph, type PageFault, PageFaults, pageLayout } from '../../diagnostics/page-faults.ts';
import { timed } from '../../diagnostics/timings.ts';
import { fontsInPage } from '../../fonts/in-page.ts';
import { lookAtFits, lookAtPage, undrawn } from '../../in-page/programs.js';
import type { Heights, Sheet } from '../../in-page/sheet.ts';
import type { PageView } from '../../view/page-view.ts';
import type { RenderInput } from '../format.ts';
import { checkContent } from './check-content.ts';
import { uncovered } from './check-glyphs.ts';
import { checkLayout } from './check-layout.ts';
import { overflows, paginate, type Reserves } from './paginate.ts';
import { changesNothing, growthsOf, isAsPlanned, isWorthPlanning, type PagePlan, planPages } from './plan-pages.ts';
import { fitsToTry, hasWideTable, type MeasuredFits } from './sizes.ts';

/** A split table can need more space, for repeated labels. It is then split again, up to this many times. */
const ATTEMPTS = 5;
/** The number of faults to report: one mistake in a template can affect every cell. */
const NAMED = 20;

interface ViewOnPaper {
  readonly view: PageView;
  readonly html: string;
}

/** Looks at a page; returns the page to show instead, or undefined if this one is to be printed. */
type Look = (sheet: ShownPage) => Promise<string | undefined>;

/**
 * Prints the page as a PDF. Before that, arranges its tables on the pages, and checks in print layout that the page shows
 * the complete report and every character. Throws `PageFaults` if it does not, except for a draft: its marks and note
 * numbers change the cells, and it must not be published anyway.
 */
export async function printReport(input: RenderInput): Promise<Uint8Array> {
  const { publication, page, templates, browser, signal } = input;
  const running = await browser();
  const look = templates.own ? lookAtOwn(input) : lookAtOfficial(input);
  return running.printPdf(page, {
    title: publication.view.title,
    // The watermark of a draft stands over the page, and a template of others can do anything.
    still: !templates.own && !publication.receipt.draft,
    signal,
    look: (sheet) => timed('look', () => look(sheet)),
  });
}

/** Plans the pages, if the browser alone would not arrange them well. */
function lookAtOfficial({ publication, page, pageOf }: RenderInput): Look {
  const { view, receipt } = publication;
  let shown: ViewOnPaper = { view, html: page };
  let unplanned: { readonly sheet: Sheet; readonly measured: MeasuredFits } | undefined;
  let plan: PagePlan | undefined;
  let attempts = 0;
  return async (tab) => {
    const sheet: Sheet = JSON.parse(await tab.run(lookAtPage));
    const faults = receipt.draft ? [] : await faultsOf(shown, sheet, tab, receipt.systemFonts);
    const isOnlyTooWide = !plan && hasWideTable(sheet) && faults.every(({ rule }) => rule === pageLayout.id);
    if (!isOnlyTooWide) throwFaults(faults);
    const growths = plan ? growthsOf(plan, sheet) : [];
    const isRight = plan ? isAsPlanned(plan, growths, attempts > 1) : !isWorthPlanning(view, sheet);
    if (isRight || attempts++ >= ATTEMPTS) return undefined;
    unplanned ??= { sheet, measured: await measuredWith(tab, sheet) };
    plan = planPages(view, unplanned.sheet, unplanned.measured, growths);
    if (changesNothing(plan)) return undefined;
    shown = { view: plan.view, html: await pageOf(plan.view) };
    return shown.html;
  };
}

/** Splits tables that are longer than a page; more is not known of a page that an own template makes. */
function lookAtOwn({ publication, page, pageOf }: RenderInput): Look {
  const { view, receipt } = publication;
  let shown: ViewOnPaper = { view, html: page };
  let unbroken: Sheet | undefined;
  let reserves: Reserves = {};
  let attempts = 0;
  return async (tab) => {
    const found: Sheet = JSON.parse(await tab.run(lookAtPage));
    if (!receipt.draft) throwFaults(await faultsOf(shown, found, tab, receipt.systemFonts));
    unbroken ??= found;
    const excess = overflows(shown.view, found);
    if (shown.view !== view && Object.keys(excess).length === 0) return undefined;
    reserves = added(reserves, excess);
    const broken = paginate(view, unbroken, reserves);
    if (!broken || ++attempts > ATTEMPTS) return undefined;
    shown = { view: broken, html: await pageOf(broken) };
    return shown.html;
  };
}

/** Cells that have room for their texts have it in smaller type too, so they are not measured again. */
async function measuredWith(tab: ShownPage, sheet: Sheet): Promise<MeasuredFits> {
  const fits = fitsToTry(sheet);
  const heights: Heights[] = JSON.parse(await tab.run(lookAtFits, fits, hasWideTable(sheet)));
  return new Map(heights.map((one, index) => [fits[index] ?? '', one]));
}

function throwFaults(faults: readonly PageFault[]): void {
  if (faults.length > 0) throw new PageFaults(faults.slice(0, NAMED));
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
