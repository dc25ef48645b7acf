import { timed } from '../diagnostics/timings.ts';
import { UserError } from '../diagnostics/user-error.ts';
import type { InPage } from '../in-page/program.ts';
import { settle } from '../in-page/programs.js';
import { printingFailed } from './failures.ts';
import type { Tab } from './pages.ts';

interface ShowOptions {
  readonly title?: string | undefined;
  /** The medium of the layout. */
  readonly media: 'screen' | 'print';
}

/** Shows a document in a tab and waits until it can be printed. Throws a `UserError` if an embedded font is broken. */
export const show = (tab: Tab, html: string, options: ShowOptions): Promise<void> =>
  timed('show', () => showIn(tab, html, options));

async function showIn(tab: Tab, html: string, { title, media }: ShowOptions): Promise<void> {
  const { session, frame } = tab;
  // The tab may have shown another document for another medium.
  await Promise.all([
    session.send('Emulation.setEmulatedMedia', { media: media === 'print' ? 'print' : '' }),
    session.send('Page.setDocumentContent', { frameId: frame, html }),
  ]);
  const broken = await run(tab, settle, title);
  if (broken.length > 0) throw brokenFonts(broken.join(', '));
}

/** Runs a program on the page and returns its result. Throws if the program throws. */
export async function run<In extends unknown[], Out>(
  { session }: Tab,
  program: InPage<(...args: In) => Out>,
  ...args: In
): Promise<Awaited<Out>> {
  const expression = `(${program})(${args.map((one) => JSON.stringify(one)).join()})`;
  const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
    expression,
    awaitPromise: true,
    returnByValue: true,
  });
  if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
  return result.value;
}

function brokenFonts(families: string): UserError {
  return new UserError(
    {
      zh: `浏览器无法使用页面中的字体：${families}`,
      en: `The browser cannot use these fonts of the page: ${families}`,
    },
    {
      zh: '页面模板里自带的字体须是完整的字体文件；没有更换过模板时，请用 --browser 换一个浏览器。',
      en: 'A font in a page template must be a complete font file. If you did not change the template, choose another browser with --browser.',
    },
  );
}

/** Prints the shown document as a PDF. */
export const print = (tab: Tab): Promise<Uint8Array> => timed('print', () => printIn(tab));

async function printIn({ session }: Tab): Promise<Uint8Array> {
  const printing = session.send('Page.printToPDF', {
    preferCSSPageSize: true,
    printBackground: true,
    generateTaggedPDF: true,
    generateDocumentOutline: true,
    // A4 in inches, for a document without a page size; `@page` rules have precedence.
    paperWidth: 210 / 25.4,
    paperHeight: 297 / 25.4,
  });
  const { data } = await printing.catch((error) => {
    throw /Printing failed/.test(error.message) ? printingFailed(error) : error;
  });
  return new Uint8Array(Buffer.from(data, 'base64'));
}
