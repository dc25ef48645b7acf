import type { Browser } from '../../browser/types.ts';
import type { Checked } from '../../check/check.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { FORMATS } from '../../render/formats.ts';
import { renderPage } from '../../render/page-html.ts';
import { loadTemplates } from '../../render/templates.ts';
import { rangeAt } from '../../source/parse.ts';
import { pageView } from '../../view/page.ts';
import { packageFile } from '../package-file.ts';
import { VERSION } from '../version.ts';

/** The finished files of one report, none of them written yet. */
export interface Rendered {
  readonly files: readonly { readonly extension: string; readonly content: Uint8Array }[];
}

/** A checked report -> every format asked for, or the findings that only show when the page is made. */
export type Renderer = (
  checked: Checked,
  formats: readonly string[],
) => Promise<Rendered | { diagnostics: Diagnostic[] }>;

/** Reads the templates once for all reports; the browser is asked for only by a format that needs it. */
export function createRenderer(browser: () => Promise<Browser>, signal: AbortSignal): Renderer {
  const templates = loadTemplates(packageFile('templates/official/'));
  // The first report awaits it; a failure must not end the process before.
  templates.catch(() => undefined);
  return async ({ source, report }, formats) => {
    if (!report) throw new Error('only a report that could be read is rendered');
    const options = { templates: await templates, generator: `ogi-report ${VERSION}` };
    const page = await renderPage(pageView(report), options);
    if (page.missing.length > 0) return { diagnostics: page.missing.map((char) => missingGlyph(source, char)) };
    const input = { page: page.html, browser, title: report.title, signal };
    const files = [];
    for (const name of formats) {
      const format = FORMATS[name];
      if (!format) throw new Error(`no format ${name}`);
      files.push({ extension: format.extension, content: await format.render(input) });
    }
    return { files };
  };
}

function missingGlyph(source: Checked['source'], char: string): Diagnostic {
  const codePoint = `U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
  const offset = Math.max(0, source.text.indexOf(char));
  return {
    file: source.file,
    rule: 'glyph-missing',
    severity: 'error',
    message: {
      zh: `没有字体能印“${char}”（${codePoint}）`,
      en: `No font can print "${char}" (${codePoint})`,
    },
    hint: {
      zh: '换一个写法；表情符号和私用区的字不能印',
      en: 'Write it another way; emoji and private-use characters can not be printed',
    },
    path: [],
    fingerprint: `glyph-missing@ ${char}`,
    range: rangeAt(source.lines, offset, offset + char.length),
    related: [],
  };
}
