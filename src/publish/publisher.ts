import { basename } from 'node:path';
import { PageFaults } from '../diagnostics/page-faults.ts';
import { type FailOn, fails } from '../diagnostics/result.ts';
import { FORMATS } from '../render/formats.ts';
import type { CheckedFile } from '../workspace/check-files.ts';
import type { PrintingMachine } from './browser-on-demand.ts';
import { formatsNamed } from './format-names.ts';
import { type Built, type BuiltFile, outputBase } from './outputs.ts';
import type { PageChoices } from './page.ts';
import { createTools, type ToolOptions, type Tools } from './tools.ts';

/** How reports are built. */
export interface PublishOptions extends Omit<ToolOptions, 'early' | 'systemFonts'> {
  /** Names of formats: default `html` and `pdf`. */
  readonly formats?: readonly string[] | undefined;
  /** Builds a report with errors too, marked as a draft, under another name. */
  readonly draft?: boolean | undefined;
  /** Prefers the fonts of official documents where this machine has them. */
  readonly systemFonts?: boolean | undefined;
  /** `false`: what was made is handed out without being read back. */
  readonly readBack?: boolean | undefined;
  /** The severity from which a finding forbids building: default `error`. */
  readonly failOn?: FailOn | undefined;
}

/** Builds reports with one browser, one set of templates and one reader of PDFs. */
export interface Publisher {
  /** Throws a UserError where the machine can't do it: no browser, a font missing, a template that is wrong. */
  build(checked: CheckedFile): Promise<Built>;
  close(): Promise<void>;
}

/**
 * Opens a publisher; what takes long to start, the browser first, starts at once. Whoever opens it closes it.
 * Throws a UserError for a format that does not exist.
 */
export async function openPublisher(options: PublishOptions, machine: PrintingMachine): Promise<Publisher> {
  const formats = formatsNamed(options.formats ?? ['html', 'pdf']);
  const reads = options.readBack !== false;
  const early = {
    browser: formats.some((name) => FORMATS[name]?.needsBrowser),
    fonts: formats.some((name) => FORMATS[name]?.needsPage),
    pdfReader: reads && formats.includes('pdf'),
  };
  const tools = await createTools({ ...options, early }, machine);
  const choices = { ...(options.draft && DRAFT), ...(options.systemFonts && SYSTEM_FONTS), formats };
  return {
    build: async (checked) => {
      const { diagnostics } = checked;
      const base = outputBase(checked, options.draft);
      if (!checked.report || (fails(checked, options.failOn ?? 'error') && !options.draft)) {
        return { base, files: [], diagnostics };
      }
      const made = await buildReport(checked, { ...choices, base: basename(base) }, tools, reads);
      return { base, files: made.files, diagnostics: [...diagnostics, ...made.diagnostics] };
    },
    close: tools.close,
  };
}

const DRAFT = { draft: true } as const;
const SYSTEM_FONTS = { systemFonts: true } as const;

async function buildReport(
  checked: CheckedFile,
  choices: PageChoices,
  tools: Tools,
  reads: boolean,
): Promise<Pick<Built, 'files' | 'diagnostics'>> {
  // Loaded while the browser starts.
  const { inputOf, pageOf, pageDiagnostics } = await import('./page.ts');
  const page = await pageOf(checked, choices, tools);
  const { draft } = choices;
  if (page.diagnostics.length > 0 && !draft) return { files: [], diagnostics: page.diagnostics };
  const input = await inputOf(page, tools);
  const files: BuiltFile[] = [];
  try {
    for (const name of choices.formats) {
      const format = FORMATS[name];
      if (!format) throw new Error(`no format ${name}`);
      const content = await format.render(input);
      const faults = reads ? await format.readBack(content, input, tools.readPdf) : [];
      if (faults.length > 0) throw new PageFaults(faults);
      files.push({ format: name, extension: format.extension, content });
    }
    return { files, diagnostics: page.diagnostics };
  } catch (error) {
    if (!(error instanceof PageFaults)) throw error;
    const faults = pageDiagnostics(checked, error.faults);
    return { files: draft ? files : [], diagnostics: [...page.diagnostics, ...faults] };
  }
}
