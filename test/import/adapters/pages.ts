import { html } from '../../../src/import/adapters/html.ts';
import type { ContentBlock, ContentGrid, ContentText, PublishedDocument } from '../../../src/import/document.ts';
import { Refusal } from '../../../src/import/refusal.ts';

/** Reads a page as the import does; text is written as UTF-8. */
export const read = (
  page: string | Uint8Array,
  companion?: (name: string) => Uint8Array | undefined,
): Promise<PublishedDocument> => {
  const bytes = typeof page === 'string' ? Buffer.from(page) : page;
  return html.read({ name: 'page.html', bytes, ...(companion && { companion }) });
};

/** The kind of the refusal of a page; undefined if it is read. */
export async function refusalOf(page: string | Uint8Array): Promise<Refusal | undefined> {
  try {
    await read(page);
    return undefined;
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}

/** The blocks of a page in short: texts with their role, grids as rows of the cells that start in them. */
export const outline = async (page: string | Uint8Array): Promise<unknown[]> => (await read(page)).blocks.map(brief);

export function brief(block: ContentBlock): unknown {
  return block.kind === 'grid' ? rowsOf(block) : roleOf(block) + block.text;
}

function roleOf({ level, item, furniture }: ContentText): string {
  const bullet = item && `${' '.repeat(2 * item.depth)}${item.ordered ? '1.' : '-'} `;
  return (furniture ? '~' : '') + (level === undefined ? (bullet ?? '') : `${'#'.repeat(level)} `);
}

/** The rows of a grid; a merged cell has its size after it: `总计 2x1` for two rows and one column. */
export function rowsOf({ rows, cells }: ContentGrid): string[][] {
  return Array.from({ length: rows }, (_, row) =>
    cells
      .filter((cell) => cell.row === row)
      .map(({ text, rowSpan, columnSpan }) => text + (rowSpan + columnSpan > 2 ? ` ${rowSpan}x${columnSpan}` : '')),
  );
}

/** The places of a grid that more than one cell covers. */
export function overlapsOf({ cells }: ContentGrid): string[] {
  const covered = new Set<string>();
  const twice: string[] = [];
  for (const { row, column, rowSpan, columnSpan } of cells)
    for (let y = row; y < row + rowSpan; y++)
      for (let x = column; x < column + columnSpan; x++) {
        if (covered.has(`${y},${x}`)) twice.push(`${y},${x}`);
        covered.add(`${y},${x}`);
      }
  return twice;
}

/** A small table with labels of the form. */
export const TABLE =
  '<table><tr><td>信息内容</td><td>本年制发件数</td></tr><tr><td>规章</td><td>4</td></tr><tr><td>行政规范性文件</td><td>19</td></tr></table>';
export const TABLE_ROWS = [
  ['信息内容', '本年制发件数'],
  ['规章', '4'],
  ['行政规范性文件', '19'],
];
