import { PageFaults } from '../diagnostics/page-faults.ts';
import { UserError } from '../diagnostics/user-error.ts';
import { inputOf, type Page } from '../publish/page.ts';
import type { Tools } from '../publish/tools.ts';
import { pdf } from '../render/pdf.ts';
import { checkBlocks } from '../render/readback/check-page.ts';
import { checkPdf, foreignIn } from '../render/readback/check-pdf.ts';
import { readHtml } from '../render/readback/read-html.ts';
import { compareUntagged, isUntagged } from '../render/readback/untagged.ts';
import { type Compared, type Differences, differs, NONE, SAME } from './compared.ts';
import { noBrowser, otherBrowser, SYSTEM_FONTS } from './obstacles.ts';
import { otherParts } from './other-parts.ts';
import type { PublishedPdf } from './published-file.ts';
import { savedAgain, tagsGone } from './saved-again.ts';

/** Compares a PDF with the one that is printed again, under the name of the browser in the receipt. */
export async function comparePdf(
  file: PublishedPdf,
  rebuilt: Page,
  isOtherVersion: boolean,
  tools: Tools,
): Promise<Compared> {
  const found = exact(file, rebuilt);
  if (!differs(found)) return comparePrint(file, rebuilt, isOtherVersion, tools);
  const proven = isOtherVersion ? certain(file, rebuilt) : found;
  return { ...proven, isSame: false, obstacles: [] };
}

async function comparePrint(
  { receipt, bytes, pdf: content }: PublishedPdf,
  rebuilt: Page,
  isOtherVersion: boolean,
  tools: Tools,
): Promise<Compared> {
  const other = { isSame: false, obstacles: [], ...NONE };
  try {
    const browser = await tools.browser();
    const version = await browser.version();
    const named = { ...browser, version: async () => receipt.browser };
    const printed = await pdf.render(await inputOf(rebuilt, { ...tools, browser: async () => named }));
    if (Buffer.from(printed).equals(bytes)) return SAME;
    const isOther = version !== receipt.browser;
    const obstacles = [
      ...(isOther ? [otherBrowser(version, receipt.browser)] : []),
      ...(receipt.systemFonts ? [SYSTEM_FONTS] : []),
    ];
    const cause = obstacles.length > 0 || isOtherVersion ? undefined : savedAgain(bytes, content.producer);
    return { ...other, obstacles, reasons: cause ? [cause] : [] };
  } catch (error) {
    // The build would print nothing either.
    if (error instanceof PageFaults) return other;
    if (!(error instanceof UserError)) throw error;
    return { ...other, obstacles: [noBrowser(error.text)] };
  }
}

/** All differences from what this version and template build, in the content. */
function exact(file: PublishedPdf, { html, publication }: Page): Differences {
  const isSavedAgain = isUntagged(file.pdf);
  const reasons = otherParts(file, publication, { isSavedAgain });
  if (!isSavedAgain) return { faults: checkPdf(file.pdf, html), reasons };
  const { faults, isReadable } = compareUntagged(file.pdf, readHtml(html, { paper: true }).blocks);
  const text = !isReadable ? 'unreadable' : faults.length > 0 ? 'different' : 'right';
  return { faults: [...faults, ...foreignIn(file.pdf)], reasons: [tagsGone(file, text), ...reasons] };
}

/** Differences that no version or template could have made: every version writes tags. */
function certain(file: PublishedPdf, { publication }: Page): Differences {
  const reasons = otherParts(file, publication, { sameForm: false, isSavedAgain: isUntagged(file.pdf) });
  const foreign = foreignIn(file.pdf);
  if (isUntagged(file.pdf)) return { faults: foreign, reasons: [tagsGone(file), ...reasons] };
  return { faults: [...checkBlocks(file.pdf.blocks, publication.view), ...foreign], reasons };
}
