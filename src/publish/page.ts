import type { Checked } from '../check/check.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { missingGlyph } from '../diagnostics/page-faults.ts';
import type { RenderInput } from '../render/format.ts';
import { FORMATS } from '../render/formats.ts';
import { renderPage } from '../render/page-html.ts';
import type { Publication, ReviewPage } from '../render/publication.ts';
import type { PageView } from '../view/page-view.ts';
import type { CheckedFile } from '../workspace/check-files.ts';
import { pageDiagnostics } from './page-diagnostics.ts';
import { type BuildChoices, publicationOf, withFindings } from './publication.ts';
import type { Tools } from './tools.ts';

export { pageDiagnostics };

export type PageChoices = Omit<BuildChoices, 'template' | 'epoch' | 'earlier'>;

/** The page of a report, from which the formats are rendered. */
export interface Page {
  readonly publication: Publication;
  /** The finished HTML; empty if no format needs it. */
  readonly html: string;
  /** Findings for characters that no bundled font has. A draft prints them as notes too. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Renders the page of a report that could be read. `earlier` makes the receipt that of an earlier build. */
export async function pageOf(
  checked: Checked,
  choices: PageChoices,
  tools: Tools,
  earlier?: BuildChoices['earlier'],
): Promise<Page> {
  const { hash } = await tools.templates();
  await browserAnswers();
  const publication = publicationOf(checked, { ...choices, template: hash, earlier, epoch: tools.epoch });
  const { draft, systemFonts, formats } = choices;
  if (!formats.some((name) => FORMATS[name]?.needsPage)) {
    return { publication: draft ? withFindings(publication, checked) : publication, html: '', diagnostics: [] };
  }
  await browserAnswers();
  const { html, missing } = await renderPage(publication, await tools.templates(), tools.fonts);
  // An installed font may have a character that the bundled fonts do not; the browser checks this.
  const diagnostics = pageDiagnostics(checked, systemFonts ? [] : missing.map(missingGlyph));
  if (!draft) return { publication, html, diagnostics };
  // The notes quote the report, so its own missing characters must be found before the notes are added.
  const found = { ...checked, diagnostics: [...checked.diagnostics, ...diagnostics] };
  const withNotes = withFindings(publication, found);
  const notes = await renderPage(withNotes, await tools.templates(), tools.fonts);
  return { publication: withNotes, html: notes.html, diagnostics };
}

/** The input of the formats. */
export async function inputOf({ publication, html }: Page, tools: Tools): Promise<RenderInput> {
  const templates = await tools.templates();
  const again = async (view: PageView) => (await renderPage({ ...publication, view }, templates, tools.fonts)).html;
  return { publication, page: html, pageOf: again, templates, browser: tools.browser, signal: tools.signal };
}

/** The sheet for sign-off, with all findings. */
export async function reviewPageOf(
  checked: CheckedFile,
  found: readonly Diagnostic[],
  { publication }: Page,
  tools: Tools,
): Promise<ReviewPage> {
  const [{ renderReview }, { reviewOf }] = await Promise.all([
    import('../render/review-page.ts'),
    import('./review.ts'),
  ]);
  const review = reviewOf(checked, [...checked.diagnostics, ...found]);
  return renderReview(review, publication, await tools.templates(), tools.fonts);
}

/** Lets the event loop run, because long work on the page would delay the messages of the starting browser. */
const browserAnswers = (): Promise<void> => new Promise((done) => setImmediate(done));
