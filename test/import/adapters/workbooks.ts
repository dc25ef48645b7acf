import { type Cell, type MergeRange, type WriteSheet, writeOds, writeXlsx } from 'hucre';
import type { ContentBlock, ContentGrid } from '../../../src/import/document.ts';

const line = { style: 'thin' } as const;
/** The style of a cell with lines around it. */
export const ruled = { border: { top: line, bottom: line, left: line, right: line } };

/** `A1:C2` as hucre has it. */
export function merge(range: string): MergeRange {
  const [, left = 'A', top = '1', right = 'A', bottom = '1'] = /^([A-Z])(\d+):([A-Z])(\d+)$/.exec(range) ?? [];
  const column = (letter: string) => letter.charCodeAt(0) - 65;
  return { startRow: Number(top) - 1, startCol: column(left), endRow: Number(bottom) - 1, endCol: column(right) };
}

export const xlsxOf = (...sheets: readonly WriteSheet[]): Promise<Uint8Array> => writeXlsx({ sheets: [...sheets] });
export const odsOf = (...sheets: readonly WriteSheet[]): Promise<Uint8Array> => writeOds({ sheets: [...sheets] });

/** Cells by `row,column`, for what rows of values cannot say. */
export const cells = (...entries: readonly [string, Partial<Cell>][]) => new Map(entries);

/** The blocks in short: `# text`, and the rows of a grid with `|` between the cells that are not blank. */
export const short = (blocks: readonly ContentBlock[]): string[] =>
  blocks.flatMap((block) => (block.kind === 'text' ? [`# ${block.text}`] : ['grid', ...rowsOf(block)]));

function rowsOf({ rows, cells: all }: ContentGrid): string[] {
  return Array.from({ length: rows }, (_, row) =>
    all
      .filter((cell) => cell.row === row && (cell.text !== '' || cell.rowSpan * cell.columnSpan > 1))
      .map(({ text, rowSpan, columnSpan }) => `${text}${rowSpan + columnSpan > 2 ? `[${rowSpan}x${columnSpan}]` : ''}`)
      .join('|'),
  );
}
