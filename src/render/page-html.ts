import { FAMILIES } from '../fonts/families.ts';
import { fontFaces, fontStack } from '../fonts/font-face.ts';
import { subsetFonts } from '../fonts/subset.ts';
import { inScript, linkedData, siblings } from './inside-page.ts';
import type { Publication } from './publication.ts';
import type { Templates } from './templates.ts';
import { charactersByFamily } from './typefaces.ts';

/** A finished page, and the characters that no bundled font can draw. */
export interface PageHtml {
  readonly html: string;
  readonly missing: readonly string[];
}

/** Stands for the style sheet until the fonts in it are made from the rest of the page; no text of a report can look like it. */
const STYLE_GOES_HERE = '<!--style-->';

/**
 * A report -> one self-contained HTML page: style sheet, font subsets and the report's data inside,
 * no script that runs, no request.
 */
export async function renderPage(publication: Publication, templates: Templates): Promise<PageHtml> {
  const { view, receipt, data } = publication;
  const inside = {
    page: view,
    generator: receipt.tool,
    siblings: siblings(publication),
    linkedData: inScript(linkedData(publication)),
    data: inScript(JSON.parse(data)),
    receipt: inScript(receipt),
  };
  const unstyled = templates.page({ ...inside, style: STYLE_GOES_HERE });
  const { fonts, missing } = await subsetFonts(charactersByFamily(unstyled));
  const families = ['title' as const, ...FAMILIES.map(({ id }) => id)];
  const stacks = families.map((id) => `--${id}:${fontStack(id, receipt.systemFonts)}`).join(';');
  const style = [fontFaces(fonts), `:root{${stacks}}`, templates.style, ...(view.draft ? [templates.draftStyle] : [])];
  return { html: unstyled.replace(STYLE_GOES_HERE, () => style.join('\n')), missing };
}
