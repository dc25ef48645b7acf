import type { Browser } from '../../browser/types.ts';
import type { Checked } from '../../check/check.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { FORMATS, type RenderInput } from '../../render/formats.ts';
import { missingGlyph, PageFaults } from '../../render/page-faults.ts';
import { renderPage } from '../../render/page-html.ts';
import type { Publication } from '../../render/publication.ts';
import { loadTemplates, type Templates } from '../../render/templates.ts';
import type { PageView } from '../../view/page.ts';
import { packageFile } from '../package-file.ts';
import { pageDiagnostics } from '../page-diagnostics.ts';
import { type BuildChoices, publicationOf } from '../publication.ts';

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

/**
 * Reads the templates once for all reports; the browser is asked for only by a format that needs it. `epoch` is
 * SOURCE_DATE_EPOCH.
 */
export function createRenderer(browser: () => Promise<Browser>, signal: AbortSignal, epoch?: number): Renderer {
  const loading = loadTemplates(packageFile('templates/official/'));
  // The first report awaits it; a failure must not end the process before.
  loading.catch(() => undefined);
  return async (checked, choices) => {
    const templates = await loading;
    const { publication, page, diagnostics } = await firstPage(checked, choices, templates, epoch);
    if (diagnostics.length > 0 && !choices.draft) return { files: [], diagnostics };
    const pageOf = async (view: PageView) => (await renderPage({ ...publication, view }, templates)).html;
    const input = { publication, page, pageOf, templates, browser, signal };
    const rendered = await renderFormats(choices.formats, input, checked);
    return { ...rendered, diagnostics: [...diagnostics, ...rendered.diagnostics] };
  };
}

interface Page extends Pick<RenderInput, 'publication' | 'page'> {
  readonly diagnostics: readonly Diagnostic[];
}

/** The page, where a format needs it, and the characters in it that no font has. They become notes of a draft. */
async function firstPage(
  checked: Checked,
  choices: RenderChoices,
  templates: Templates,
  epoch: number | undefined,
): Promise<Page> {
  const made = (found: Checked): Publication => publicationOf(found, { ...choices, template: templates.hash }, epoch);
  const publication = made(checked);
  if (!choices.formats.some((name) => FORMATS[name]?.needsPage)) return { publication, page: '', diagnostics: [] };
  // What a note quotes is not printed in the report itself.
  const plain = made({ ...checked, ...(choices.draft && { diagnostics: [], waived: [] }) });
  const { html, missing } = await renderPage(plain, templates);
  // What the bundled fonts lack, an installed one may have: the browser says.
  const faults = choices.systemFonts ? [] : missing.map(missingGlyph);
  const diagnostics = pageDiagnostics(checked.source, faults);
  if (!choices.draft) return { publication, page: html, diagnostics };
  const draft = made({ ...checked, diagnostics: [...checked.diagnostics, ...diagnostics] });
  return { publication: draft, page: (await renderPage(draft, templates)).html, diagnostics };
}

async function renderFormats(formats: readonly string[], input: RenderInput, { source }: Checked): Promise<Rendered> {
  const files: Rendered['files'][number][] = [];
  try {
    for (const name of formats) {
      const format = FORMATS[name];
      if (!format) throw new Error(`no format ${name}`);
      files.push({ extension: format.extension, content: await format.render(input) });
    }
    return { files, diagnostics: [] };
  } catch (error) {
    if (!(error instanceof PageFaults)) throw error;
    return { files: input.publication.receipt.draft ? files : [], diagnostics: pageDiagnostics(source, error.faults) };
  }
}
