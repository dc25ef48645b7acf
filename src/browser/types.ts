import type { Text } from '../diagnostics/text.ts';
import type { InPage } from '../in-page/program.ts';

/** `headless-shell` is Chrome's small headless build. `chrome` is an ordinary Chrome, Chromium or Edge. */
export type BrowserKind = 'headless-shell' | 'chrome';

/** The setting or place that a browser comes from, in search order. */
export type BrowserSource =
  | '--browser'
  | '--browser-url'
  | 'REPORT_BROWSER'
  | 'REPORT_BROWSER_URL'
  | 'PUPPETEER_EXECUTABLE_PATH'
  | 'packaged'
  | 'installed'
  | 'puppeteer-cache';

/** A browser that can be started, or one that runs elsewhere. */
export interface FoundBrowser {
  /** Of one that runs elsewhere, protocol and host of its address, without password and token. */
  readonly path: string;
  readonly source: BrowserSource;
  readonly kind: BrowserKind;
  /** Additional environment variables: `LD_LIBRARY_PATH` for the packaged browser if the system lacks a library. */
  readonly env: Readonly<Record<string, string>>;
  /** The folder with the unpacked browser if no cache folder could be used; removed when the process ends. */
  readonly temporary?: string;
}

export interface FindOptions {
  /** The path given with `--browser`. */
  readonly browser?: string | undefined;
  /** The address given with `--browser-url`; only for `startBrowser`, which then starts no process. */
  readonly browserUrl?: string | undefined;
  /** Default `process.env`. */
  readonly env?: NodeJS.ProcessEnv;
  /** Called if the user has to wait, which happens once, when the packaged browser is unpacked. */
  readonly onProgress?: ((text: Text) => void) | undefined;
}

export interface StartOptions extends FindOptions {
  /**
   * The time limit of each call to the browser, in milliseconds. Default: `REPORT_BROWSER_TIMEOUT` (seconds) or
   * 60,000.
   */
  readonly timeout?: number | undefined;
  /**
   * Lets the page use the fonts installed on this machine. Otherwise they are hidden, which is possible only on Linux.
   */
  readonly systemFonts?: boolean | undefined;
}

/** A page that is laid out for printing. */
export interface ShownPage {
  /** Runs a program on the page and returns its result. */
  run<In extends unknown[], Out>(program: InPage<(...args: In) => Out>, ...args: In): Promise<Awaited<Out>>;
}

export interface PdfOptions {
  /** The document's title if the page has no `<title>`. */
  readonly title?: string | undefined;
  /**
   * Called with the page laid out for printing, before it is printed. If it returns another page, that page is shown
   * instead, and `look` is called again.
   */
  readonly look?: ((sheet: ShownPage) => Promise<string | undefined>) | undefined;
  /**
   * The page prints the same if the browser never draws it on a screen, which is a third of the work: nothing of it moves, is
   * transparent or stands over the rest.
   */
  readonly still?: boolean | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** Size in CSS pixels, and pixels of a picture per CSS pixel. */
export interface ViewSize {
  readonly width: number;
  readonly height: number;
  readonly deviceScaleFactor?: number;
}

/** An open page, as far as formats use it. The types of Puppeteer are kept out of those that the package publishes. */
export interface OpenPage {
  /** PNG of a part of the page, in CSS pixels. */
  screenshot(options: { clip: { x: number; y: number; width: number; height: number } }): Promise<Uint8Array>;
}

export interface PageOptions {
  /** Default 794 × 1123 CSS pixels: A4 at 96 dpi. */
  readonly viewport?: ViewSize;
  readonly signal?: AbortSignal | undefined;
}

/**
 * A running browser. Its pages run no scripts and have no access to the network or to files. Every call can throw a
 * `UserError`.
 */
export interface Browser {
  readonly found: FoundBrowser;
  /**
   * False if it runs without Chrome's sandbox: as root, or if the kernel refuses user namespaces. Undefined if it runs
   * elsewhere.
   */
  readonly sandboxed: boolean | undefined;
  /** For example `HeadlessChrome/147.0.7727.0`. */
  version(): Promise<string>;
  /** Prints a tagged A4 PDF with an outline. Size, margins and page numbers come from the page's own `@page` rules. */
  printPdf(html: string, options?: PdfOptions): Promise<Uint8Array>;
  /** Shows `html` with its fonts loaded and calls `use` with the page; for pictures and tests. */
  withPage<T>(html: string, use: (page: OpenPage) => Promise<T>, options?: PageOptions): Promise<T>;
  /** Stops the browser and removes its profile. It can be called several times. */
  close(): Promise<void>;
}
