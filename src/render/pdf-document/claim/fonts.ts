import { inflateSync } from 'node:zlib';
import { PDFArray, type PDFContext, PDFDict, PDFName, PDFRawStream } from '@cantoo/pdf-lib';

const N = (name: string): PDFName => PDFName.of(name);
const FONT = N('Font');

/** The numbers of the glyphs whose text is known, by the dictionary of the font. */
export type Fonts = ReadonlyMap<PDFDict, ReadonlySet<number>>;

/** All fonts; undefined if one is not an embedded TrueType font that says which text its glyphs are. */
export function fontsIn(context: PDFContext): Fonts | undefined {
  const fonts = new Map<PDFDict, ReadonlySet<number>>();
  for (const [, object] of context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFDict) || object.get(N('Type')) !== FONT) continue;
    if (object.get(N('Subtype')) === N('CIDFontType2')) continue;
    const known = isEmbedded(object) ? textsIn(object.lookup(N('ToUnicode'))) : undefined;
    if (!known) return undefined;
    fonts.set(object, known);
  }
  return fonts;
}

/** Type 3 fonts, which Chrome makes of outlines that are not TrueType's, and fonts of the reader's computer are not. */
function isEmbedded(font: PDFDict): boolean {
  const descendants = font.lookup(N('DescendantFonts'));
  const own = descendants instanceof PDFArray ? descendants.lookup(0) : undefined;
  if (!(own instanceof PDFDict)) return false;
  const descriptor = own.lookup(N('FontDescriptor'));
  return (
    font.get(N('Subtype')) === N('Type0') &&
    font.get(N('Encoding')) === N('Identity-H') &&
    own.get(N('Subtype')) === N('CIDFontType2') &&
    own.get(N('CIDToGIDMap')) === N('Identity') &&
    descriptor instanceof PDFDict &&
    !descriptor.has(N('CIDSet')) &&
    descriptor.lookup(N('FontFile2')) instanceof PDFRawStream
  );
}

const CHARS = /<([0-9A-F]{4})> <([0-9A-F]+)>/g;
const RANGES = /<([0-9A-F]{4})> <([0-9A-F]{4})> <([0-9A-F]+)>/g;

/** The glyphs in a map as Chrome writes it; undefined for another map, or if a text in it is forbidden. */
function textsIn(stream: unknown): Set<number> | undefined {
  if (!(stream instanceof PDFRawStream) || stream.dict.get(N('Filter')) !== N('FlateDecode')) return undefined;
  const source = inflateSync(stream.getContents()).toString('latin1').replace(/\s+/g, ' ');
  const known = new Set<number>();
  const texts: (string | undefined)[] = [];
  for (const [, section] of source.matchAll(/ beginbfchar (.*?) endbfchar/g)) {
    for (const [, code, text] of (section as string).matchAll(CHARS)) {
      known.add(hex(code));
      texts.push(text);
    }
  }
  for (const [, section] of source.matchAll(/ beginbfrange (.*?) endbfrange/g)) {
    for (const [, low, high, text] of (section as string).matchAll(RANGES)) {
      for (let code = hex(low); code <= hex(high); code++) known.add(code);
      texts.push(text);
    }
  }
  return known.size > 0 && !texts.some(isForbidden) ? known : undefined;
}

const hex = (digits = ''): number => Number.parseInt(digits, 16);

/** Zero and marks of the byte order, and characters for private use, which need a text of their own. */
const FORBIDDEN = /[\0\ufeff\ufffe]|\p{Co}/u;

function isForbidden(digits = ''): boolean {
  return digits.length % 4 !== 0 || FORBIDDEN.test(Buffer.from(digits, 'hex').swap16().toString('utf16le'));
}
