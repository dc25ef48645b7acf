import { inflateSync } from 'node:zlib';
import { type PDFContext, PDFDict, PDFName, PDFRawStream, PDFRef } from '@cantoo/pdf-lib';

const RANGE = /^<([0-9A-F]{4})> <([0-9A-F]{4})> <([0-9A-F]*)([0-9A-F]{2})>$/gm;
const TO_UNICODE = PDFName.of('ToUnicode');

/**
 * Splits ranges in the texts of fonts whose last byte would count beyond 255, such as those of 廿 (5EFF) and 开 (5F00). Chrome
 * writes them as one, but what that means is not defined, and some programs copy another character.
 */
export function splitUnicodeRanges(context: PDFContext): void {
  for (const [, font] of context.enumerateIndirectObjects()) {
    const ref = font instanceof PDFDict ? font.get(TO_UNICODE) : undefined;
    const stream = context.lookup(ref);
    if (!(ref instanceof PDFRef && stream instanceof PDFRawStream)) continue;
    const source = inflateSync(stream.getContents()).toString('latin1');
    const split = withSplitRanges(source);
    if (split !== source) context.assign(ref, context.flateStream(Buffer.from(split, 'latin1')));
  }
}

/** The map with the ranges that go too far cut off, and their rest in a section of its own. */
export function withSplitRanges(source: string): string {
  const rests: string[] = [];
  const cut = source.replace(RANGE, (line, low: string, high: string, start: string, last: string) => {
    const [from, to, byte] = [low, high, last].map((digits) => Number.parseInt(digits, 16)) as [number, number, number];
    const reach = from + 0xff - byte;
    if (to <= reach) return line;
    rests.push(`<${hex(reach + 1)}> <${high}> <${digitsOf(characterOf(start + last) + reach + 1 - from)}>`);
    return `<${low}> <${hex(reach)}> <${start}${last}>`;
  });
  // A section has at most 100 lines; each rest is one, which is rare enough.
  const sections = rests.map((rest) => `1 beginbfrange\n${rest}\nendbfrange\n`).join('');
  return sections === '' ? source : cut.replace('endcmap', `${sections}endcmap`);
}

/** The character of a UTF-16 text in digits, as a number. */
const characterOf = (digits: string): number =>
  Buffer.from(digits, 'hex').swap16().toString('utf16le').codePointAt(0) as number;
const digitsOf = (character: number): string =>
  Buffer.from(String.fromCodePoint(character), 'utf16le').swap16().toString('hex').toUpperCase();

const hex = (code: number): string => code.toString(16).toUpperCase().padStart(4, '0');
