import type { CellStyle } from 'hucre';

/** The names of the typefaces in Excel and WPS. */
const SONG = '宋体';
const HEI = '黑体';

const line = { style: 'thin', color: { rgb: '000000' } } as const;
const BOX = { top: line, bottom: line, left: line, right: line };
const filled = (rgb: string) => ({ type: 'pattern', pattern: 'solid', fgColor: { rgb } }) as const;
const MIDDLE = { horizontal: 'center', vertical: 'center', wrapText: true } as const;

export const FONT = { name: SONG, size: 11 };

export const TITLE: CellStyle = { font: { name: HEI, size: 14 }, alignment: MIDDLE };
export const PLAIN: CellStyle = { font: FONT, alignment: { vertical: 'top', wrapText: true } };
export const LABEL: CellStyle = { font: FONT, border: BOX, alignment: MIDDLE, fill: filled('F2F2F2') };
export const ROW_LABEL: CellStyle = { ...LABEL, alignment: { ...MIDDLE, horizontal: 'left' } };
/** A total that the sheet adds up. */
export const SUM: CellStyle = { font: FONT, border: BOX, alignment: MIDDLE, fill: filled('E2EFDA'), numFmt: '0' };
/** A cell to fill in. */
export const NUMBER: CellStyle = { font: FONT, border: BOX, alignment: MIDDLE, protection: { locked: false } };
export const CHECK: CellStyle = { font: { ...FONT, size: 9, color: { rgb: '595959' } }, alignment: MIDDLE };
/** A difference that is not 0. */
export const WRONG: CellStyle = {
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'FFC7CE' }, bgColor: { rgb: 'FFC7CE' } } as never,
};

/** Widths of the columns in characters, by layout: of the labels, and of a number. */
export const WIDTHS: Readonly<Record<string, { readonly labels: readonly number[]; readonly number: number }>> = {
  blocks: { labels: [34], number: 18 },
  matrix: { labels: [8, 14, 40], number: 12 },
  'side-by-side': { labels: [], number: 9 },
};

/** The height of a line in points. */
export const LINE_HEIGHT = 16;
