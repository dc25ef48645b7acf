import { formatValue, readXlsx, type Sheet } from 'hucre';
import type { Block } from '../readback/blocks.ts';
import { NOTES_SHEET } from './notes-sheet.ts';

/** Reads the title, the headings and the cells of the tables of a finished workbook, without those that another cell covers. */
export async function readWorkbook(bytes: Uint8Array): Promise<Block[]> {
  const { sheets } = await readXlsx(bytes, { readStyles: true });
  const shown = sheets.filter(({ hidden }) => !hidden);
  const tables = shown.filter(({ name }) => name !== NOTES_SHEET);
  const title = String(shown.find(({ name }) => name === NOTES_SHEET)?.rows[0]?.[0] ?? '');
  return [{ kind: 'heading', text: title, level: 1 }, ...tables.flatMap((sheet, at) => blocksOf(sheet, at + 1))];
}

function blocksOf(sheet: Sheet, table: number): Block[] {
  const { rows, merges = [], pageSetup } = sheet;
  const [, right = '', bottom = '0'] = /:\$([A-Z]+)\$(\d+)$/u.exec(pageSetup?.printArea ?? '') ?? [];
  const columns = [...right].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
  const isCovered = (row: number, column: number) =>
    merges.some(
      ({ startRow, startCol, endRow, endCol }) =>
        row >= startRow &&
        row <= endRow &&
        column >= startCol &&
        column <= endCol &&
        (row !== startRow || column !== startCol),
    );
  return rows.slice(0, Number(bottom)).flatMap((cells, row) =>
    cells.slice(0, columns).flatMap((_, column): Block[] => {
      const text = isCovered(row, column) ? '' : textAt(sheet, row, column);
      if (text === '') return [];
      if (row === 0) return [{ kind: 'heading', text, level: 2 }];
      return /^注：/u.test(text) ? [{ kind: 'text', text }] : [{ kind: 'cell', text, table }];
    }),
  );
}

function textAt({ rows, cells }: Sheet, row: number, column: number): string {
  const value = rows[row]?.[column] ?? null;
  const details = cells?.get(`${row},${column}`);
  const format = details?.style?.numFmt ?? 'General';
  const shown = typeof value === 'number' && format !== 'General' ? formatValue(value, format) : String(value ?? '');
  return `${shown}${details?.comment?.text ?? ''}`;
}
