import { PDFStream } from '@cantoo/pdf-lib';
import { type CheckedFont, fontsOf, glyphsOf, type ShownGlyph, widthOf } from './fonts.ts';
import { get, has, nameOf, type PdfFile } from './pdf-file.ts';

/** Facts on fonts that both standards ask for. Each returns where they are broken. */

const fontsThat = (isWrong: (font: CheckedFont) => boolean) => (file: PdfFile) =>
  fontsOf(file)
    .filter(isWrong)
    .map(({ name }) => name);
const glyphsThat = (isWrong: (glyph: ShownGlyph) => boolean) => (file: PdfFile) =>
  glyphsOf(file)
    .filter(isWrong)
    .map(({ font, code, page }) => `page ${page}: ${font.name} ${code.toString(16)}`);
const isCidType2 = ({ own }: CheckedFont) => nameOf(get(own, 'Subtype')) === 'CIDFontType2';
const textsThat = (isWrong: RegExp) =>
  fontsThat(({ texts }) => [...(texts?.values() ?? [])].some((text) => text === '' || isWrong.test(text)));

/** Fonts of types that are not checked further: only TrueType outlines in Type 0 fonts are. */
const ofType = (...types: string[]) => fontsThat(({ subtype }) => types.includes(subtype));
export const type1 = ofType('Type1', 'MMType1');
export const simpleTrueType = ofType('TrueType');
/** Every encoding but Identity is reported: those that are allowed are not told apart. */
export const otherEncodings = fontsThat(
  ({ dict, subtype }) => subtype === 'Type0' && !/^Identity-[HV]$/.test(nameOf(get(dict, 'Encoding')) ?? ''),
);
export const withoutMap = fontsThat(({ texts }) => texts === undefined || texts.size === 0);
export const withoutText = glyphsThat(({ font, code, hasActualText }) => !hasActualText && !font.texts?.has(code));
export const zeroTexts = textsThat(/\0/);
export const byteOrderTexts = textsThat(/[\ufeff\ufffe]/);
export const privateTexts = glyphsThat(
  ({ font, code, hasActualText }) => !hasActualText && /\p{Co}/u.test(font.texts?.get(code) ?? ''),
);
export const noGlyphMap = fontsThat((font) => isCidType2(font) && !has(font.own, 'CIDToGIDMap'));
export const wrongGlyphMap = fontsThat((font) => {
  const map = get(font.own, 'CIDToGIDMap');
  return isCidType2(font) && map !== undefined && !(map instanceof PDFStream) && nameOf(map) !== 'Identity';
});
/** Also fonts whose program this checker cannot read: only TrueType outlines. */
export const notEmbedded = fontsThat(({ program }) => program === undefined);
export const missingGlyphs = glyphsThat(({ font, code }) => code >= (font.program?.glyphs ?? 0));
export const notdefShown = glyphsThat(({ code }) => code === 0);
export const withCidSet = fontsThat(({ descriptor }) => descriptor !== undefined && has(descriptor, 'CIDSet'));
export const wrongWidths = glyphsThat(
  ({ font, code }) => font.program !== undefined && Math.abs(widthOf(font, code) - font.program.widthOf(code)) > 1,
);
