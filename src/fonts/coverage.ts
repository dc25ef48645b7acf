import { findTable, viewOf } from './sfnt.ts';

/** Whether a font has a glyph for a code point. */
export type Coverage = (codePoint: number) => boolean;

const WINDOWS_FULL_UNICODE = 10;
const WINDOWS_BASIC = 1;
const SEGMENTED_COVERAGE = 12;
const SEGMENT_MAPPING = 4;

/** Reads from the `cmap` table which characters a TrueType font has. Format 4 goes up to U+FFFF, format 12 beyond. */
export function readCoverage(font: Uint8Array): Coverage {
  const groups = readGroups(font);
  return (codePoint) => {
    let low = 0;
    let high = groups.length / 2 - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      if (codePoint < (groups[2 * middle] ?? 0)) high = middle - 1;
      else if (codePoint > (groups[2 * middle + 1] ?? 0)) low = middle + 1;
      else return true;
    }
    return false;
  };
}

/** First and last code point of each group, in order. */
function readGroups(font: Uint8Array): Uint32Array {
  const view = viewOf(font);
  const cmap = findTable(font, 'cmap').offset;
  const full = subtable(view, cmap, WINDOWS_FULL_UNICODE, SEGMENTED_COVERAGE);
  if (full !== undefined) return segmentedCoverage(view, full);
  // A subset without rare characters has only this one.
  const basic = subtable(view, cmap, WINDOWS_BASIC, SEGMENT_MAPPING);
  if (basic !== undefined) return segmentMapping(view, basic);
  throw new Error('no Unicode cmap');
}

function segmentedCoverage(view: DataView, table: number): Uint32Array {
  const count = view.getUint32(table + 12);
  const groups = new Uint32Array(2 * count);
  for (let index = 0; index < count; index++) {
    groups[2 * index] = view.getUint32(table + 16 + 12 * index);
    groups[2 * index + 1] = view.getUint32(table + 20 + 12 * index);
  }
  return groups;
}

/** The last segment contains only U+FFFF, which is not a character. */
function segmentMapping(view: DataView, table: number): Uint32Array {
  const segments = view.getUint16(table + 6) / 2;
  const groups: number[] = [];
  for (let index = 0; index < segments; index++) {
    const last = view.getUint16(table + 14 + 2 * index);
    const first = view.getUint16(table + 16 + 2 * segments + 2 * index);
    if (first !== 0xffff) groups.push(first, last);
  }
  return Uint32Array.from(groups);
}

function subtable(view: DataView, cmap: number, encoding: number, format: number): number | undefined {
  for (let index = 0; index < view.getUint16(cmap + 2); index++) {
    const record = cmap + 4 + 8 * index;
    const table = cmap + view.getUint32(record + 4);
    if (view.getUint16(record + 2) === encoding && view.getUint16(table) === format) return table;
  }
  return undefined;
}
