import { cellsOf, cellText } from '../../view/grid.ts';
import type { PageView } from '../../view/page-view.ts';
import { type Block, visible } from './blocks.ts';

/** Gives the cells of the form's tables their paths, for files that have none, such as a Word document. */
export function withPaths(blocks: readonly Block[], { sections }: PageView): Block[] {
  const grids = sections.flatMap(({ table }) => (table ? [cellsOf(table.grid)] : []));
  const result = [...blocks];
  for (const table of new Set(blocks.flatMap((block) => block.table ?? []))) {
    const own = [...blocks.keys()].filter((index) => blocks[index]?.table === table);
    const cells = grids[0] ?? [];
    const isForm = own.every((at, index) => {
      const cell = cells[index];
      return cell !== undefined && visible(cellText(cell)) === visible(blocks[at]?.text ?? '');
    });
    if (!isForm || own.length !== cells.length) continue;
    grids.shift();
    for (const [index, at] of own.entries()) {
      const path = cells[index]?.path;
      if (path !== undefined) result[at] = { ...(blocks[at] as Block), path };
    }
  }
  return result;
}
