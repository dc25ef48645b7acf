import type { Browser } from '../../browser/types.ts';
import type { Checked } from '../../check/check.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { FORMATS } from '../../render/formats.ts';
import { missingGlyph, PageFaults } from '../../render/page-faults.ts';
import { renderPage } from '../../render/page-html.ts';
import { loadTemplates } from '../../render/templates.ts';
import type { PageView } from '../../view/page.ts';
import { packageFile } from '../package-file.ts';
import { pageDiagnostics } from '../page-diagnostics.ts';
import { type BuildChoices, publicationOf } from '../publication.ts';

/** The finished files of one report, none of them written yet. */
export interface Rendered {
  readonly files: readonly { readonly extension: string; readonly content: Uint8Array }[];
}

export type RenderChoices = Omit<BuildChoices, 'template'>;

/** A checked report -> every format asked for, or the findings that only show when the page is made. */
export type Renderer = (checked: Checked, choices: RenderChoices) => Promise<Rendered | { diagnostics: Diagnostic[] }>;

/** Reads the templates once for all reports; the browser is asked for only by a format that needs it. */
export function createRenderer(browser: () => Promise<Browser>, signal: AbortSignal): Renderer {
  const loading = loadTemplates(packageFile('templates/official/'));
  // The first report awaits it; a failure must not end the process before.
  loading.catch(() => undefined);
  return async (checked, choices) => {
    const templates = await loading;
    const publication = publicationOf(checked, { ...choices, template: templates.hash });
    const page = await renderPage(publication, templates);
    // What the bundled fonts lack, an installed one may have: the browser says.
    if (page.missing.length > 0 && !choices.systemFonts)
      return { diagnostics: pageDiagnostics(checked.source, page.missing.map(missingGlyph)) };
    const pageOf = async (view: PageView) => (await renderPage({ ...publication, view }, templates)).html;
    const input = { publication, page: page.html, pageOf, browser, signal };
    try {
      const files = [];
      for (const name of choices.formats) {
        const format = FORMATS[name];
        if (!format) throw new Error(`no format ${name}`);
        files.push({ extension: format.extension, content: await format.render(input) });
      }
      return { files };
    } catch (error) {
      if (!(error instanceof PageFaults)) throw error;
      return { diagnostics: pageDiagnostics(checked.source, error.faults) };
    }
  };
}
