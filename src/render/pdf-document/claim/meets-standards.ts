import type { PDFRef } from '@cantoo/pdf-lib';
import type { OpenPdf } from '../open.ts';
import type { PageOperators } from '../pages.ts';
import { fontsIn } from './fonts.ts';
import { pagesAreKnown } from './pages.ts';
import { structureIsSound } from './structure.ts';
import { textIsMapped } from './text.ts';

/**
 * Whether the document has only what PDF/A-3a and PDF/UA-1 allow, as far as it depends on the browser, the template, the
 * fonts and the report; what is the same in every document is not asked here. What is not known to be allowed counts as
 * forbidden: a missing claim does no harm, a wrong one does. `contents` has the operators of each page.
 */
export function meetsStandards(
  { context, catalog, structure }: OpenPdf,
  contents: ReadonlyMap<PDFRef, PageOperators>,
): boolean {
  const fonts = fontsIn(context);
  return (
    fonts !== undefined &&
    pagesAreKnown(context, catalog, contents) &&
    structureIsSound(structure) &&
    textIsMapped(contents.values(), fonts)
  );
}
