import type { DocumentDoubt } from '../../document.ts';
import type { Measured } from './bounds.ts';
import type { Char, PageDrawing } from './drawing.ts';
import { EMPTY, NO_LETTERS, SCANNED } from './refusals.ts';

/** Parts of all characters. Wingdings and other signs are a few in every file made by Word. */
const SOME_UNKNOWN = 0.02;
const MOST_UNKNOWN = 0.2;
/** Characters of a page that is more than a page number. */
const FEW = 20;

/**
 * Whether the text of a PDF is what a reader of the page sees. Throws a `Refusal` if there is none, or none that can be read.
 */
export function doubtOf(
  pages: readonly PageDrawing[],
  { pictures, pagePictures }: Measured,
): DocumentDoubt | undefined {
  const chars = pages.flatMap((page) => page.chars);
  const bare = pages.flatMap((page, index) => (page.chars.length < FEW ? [index + 1] : []));
  if (bare.length === pages.length && pagePictures > 0) throw SCANNED;
  if (chars.length === 0) throw pictures > 0 ? SCANNED : EMPTY;
  const unknown = chars.filter(({ text }) => isOdd(text)).length / chars.length;
  if (unknown > MOST_UNKNOWN) throw NO_LETTERS;
  const scanned =
    pages.some(isRecognized) || (pagePictures >= pages.length && pages.every(({ rules }) => rules.length < 4));
  if (scanned) return RECOGNIZED;
  const latin = chars.filter(({ text }) => STRANGE_LATIN.test(text)).length;
  if (unknown > SOME_UNKNOWN || latin > MOST_LATIN) return UNKNOWN_LETTERS;
  return pagePictures > 0 && bare.length > 0 ? bareDoubt(bare) : undefined;
}

/** Where a font does not say which letter it shows, pdf.js gives its number in the font, which often is the code of one of these. */
const STRANGE_LATIN = /[\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u024F]/u;
/** Letters with accents in a name or a web address. */
const MOST_LATIN = 4;

/** A page whose text lies invisible over a picture. */
export const isRecognized = ({ chars }: PageDrawing): boolean =>
  chars.length >= FEW && chars.filter(isLayer).length > chars.length / 2;

const isLayer = ({ hidden, font }: Char): boolean => hidden || /glyphless|hiddenhorz|invisible/iu.test(font);

/** Nothing that a report has: what a font means by these codes is only known to the font. */
const isOdd = (text: string): boolean =>
  /[\p{Cc}\p{Co}\p{Cn}\uFFFD\u3400-\u4DBF]/u.test(text) ||
  (/\p{L}/u.test(text) && !/[\p{Script=Han}\p{Script=Latin}\p{Script=Greek}\p{Script=Bopomofo}々〇ー]/u.test(text));

const RECOGNIZED: DocumentDoubt = {
  kind: 'recognized-text',
  text: {
    zh: 'PDF 是扫描件，文字是识别出来的，每个数都要对着原件看',
    en: 'The PDF is a scan and its text was recognized by a program: compare every number with the scan',
  },
};

const UNKNOWN_LETTERS: DocumentDoubt = {
  kind: 'unknown-letters',
  text: {
    zh: 'PDF 里有些字体没有文字编码，读出来的文字可能不对',
    en: 'Some fonts in the PDF do not say which letters they show, so what was read may be wrong',
  },
};

const bareDoubt = (pages: readonly number[]): DocumentDoubt => ({
  kind: 'pages-without-text',
  text: {
    zh: `第 ${pages.join('、')} 页没有文字，可能是扫描的图片`,
    en:
      pages.length === 1
        ? `Page ${pages[0]} has no text: it may be scanned`
        : `Pages ${pages.slice(0, -1).join(', ')} and ${pages.at(-1)} have no text: they may be scanned`,
  },
});
