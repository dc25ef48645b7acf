import type { Browser } from '../../browser/types.ts';
import type { Checked } from '../../check/check.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { FORMATS } from '../../render/formats.ts';
import { missingGlyph, PageFaults } from '../../render/page-faults.ts';
import { renderPage } from '../../render/page-html.ts';
import { loadTemplates } from '../../render/templates.ts';
import { packageFile } from '../package-file.ts';
import { pageDiagnostics } from '../page-diagnostics.ts';
import { publicationOf } from '../publication.ts';

/** The finished files of one report, none of them written yet. */
export interface Rendered {
  readonly files: readonly { readonly extension: string; readonly content: Uint8Array }[];
}

/** A checked report -> every format asked for, or the findings that only show when the page is made. `base` is what its files are called before the dot. */
export type Renderer = (
  checked: Checked,
  formats: readonly string[],
  base: string,
) => Promise<Rendered | { diagnostics: Diagnostic[] }>;

/**
 * Reads the templates once for all reports; the browser is asked for only by a format that needs it. `epoch` is
 * SOURCE_DATE_EPOCH.
 */
export function createRenderer(browser: () => Promise<Browser>, signal: AbortSignal, epoch?: number): Renderer {
  const loading = loadTemplates(packageFile('templates/official/'));
  // The first report awaits it; a failure must not end the process before.
  loading.catch(() => undefined);
  return async (checked, formats, base) => {
    const templates = await loading;
    const publication = publicationOf(checked, { formats, base, template: templates.hash }, epoch);
    const page = await renderPage(publication, templates);
    if (page.missing.length > 0)
      return { diagnostics: pageDiagnostics(checked.source, page.missing.map(missingGlyph)) };
    const input = { publication, page: page.html, browser, signal };
    try {
      const files = [];
      for (const name of formats) {
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
