import { resolve } from 'node:path';
import type { Browser, StartOptions } from '../browser/types.ts';
import type { SubsetCache } from '../fonts/subset-cache.ts';
import { packageFile } from '../package/package-file.ts';
import type { PdfContent } from '../render/readback/pdf-reading.ts';
import type { TemplateFiles } from '../render/template-sources.ts';
import type { Templates } from '../render/templates.ts';
import { browserOnDemand, type PrintingMachine } from './browser-on-demand.ts';
import { createFontCache } from './font-cache.ts';
import { startPdfReader } from './pdf-reader.ts';
import { sourceDateEpoch } from './source-date-epoch.ts';

/** The tools for building and verifying. Each starts when it is first needed and is used for all reports. */
export interface Tools {
  readonly browser: () => Promise<Browser>;
  readonly templates: () => Promise<Templates>;
  /** Reads a PDF of anybody. Throws `UnreadablePdf`. */
  readonly readPdf: (bytes: Uint8Array) => Promise<PdfContent>;
  /** Reads a PDF that was just built, which is faster. Throws `UnreadablePdf`. */
  readonly readBuiltPdf: (bytes: Uint8Array) => Promise<PdfContent>;
  /** Font subsets, kept between runs; null for pages without fonts. */
  readonly fonts: SubsetCache | null;
  /** SOURCE_DATE_EPOCH, in seconds since 1970. */
  readonly epoch: number | undefined;
  readonly signal: AbortSignal;
  /** Starts slow parts before they are needed, once. */
  start(parts: SlowParts): Promise<void>;
  /** Stops the browser and the PDF reader. */
  close(): Promise<void>;
}

export interface ToolOptions extends Pick<StartOptions, 'systemFonts' | 'onProgress'> {
  /** Path of the browser; default: the first one found. */
  readonly browser?: string | undefined;
  /** The address of a Chrome that runs elsewhere: `ws://…`, `wss://…` or `http://host:9222`; not together with `browser`. */
  readonly browserUrl?: string | undefined;
  /** A folder with your own templates; missing files are taken from the official templates. */
  readonly template?: string | undefined;
  /** See `BrowserChoice`. */
  readonly printsOnce?: boolean | undefined;
  /** The slow parts that will be needed; they start at once. */
  readonly early?: SlowParts | undefined;
}

/** The parts that take long to start, and whether they will be needed. */
export interface SlowParts {
  readonly browser: boolean;
  readonly fonts: boolean;
  /** The thread of pdf.js, for PDFs of others. */
  readonly pdfReader?: boolean;
}

/** The folder of the official templates in this package. */
export const OFFICIAL = 'templates/official/';

/**
 * Creates the tools; `withoutFonts` if none are installed, for a preview. Throws a UserError if SOURCE_DATE_EPOCH is not a
 * number.
 */
export async function createTools(
  options: ToolOptions,
  machine: PrintingMachine,
  withoutFonts = false,
): Promise<Tools> {
  const { template, early } = options;
  const { cwd, env, signal } = machine;
  const epoch = sourceDateEpoch(env);
  const browser = browserOnDemand(options, machine);
  const fonts = createFontCache(env);
  let starting: Promise<void> | undefined;
  const startNow = async (parts: SlowParts) => {
    // The browser takes longest, so it starts before other modules are loaded; then the fonts, which are 40 MB.
    if (parts.browser) await browser.start();
    if (parts.fonts && !fonts.isUsed) (await import('../fonts/load.ts')).preloadFonts();
  };
  const start = (parts: SlowParts) => {
    starting ??= startNow(parts);
    return starting;
  };
  if (early) await start(early);
  const reader = startPdfReader(early?.pdfReader ?? false);
  let loading: Promise<Templates> | undefined;
  return {
    browser: browser.get,
    templates: () => {
      loading ??= templatesFrom(machine.ownTemplate ?? (template === undefined ? undefined : resolve(cwd, template)));
      return loading;
    },
    readPdf: reader.read,
    readBuiltPdf: reader.readBuilt,
    fonts: withoutFonts ? null : fonts,
    epoch,
    signal,
    start,
    close: async () => {
      await Promise.all([browser.close(), reader.close()]);
    },
  };
}

async function templatesFrom(own: string | TemplateFiles | undefined): Promise<Templates> {
  const { loadTemplates } = await import('../render/templates.ts');
  return loadTemplates(packageFile(OFFICIAL), own);
}
