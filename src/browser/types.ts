import type { Page, Viewport } from 'puppeteer-core';
import type { Text } from '../diagnostics/text.ts';
import type { InPage } from '../in-page/program.ts';

/** `headless-shell` is Chrome's small headless build; `chrome` an ordinary Chrome, Chromium or Edge. */
export type BrowserKind = 'headless-shell' | 'chrome';

/** Who named the browser or where it was found, in the order of the search. */
export type BrowserSource =
  | '--browser'
  | 'REPORT_BROWSER'
  | 'PUPPETEER_EXECUTABLE_PATH'
  | 'packaged'
  | 'installed'
  | 'puppeteer-cache';

/** A browser that can be started. */
export interface FoundBrowser {
  readonly path: string;
  readonly source: BrowserSource;
  readonly kind: BrowserKind;
  /** What its environment needs beside the minimum: `LD_LIBRARY_PATH` for the packaged one where the system lacks a library. */
  readonly env: Readonly<Record<string, string>>;
  /** A folder inflated for this process alone, because no cache folder could be used; removed when the process ends. */
  readonly temporary?: string;
}

export interface FindOptions {
  /** The path given with `--browser`. */
  readonly browser?: string | undefined;
  /** Default `process.env`. */
  readonly env?: NodeJS.ProcessEnv;
  /** Told about work that a person has to wait for: the packaged browser is inflated, once. */
  readonly onProgress?: ((text: Text) => void) | undefined;
}

export interface StartOptions extends FindOptions {
  /** Milliseconds that any one call to the browser may take; default `REPORT_BROWSER_TIMEOUT` (seconds) or 60,000. */
  readonly timeout?: number | undefined;
  /** Lets the page use the fonts installed on this machine. Without it they are hidden, where that can be done (Linux). */
  readonly systemFonts?: boolean | undefined;
}

/** A page shown for print. */
export interface ShownPage {
  /** What a program gives that is run beside the page. */
  run<In extends unknown[], Out>(program: InPage<(...args: In) => Out>, ...args: In): Promise<Awaited<Out>>;
}

export interface PdfOptions {
  /** The document's title, where the page has no `<title>` of its own. */
  readonly title?: string | undefined;
  /**
   * Looks at the page, laid out for print, before it is printed. Another page that it gives is shown in its place and
   * looked at in turn.
   */
  readonly look?: ((sheet: ShownPage) => Promise<string | undefined>) | undefined;
  readonly signal?: AbortSignal | undefined;
}

export interface PageOptions {
  /** Default 794 × 1123 CSS pixels: A4 at 96 dpi. */
  readonly viewport?: Viewport;
  readonly signal?: AbortSignal | undefined;
}

/** A running browser. Its pages run no script and reach no network and no file. Every call can throw a `UserError`. */
export interface Browser {
  readonly found: FoundBrowser;
  /** False when it had to be started without Chrome's sandbox: as root, or where the kernel refuses user namespaces. */
  readonly sandboxed: boolean;
  /** For example `HeadlessChrome/147.0.7727.0`. */
  version(): Promise<string>;
  /** A tagged A4 PDF with an outline. Size, margins and page numbers come from the page's own `@page` rules. */
  printPdf(html: string, options?: PdfOptions): Promise<Uint8Array>;
  /** Shows `html`, its fonts loaded, to `use`; for pictures and tests. */
  withPage<T>(html: string, use: (page: Page) => Promise<T>, options?: PageOptions): Promise<T>;
  /** Stops the browser and removes its profile. Can be called any number of times. */
  close(): Promise<void>;
}
