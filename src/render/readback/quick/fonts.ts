import type { PdfObjects } from './file.ts';
import { bytesOfHex } from './parse.ts';
import { isInteger, isName, onlyKeys, ours, type PdfDict, PdfName, type PdfValue, utf16 } from './values.ts';

/** A character as it is drawn. */
export interface DrawnGlyph {
  readonly text: string;
  /** In thousandths of the size of the font. */
  readonly width: number;
  readonly kind: 'letter' | 'space' | 'mark' | 'format';
}

export interface PdfFont {
  readonly name: string;
  /** The glyphs of a shown string. Throws `NotOurs` if its bytes are no pairs, or it is written from right to left. */
  glyphs(shown: string): readonly DrawnGlyph[];
}

/** Reads a font as Chrome embeds it: a subset of a TrueType font with two bytes for each glyph. Throws `NotOurs`. */
export function readFont(file: PdfObjects, font: PdfDict): PdfFont {
  onlyKeys(font, FONT);
  ours(isName(font.get('Subtype'), 'Type0') && isName(font.get('Encoding'), 'Identity-H'));
  const [descendant, ...others] = file.list(font.get('DescendantFonts'));
  const cid = file.dict(descendant);
  onlyKeys(cid, CID_FONT);
  ours(others.length === 0 && isName(cid.get('Subtype'), 'CIDFontType2') && isName(cid.get('CIDToGIDMap'), 'Identity'));
  const system = file.dict(cid.get('CIDSystemInfo'));
  ours(system.get('Registry') === 'Adobe' && system.get('Ordering') === 'Identity');
  const name = nameOfFont(file, cid);
  const widths = widthsIn(file, cid);
  const rest = cid.get('DW') ?? 1000;
  ours(typeof rest === 'number');
  const texts = textsIn(file.unpack(font.get('ToUnicode')).toString('latin1'));
  const known = new Map<number, DrawnGlyph>();
  const glyph = (code: number): DrawnGlyph => {
    const found = known.get(code);
    if (found) return found;
    // Without a text pdf.js takes the number, and the fault is seen.
    const text = texts.get(code) ?? String.fromCharCode(code);
    const made = { text, width: widths.get(code) ?? Math.ceil(rest), kind: kindOf(text) };
    known.set(code, made);
    return made;
  };
  return {
    name,
    glyphs(shown) {
      ours(shown.length % 2 === 0);
      const all: DrawnGlyph[] = [];
      for (let at = 0; at < shown.length; at += 2)
        all.push(glyph((shown.charCodeAt(at) << 8) | shown.charCodeAt(at + 1)));
      return all;
    },
  };
}

const FONT = new Set(['Type', 'Subtype', 'BaseFont', 'Encoding', 'DescendantFonts', 'ToUnicode']);
const CID_FONT = new Set(['Type', 'FontDescriptor', 'BaseFont', 'Subtype', 'CIDToGIDMap', 'CIDSystemInfo', 'W', 'DW']);

function nameOfFont(file: PdfObjects, cid: PdfDict): string {
  const descriptor = file.dict(cid.get('FontDescriptor'));
  const name = cid.get('BaseFont');
  ours(name instanceof PdfName && isName(descriptor.get('FontName'), name.name));
  checkProgram(file.unpack(descriptor.get('FontFile2')));
  return name.name;
}

const TABLES = ['glyf', 'head', 'hhea', 'hmtx', 'loca', 'maxp'];

/** In pdf.js, a font without these tables has no text. That their bytes are whole was seen when they were unpacked. */
function checkProgram(bytes: Buffer): void {
  ours(bytes.length >= 12 && bytes.readUInt32BE(0) === 0x00010000);
  const names = Array.from({ length: bytes.readUInt16BE(4) }, (_, index) => {
    const entry = 12 + 16 * index;
    ours(bytes.readUInt32BE(entry + 8) + bytes.readUInt32BE(entry + 12) <= bytes.length);
    return bytes.toString('latin1', entry, entry + 4);
  });
  ours(TABLES.every((table) => names.includes(table)));
}

function widthsIn(file: PdfObjects, cid: PdfDict): Map<number, number> {
  const widths = new Map<number, number>();
  const list = cid.has('W') ? file.list(cid.get('W')) : [];
  const set = (code: number, width: PdfValue | undefined) => {
    ours(typeof width === 'number' && code <= 0xffff);
    widths.set(code, width);
  };
  for (let at = 0; at < list.length; ) {
    const [first, second] = list.slice(at, at + 2);
    ours(isInteger(first) && first >= 0);
    if (Array.isArray(second)) {
      for (const [index, width] of second.entries()) set(first + index, width);
      at += 2;
    } else {
      ours(isInteger(second) && second <= 0xffff && at + 2 < list.length);
      for (let code = first; code <= second; code++) set(code, list[at + 2]);
      at += 3;
    }
  }
  return widths;
}

const CMAP = new RegExp(
  [
    '^/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CIDSystemInfo << /Registry \\(Adobe\\) /Ordering \\(UCS\\)',
    '/Supplement 0 >> def /CMapName /Adobe-Identity-UCS def /CMapType 2 def 1 begincodespacerange <0000> <FFFF>',
    'endcodespacerange (.*) endcmap CMapName currentdict /CMap defineresource pop end end $',
  ].join(' '),
);
const CHARS = /(\d{1,3}) beginbfchar ((?:<[0-9A-F]{4}> <(?:[0-9A-F]{4}){1,16}> )*)endbfchar /y;
const RANGES = /(\d{1,3}) beginbfrange ((?:<[0-9A-F]{4}> <[0-9A-F]{4}> <(?:[0-9A-F]{4}){1,2}> )*)endbfrange /y;
const HEX = /<([0-9A-F]+)>/g;

/** The text of each glyph. Throws `NotOurs` if the map has another form than Chrome writes. */
function textsIn(source: string): Map<number, string> {
  const body = CMAP.exec(`${source.trim()} `.replace(/\s+/g, ' '))?.[1];
  ours(body !== undefined);
  const texts = new Map<number, string>();
  const set = (code: number, text: string) => {
    // A later line for the same glyph would hide the earlier one.
    ours(!texts.has(code) && !text.includes('\0'));
    texts.set(code, text);
  };
  const rest = `${body} `;
  let at = 0;
  const numbersOf = (pattern: RegExp, each: number): string[] | undefined => {
    pattern.lastIndex = at;
    const match = pattern.exec(rest);
    if (!match) return undefined;
    at = pattern.lastIndex;
    const numbers = [...(match[2] as string).matchAll(HEX)].map(([, hex]) => hex as string);
    ours(numbers.length === each * Number(match[1]));
    return numbers;
  };
  while (at < rest.length) {
    const chars = numbersOf(CHARS, 2);
    const ranges = chars ? undefined : numbersOf(RANGES, 3);
    ours(chars !== undefined || ranges !== undefined);
    for (const [code, text] of inGroups(chars ?? [], 2)) set(hexOf(code), textOfHex(text));
    for (const [low, high, first] of inGroups(ranges ?? [], 3)) addRange(hexOf(low), hexOf(high), first ?? '', set);
  }
  return texts;
}

function* inGroups(numbers: readonly string[], size: number): Generator<readonly string[]> {
  for (let at = 0; at < numbers.length; at += size) yield numbers.slice(at, at + size);
}

function addRange(low: number, high: number, first: string, set: (code: number, text: string) => void): void {
  const last = Number.parseInt(first.slice(-2), 16);
  // Only the last byte counts up.
  ours(low <= high && last + high - low <= 0xff);
  for (let code = low; code <= high; code++) {
    const byte = (last + code - low).toString(16).padStart(2, '0');
    set(code, textOfHex(first.slice(0, -2) + byte));
  }
}

const hexOf = (digits = ''): number => Number.parseInt(digits, 16);
const textOfHex = (hex = ''): string => utf16(bytesOfHex(hex));

/** Letters of scripts that are written from right to left are put in order by pdf.js. */
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/;

function kindOf(text: string): DrawnGlyph['kind'] {
  ours(!RIGHT_TO_LEFT.test(text));
  if (/^\s/.test(text)) return 'space';
  if (/\p{Mn}/u.test(text)) return 'mark';
  return /\p{Cf}$/u.test(text) ? 'format' : 'letter';
}
