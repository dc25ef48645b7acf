import { type PDFDict, PDFName, PDFStream } from '@cantoo/pdf-lib';
import { dictOf, get, listOf, nameOf, numberOf, type PdfFile, resourcesOf, unpacked } from './pdf-file.ts';
import { readTrueType, type TrueType } from './true-type.ts';

export interface CheckedFont {
  readonly name: string;
  readonly dict: PDFDict;
  readonly subtype: string;
  /** The font of a Type 0 font that has the glyphs; for others the font itself. */
  readonly own: PDFDict;
  readonly descriptor: PDFDict | undefined;
  readonly program: TrueType | undefined;
  /** The text of each code; undefined if the font does not say it. */
  readonly texts: ReadonlyMap<number, string> | undefined;
}

/** A glyph of a font on a page. */
export interface ShownGlyph {
  readonly font: CheckedFont;
  readonly code: number;
  readonly page: number;
  /** Whether the content around it says what it stands for. */
  readonly hasActualText: boolean;
}

const known = new WeakMap<PdfFile, { fonts: readonly CheckedFont[]; glyphs: readonly ShownGlyph[] }>();

function read(file: PdfFile) {
  const found = known.get(file);
  if (found) return found;
  const fonts = resourcesOf(file, 'Font').flatMap(({ value }) => {
    const dict = dictOf(value);
    return dict ? [fontOf(dict)] : [];
  });
  const all = { fonts, glyphs: [...shown(file, fonts)] };
  known.set(file, all);
  return all;
}

export const fontsOf = (file: PdfFile): readonly CheckedFont[] => read(file).fonts;
/** The glyphs on the pages, each once for a font, code and page. */
export const glyphsOf = (file: PdfFile): readonly ShownGlyph[] => read(file).glyphs;

function fontOf(dict: PDFDict): CheckedFont {
  const own = dictOf(dict.context.lookup(listOf(get(dict, 'DescendantFonts'))[0])) ?? dict;
  const descriptor = dictOf(get(own, 'FontDescriptor'));
  const program = get(descriptor, 'FontFile2');
  const map = get(dict, 'ToUnicode');
  return {
    name: nameOf(get(dict, 'BaseFont')) ?? '?',
    dict,
    subtype: nameOf(get(dict, 'Subtype')) ?? '?',
    own,
    descriptor,
    program: program instanceof PDFStream ? readTrueType(unpacked(program)) : undefined,
    texts: map instanceof PDFStream ? textsIn(unpacked(map).toString('latin1')) : undefined,
  };
}

/** The texts of a ToUnicode map: its `bfchar` and `bfrange`. */
function textsIn(source: string): Map<number, string> {
  const texts = new Map<number, string>();
  const numbers = (part: string) => [...part.matchAll(/<([0-9A-Fa-f]*)>/g)].map(([, digits]) => digits as string);
  for (const [, kind, part] of source.matchAll(/beginbf(char|range)([\s\S]*?)endbf/g)) {
    const own = numbers(part as string);
    const size = kind === 'char' ? 2 : 3;
    for (let at = 0; at + size <= own.length; at += size) {
      const low = Number.parseInt(own[at] as string, 16);
      const high = size === 2 ? low : Number.parseInt(own[at + 1] as string, 16);
      const units = (own[at + size - 1] as string).match(/..../g)?.map((unit) => Number.parseInt(unit, 16)) ?? [];
      for (let code = low; code <= high; code++) {
        const last = (units.at(-1) ?? 0) + code - low;
        // Only the last byte counts up; what is beyond it has no text.
        if (last >> 8 !== (units.at(-1) ?? 0) >> 8) continue;
        texts.set(code, String.fromCharCode(...units.slice(0, -1), last));
      }
    }
  }
  return texts;
}

function* shown(file: PdfFile, fonts: readonly CheckedFont[]): Generator<ShownGlyph> {
  for (const { number, dict, operators } of file.pages) {
    const names = dictOf(get(dictOf(get(dict, 'Resources')), 'Font'));
    const seen = new Set<string>();
    let font: CheckedFont | undefined;
    const saved: (CheckedFont | undefined)[] = [];
    for (const { name, operands, marks } of operators) {
      if (name === 'q') saved.push(font);
      else if (name === 'Q') font = saved.pop();
      else if (name === 'Tf') {
        const own = dictOf(names?.lookup(PDFName.of((operands[0] ?? '').slice(1))));
        font = fonts.find((one) => one.dict === own);
      } else if (name === 'Tj' || name === 'TJ') {
        const hasActualText = marks.some((mark) => mark.hasActualText);
        for (const code of operands.flatMap(codesIn)) {
          const key = `${font?.name} ${code} ${hasActualText}`;
          if (!font || seen.has(key)) continue;
          seen.add(key);
          yield { font, code, page: number, hasActualText };
        }
      }
    }
  }
}

/** The codes of a string in hexadecimal digits, two bytes each. */
function codesIn(operand: string): number[] {
  return operand.startsWith('<')
    ? (operand.slice(1, -1).match(/..../g) ?? []).map((code) => Number.parseInt(code, 16))
    : [];
}

/** The width of a code by the dictionary of the font, in thousandths of an em. */
export function widthOf({ own }: CheckedFont, code: number): number {
  const list = listOf(get(own, 'W')).map((one) => own.context.lookup(one));
  for (let at = 0; at < list.length; ) {
    const first = numberOf(list[at]) ?? 0;
    const widths = listOf(list[at + 1]);
    if (widths.length > 0) {
      if (code >= first && code < first + widths.length) return numberOf(widths[code - first]) ?? 0;
      at += 2;
    } else {
      if (code >= first && code <= (numberOf(list[at + 1]) ?? 0)) return numberOf(list[at + 2]) ?? 0;
      at += 3;
    }
  }
  return numberOf(get(own, 'DW')) ?? 1000;
}
