import { findTable, viewOf } from './sfnt.ts';

/** Whether a font has a glyph for a code point. */
export type Coverage = (codePoint: number) => boolean;

const WINDOWS_FULL_UNICODE = 10;
const SEGMENTED_COVERAGE = 12;

/** Reads which characters a TrueType font has from its `cmap` table, in the one form that reaches beyond U+FFFF. */
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
  const table = subtable(view, findTable(font, 'cmap').offset);
  const count = view.getUint32(table + 12);
  const groups = new Uint32Array(2 * count);
  for (let index = 0; index < count; index++) {
    groups[2 * index] = view.getUint32(table + 16 + 12 * index);
    groups[2 * index + 1] = view.getUint32(table + 20 + 12 * index);
  }
  return groups;
}

function subtable(view: DataView, cmap: number): number {
  for (let index = 0; index < view.getUint16(cmap + 2); index++) {
    const record = cmap + 4 + 8 * index;
    const table = cmap + view.getUint32(record + 4);
    if (view.getUint16(record + 2) === WINDOWS_FULL_UNICODE && view.getUint16(table) === SEGMENTED_COVERAGE)
      return table;
  }
  throw new Error('no full Unicode cmap');
}
