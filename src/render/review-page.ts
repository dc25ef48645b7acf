import type { SubsetCache } from '../fonts/subset-cache.ts';
import type { ReviewView } from '../view/review-view.ts';
import { inScript } from './embedded-data.ts';
import { finishPage, STYLE } from './page-html.ts';
import type { Publication, ReviewPage } from './publication.ts';
import type { TemplateData } from './template-data.ts';
import type { Templates } from './templates.ts';

/** Shown for a character that no font has. The page of the report has a finding that names it. */
const NO_GLYPH = '□';

/** Renders the sheet as one HTML page. Throws a `UserError` if a user's template adds scripts or external files. */
export async function renderReview(
  review: ReviewView,
  publication: Publication,
  templates: Templates,
  cache?: SubsetCache | null,
): Promise<ReviewPage> {
  const { view: page, date, epoch } = publication;
  const receipt = { ...publication.receipt, formats: [], review: true as const };
  const data = { page, review, generator: receipt.tool, siblings: [], linkedData: '', data: '', style: STYLE };
  const written = templates.review({ ...data, receipt: inScript(receipt) } satisfies TemplateData);
  const finishing = { own: templates.own, systemFonts: receipt.systemFonts, cache };
  const finish = (html: string) => finishPage(html, [templates.reviewStyle], finishing);
  const { html, missing } = await finish(written);
  const shown = (text: string) => missing.reduce((all, char) => all.replaceAll(char, NO_GLYPH), text);
  return {
    view: JSON.parse(shown(JSON.stringify(review))),
    html: missing.length > 0 ? (await finish(shown(written))).html : html,
    publication: {
      view: { title: review.title, agency: shown(page.agency) },
      source: undefined,
      receipt,
      date,
      ...(epoch !== undefined && { epoch }),
    },
  };
}
