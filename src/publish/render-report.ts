import type { Browser } from '../browser/types.ts';
import type { Checked } from '../check/check.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { SubsetCache } from '../fonts/subset-cache.ts';
import { packageFile } from '../package/package-file.ts';
import { FORMATS, type ReadPdf, type RenderInput } from '../render/formats.ts';
import { missingGlyph, PageFaults } from '../render/page-faults.ts';
import { renderPage } from '../render/page-html.ts';
import type { Publication } from '../render/publication.ts';
import { loadTemplates, type Templates } from '../render/templates.ts';
import type { PageView } from '../view/page.ts';
import { pageDiagnostics } from './page-diagnostics.ts';
import { type BuildChoices, type Given, publicationOf } from './publication.ts';

/** The finished files of one report, none of them written yet. */
export interface Rendered {
  /** None where a finding forbids them; a draft is made all the same. */
  readonly files: readonly { readonly extension: string; readonly content: Uint8Array }[];
  /** The findings that only show when the page is made. */
  readonly diagnostics: readonly Diagnostic[];
}

export type RenderChoices = Pick<BuildChoices, 'formats' | 'base' | 'draft' | 'systemFonts'>;

/** A checked report -> every format asked for. */
export type Renderer = (checked: Checked, choices: RenderChoices) => Promise<Rendered>;

/** What a renderer works with. */
export interface Tools {
  /** Asked for only by a format that needs it. */
  readonly browser: () => Promise<Browser>;
  readonly signal: AbortSignal;
  /** SOURCE_DATE_EPOCH. */
  readonly epoch?: number | undefined;
  /** Finished files are read back, PDFs with this. Without it they are not. */
  readonly readPdf?: ReadPdf | undefined;
  /** A folder of own templates. */
  readonly template?: string | undefined;
  /** Where subsets of fonts are kept between runs. */
  readonly fonts?: SubsetCache | undefined;
}

/** Reads the templates once for all reports. */
export function createRenderer(tools: Tools): Renderer {
  const loading = templatesFrom(tools.template);
  // The first report awaits it; a failure must not end the process before.
  loading.catch(() => undefined);
  return async (checked, choices) => {
    const templates = await loading;
    const { publication, page, diagnostics } = await firstPage(checked, choices, templates, {
      epoch: tools.epoch,
      fonts: tools.fonts,
    });
    if (diagnostics.length > 0 && !choices.draft) return { files: [], diagnostics };
    const rendered = await renderFormats(choices.formats, inputOf({ publication, page }, templates, tools), {
      checked,
      readPdf: tools.readPdf,
    });
    return { ...rendered, diagnostics: [...diagnostics, ...rendered.diagnostics] };
  };
}

/** Long work keeps out what the starting browser answers; here it comes in, and the next question goes out. */
const browserIsHeard = (): Promise<void> => new Promise((done) => setImmediate(done));

/** Where the official template is. */
export const OFFICIAL = 'templates/official/';

/** The official templates, each file that a folder of own ones has in the place of ours. */
export const templatesFrom = (own?: string): Promise<Templates> => loadTemplates(packageFile(OFFICIAL), own);

/** What formats are made from. */
export function inputOf(
  { publication, page }: Pick<RenderInput, 'publication' | 'page'>,
  templates: Templates,
  { browser, signal, fonts }: Pick<Tools, 'browser' | 'signal' | 'fonts'>,
): RenderInput {
  const pageOf = async (view: PageView) => (await renderPage({ ...publication, view }, templates, fonts)).html;
  return { publication, page, pageOf, templates, browser, signal };
}

interface Page extends Pick<RenderInput, 'publication' | 'page'> {
  readonly diagnostics: readonly Diagnostic[];
}

/** The page, where a format needs it, and the characters in it that no font has. They become notes of a draft. */
export async function firstPage(
  checked: Checked,
  choices: RenderChoices,
  templates: Templates,
  given: Given & Pick<Tools, 'fonts'>,
): Promise<Page> {
  const made = (found: Checked): Publication => publicationOf(found, { ...choices, template: templates.hash }, given);
  await browserIsHeard();
  const publication = made(checked);
  if (!choices.formats.some((name) => FORMATS[name]?.needsPage)) return { publication, page: '', diagnostics: [] };
  // What a note quotes is not printed in the report itself.
  const plain = made({ ...checked, ...(choices.draft && { diagnostics: [], waived: [] }) });
  await browserIsHeard();
  const { html, missing } = await renderPage(plain, templates, given.fonts);
  // What the bundled fonts lack, an installed one may have: the browser says.
  const faults = choices.systemFonts ? [] : missing.map(missingGlyph);
  const diagnostics = pageDiagnostics(checked, faults);
  if (!choices.draft) return { publication, page: html, diagnostics };
  const draft = made({ ...checked, diagnostics: [...checked.diagnostics, ...diagnostics] });
  return { publication: draft, page: (await renderPage(draft, templates, given.fonts)).html, diagnostics };
}

async function renderFormats(
  formats: readonly string[],
  input: RenderInput,
  { checked, readPdf }: { readonly checked: Checked; readonly readPdf: ReadPdf | undefined },
): Promise<Rendered> {
  const files: Rendered['files'][number][] = [];
  try {
    for (const name of formats) {
      const format = FORMATS[name];
      if (!format) throw new Error(`no format ${name}`);
      const content = await format.render(input);
      const faults = readPdf ? await format.readBack(content, input, readPdf) : [];
      if (faults.length > 0) throw new PageFaults(faults);
      files.push({ extension: format.extension, content });
    }
    return { files, diagnostics: [] };
  } catch (error) {
    if (!(error instanceof PageFaults)) throw error;
    const { draft } = input.publication.receipt;
    return { files: draft ? files : [], diagnostics: pageDiagnostics(checked, error.faults) };
  }
}
