import { timed } from '../diagnostics/timings.ts';
import { FAMILIES } from '../fonts/families.ts';
import { fontFaces, fontStack } from '../fonts/font-face.ts';
import { subsetFonts } from '../fonts/subset.ts';
import type { SubsetCache } from '../fonts/subset-cache.ts';
import { withDrawings } from './charts.ts';
import { inScript, linkedData, siblings } from './embedded-data.ts';
import { withPolicy } from './page-policy.ts';
import type { Publication } from './publication.ts';
import type { TemplateData } from './template-data.ts';
import { refuseUnsafe } from './template-safety.ts';
import type { Templates } from './templates.ts';
import { charactersByFamily } from './typefaces.ts';

/** A finished page and the characters that no bundled font has. */
export interface PageHtml {
  readonly html: string;
  readonly missing: readonly string[];
}

/**
 * A placeholder for the style sheet, because the font subsets depend on the text of the page. The escaped text of a
 * report cannot contain it.
 */
export const STYLE = '/*<style>*/';

const NO_FONTS = { fonts: new Map(), missing: [] };

/**
 * Renders a report as one HTML page that contains its style sheet, font subsets and data. It runs no scripts and loads
 * nothing. With `null` for the cache it has no fonts and is shown with those of the machine. Throws a `UserError` if a
 * user's template adds scripts or external files.
 */
export async function renderPage(
  publication: Publication,
  templates: Templates,
  cache?: SubsetCache | null,
): Promise<PageHtml> {
  const { view, receipt, data } = publication;
  const inside = {
    page: await withDrawings(view),
    generator: receipt.tool,
    siblings: siblings(publication),
    linkedData: inScript(linkedData(publication)),
    data: inScript(JSON.parse(data)),
    receipt: inScript(receipt),
  };
  const page = templates.page({ ...inside, style: STYLE } satisfies TemplateData);
  const sheets = [templates.style, ...(view.draft ? [templates.draftStyle] : [])];
  return finishPage(page, sheets, { own: templates.own, systemFonts: receipt.systemFonts, cache });
}

interface Finishing {
  readonly own: Templates['own'];
  readonly systemFonts: true | undefined;
  readonly cache: SubsetCache | null | undefined;
}

/** Puts the style sheets, the fonts of its characters and the policy into a page that has `STYLE` in their place. */
export async function finishPage(
  page: string,
  sheets: readonly string[],
  { own, systemFonts, cache }: Finishing,
): Promise<PageHtml> {
  // Before anything is made of it; and below as it is written, with the style sheets in their place.
  await refuseUnsafe(page, 'page', own);
  const { fonts, missing } =
    cache === null ? NO_FONTS : await timed('fonts', () => subsetFonts(charactersByFamily(page), cache));
  const stacks = FAMILIES.map(({ id }) => `--${id}:${fontStack(id, systemFonts)}`).join(';');
  const style = [fontFaces(fonts), `:root{${stacks}}`, ...sheets];
  const html = withPolicy(page.replace(STYLE, () => style.join('\n')));
  await refuseUnsafe(html, 'page', own);
  return { html, missing };
}
