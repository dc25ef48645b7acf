import type { Checked } from '../check/check.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { missingGlyph } from '../diagnostics/page-faults.ts';
import type { RenderInput } from '../render/format.ts';
import { FORMATS } from '../render/formats.ts';
import { renderPage } from '../render/page-html.ts';
import type { Publication } from '../render/publication.ts';
import type { PageView } from '../view/page-view.ts';
import { pageDiagnostics } from './page-diagnostics.ts';
import { type BuildChoices, publicationOf, withFindings } from './publication.ts';
import type { Tools } from './tools.ts';

export { pageDiagnostics };

export type PageChoices = Omit<BuildChoices, 'template' | 'epoch' | 'source'>;

/** The page of a report, which the formats are made from. */
export interface Page {
  readonly publication: Publication;
  /** The finished page; empty where no format needs it. */
  readonly html: string;
  /** Characters that no bundled font has. A draft prints them among its notes. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Makes the page of a report that could be read. `source` is what the receipt says of the report file, where all that is
 * left of it is its data.
 */
export async function pageOf(
  checked: Checked,
  choices: PageChoices,
  tools: Tools,
  source?: BuildChoices['source'],
): Promise<Page> {
  const { hash } = await tools.templates();
  await browserAnswers();
  const publication = publicationOf(checked, { ...choices, template: hash, source, epoch: tools.epoch });
  const { draft, systemFonts, formats } = choices;
  if (!formats.some((name) => FORMATS[name]?.needsPage)) {
    return { publication: draft ? withFindings(publication, checked) : publication, html: '', diagnostics: [] };
  }
  await browserAnswers();
  const { html, missing } = await renderPage(publication, await tools.templates(), tools.fonts);
  // What the bundled fonts lack, an installed one may have: the browser will tell.
  const diagnostics = pageDiagnostics(checked, systemFonts ? [] : missing.map(missingGlyph));
  if (!draft) return { publication, html, diagnostics };
  // The notes quote the report: only now is it known which characters the report itself lacks.
  const found = { ...checked, diagnostics: [...checked.diagnostics, ...diagnostics] };
  const withNotes = withFindings(publication, found);
  const notes = await renderPage(withNotes, await tools.templates(), tools.fonts);
  return { publication: withNotes, html: notes.html, diagnostics };
}

/** What formats are made from. */
export async function inputOf({ publication, html }: Page, tools: Tools): Promise<RenderInput> {
  const templates = await tools.templates();
  const again = async (view: PageView) => (await renderPage({ ...publication, view }, templates, tools.fonts)).html;
  return { publication, page: html, pageOf: again, templates, browser: tools.browser, signal: tools.signal };
}

/** Lets the event loop run: long work on the page would hold up the browser, which asks questions while it starts. */
const browserAnswers = (): Promise<void> => new Promise((done) => setImmediate(done));
