import { UserError } from '../diagnostics/user-error.ts';
import type { Tab } from './pages.ts';

/**
 * Runs beside the page, whose own scripts are off. Every font is loaded, also one that only a page number uses.
 * Gives the families inside the page that could not be loaded: their text would be drawn as nothing.
 */
const SETTLE = `(async () => {
  const fonts = [...document.fonts];
  const loaded = await Promise.allSettled(fonts.map((font) => font.load()));
  await Promise.allSettled([...document.images].map((image) => image.decode()));
  await document.fonts.ready;
  const failed = fonts.filter((font, index) => loaded[index].status === 'rejected').map((font) => font.family);
  if (failed.length === 0) return [];
  const sheets = [...document.styleSheets].filter((sheet) => sheet.href === null);
  const rules = sheets.flatMap((sheet) => [...sheet.cssRules]);
  const inside = rules.filter((rule) => rule instanceof CSSFontFaceRule && /url\\("?data:/.test(rule.style.src));
  return inside.map((rule) => rule.style.fontFamily).filter((family) => failed.includes(family));
})()`;

interface ShowOptions {
  readonly title?: string | undefined;
  /** What it is laid out for. */
  readonly media: 'screen' | 'print';
}

/** Puts a document into a tab and waits until it can be printed. Throws a `UserError` when a font inside it is broken. */
export async function show(tab: Tab, html: string, { title, media }: ShowOptions): Promise<void> {
  const { session, frame } = tab;
  // The tab may have shown another document for the other medium.
  await Promise.all([
    session.send('Emulation.setEmulatedMedia', { media: media === 'print' ? 'print' : '' }),
    session.send('Page.setDocumentContent', { frameId: frame, html }),
  ]);
  const expression = title === undefined ? SETTLE : `document.title ||= ${JSON.stringify(title)};${SETTLE}`;
  const broken = (await evaluate(tab, expression)) as string[];
  if (broken.length > 0) throw brokenFonts(broken.join(', '));
}

/** The value of an expression, or of its promise, run beside the page. */
export async function evaluate({ session }: Tab, expression: string): Promise<unknown> {
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
    { zh: `浏览器无法使用页面中的字体：${families}`, en: `The browser can't use these fonts of the page: ${families}` },
    {
      zh: '页面模板里自带的字体须是完整的字体文件；没有更换过模板时，请用 --browser 换一个浏览器。',
      en: 'A font that a page template brings must be a whole font file; with the template unchanged, name another browser with --browser.',
    },
  );
}

/** The shown document as a PDF. */
export async function print({ session }: Tab): Promise<Uint8Array> {
  const { data } = await session.send('Page.printToPDF', {
    preferCSSPageSize: true,
    printBackground: true,
    generateTaggedPDF: true,
    generateDocumentOutline: true,
    // A4, for a document that doesn't say it; its @page rules win.
    paperWidth: 210 / 25.4,
    paperHeight: 297 / 25.4,
  });
  return new Uint8Array(Buffer.from(data, 'base64'));
}
