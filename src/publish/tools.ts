import { resolve } from 'node:path';
import type { Browser, StartOptions } from '../browser/types.ts';
import type { SubsetCache } from '../fonts/subset-cache.ts';
import { packageFile } from '../package/package-file.ts';
import type { PdfContent } from '../render/readback/read-pdf.ts';
import type { Templates } from '../render/templates.ts';
import { browserOnDemand, type PrintingMachine } from './browser-on-demand.ts';
import { createFontCache } from './font-cache.ts';
import { startPdfReader } from './pdf-reader.ts';
import { sourceDateEpoch } from './source-date-epoch.ts';

/** What building and verifying work with. Each is started when it is first needed and kept for the reports that follow. */
export interface Tools {
  readonly browser: () => Promise<Browser>;
  readonly templates: () => Promise<Templates>;
  /** Throws `UnreadablePdf`. */
  readonly readPdf: (bytes: Uint8Array) => Promise<PdfContent>;
  /** Subsets of fonts that are kept between runs. */
  readonly fonts: SubsetCache;
  /** SOURCE_DATE_EPOCH, in seconds since 1970. */
  readonly epoch: number | undefined;
  readonly signal: AbortSignal;
  /** Stops the browser and the reader of PDFs. */
  close(): Promise<void>;
}

export interface ToolOptions extends Pick<StartOptions, 'systemFonts' | 'onProgress'> {
  /** Path of the browser; without it the one that is found. */
  readonly browser?: string | undefined;
  /** A folder of own templates; what it lacks is taken from the official ones. */
  readonly template?: string | undefined;
  /** What will be needed, started at once: it takes longest. */
  readonly early?: { readonly browser: boolean; readonly fonts: boolean; readonly pdfReader: boolean };
}

/** Where the official templates are in this package. */
export const OFFICIAL = 'templates/official/';

/** Throws a UserError where SOURCE_DATE_EPOCH is not a number. */
export async function createTools(options: ToolOptions, machine: PrintingMachine): Promise<Tools> {
  const { template, early } = options;
  const { cwd, env, signal } = machine;
  const epoch = sourceDateEpoch(env);
  // The browser takes longest: it starts before anything else is even loaded. Then the fonts, 40 MB of them.
  const browser = browserOnDemand(options, machine);
  if (early?.browser) await browser.start();
  const fonts = createFontCache(env);
  if (early?.fonts && !fonts.isUsed) (await import('../fonts/load.ts')).preloadFonts();
  const reader = startPdfReader(early?.pdfReader ?? false);
  let loading: Promise<Templates> | undefined;
  return {
    browser: browser.get,
    templates: () => {
      loading ??= templatesFrom(template === undefined ? undefined : resolve(cwd, template));
      return loading;
    },
    readPdf: (bytes) => reader.read(bytes),
    fonts,
    epoch,
    signal,
    close: async () => {
      await Promise.all([browser.close(), reader.close()]);
    },
  };
}

async function templatesFrom(own: string | undefined): Promise<Templates> {
  const { loadTemplates } = await import('../render/templates.ts');
  return loadTemplates(packageFile(OFFICIAL), own);
}
