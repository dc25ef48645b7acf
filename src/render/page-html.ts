import { FAMILIES } from '../fonts/families.ts';
import { fontFaces, fontStack } from '../fonts/font-face.ts';
import { subsetFonts } from '../fonts/subset.ts';
import type { Publication } from './publication.ts';
import type { Templates } from './templates.ts';
import { charactersByFamily } from './typefaces.ts';

/** A finished page, and the characters that no bundled font can draw. */
export interface PageHtml {
  readonly html: string;
  readonly missing: readonly string[];
}

/** A report -> one self-contained HTML page: style sheet and font subsets inside, no script, no request. */
export async function renderPage({ view, receipt }: Publication, templates: Templates): Promise<PageHtml> {
  const fill = (style: string) => templates.page({ page: view, generator: receipt.tool, style });
  const { fonts, missing } = await subsetFonts(charactersByFamily(fill('')));
  const families = ['title' as const, ...FAMILIES.map(({ id }) => id)];
  const stacks = families.map((id) => `--${id}:${fontStack(id, receipt.systemFonts)}`).join(';');
  const style = [fontFaces(fonts), `:root{${stacks}}`, templates.style, ...(view.draft ? [templates.draftStyle] : [])];
  return { html: fill(style.join('\n')), missing };
}
