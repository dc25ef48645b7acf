import type { PageFault } from '../../diagnostics/page-faults.ts';
import { cellsOf, cellText, type Grid } from '../../view/grid.ts';
import type { PageView } from '../../view/page-view.ts';
import type { Block } from './blocks.ts';
import { compareBlocks } from './compare.ts';
import { readHtml } from './read-html.ts';

/** The lowest heading of the form: （一）. Below it are the prose's own. */
const LOWEST = 3;

/**
 * A finished page or fragment, read back: every heading and every cell of a table of the form must be there, in order,
 * as the view has it. A fragment has no title; a draft has its notes at the end.
 */
export function checkPage(html: string, view: PageView, { title = true } = {}): PageFault[] {
  return checkBlocks(readHtml(html).blocks, view, { title });
}

/** The same for a file of another kind, whose headings, cells and texts were read. */
export const checkBlocks = (blocks: readonly Block[], view: PageView, { title = true } = {}): PageFault[] =>
  compareBlocks(blocksOf(view, title), blocksOfForm(blocks, view));

function blocksOf(view: PageView, title: boolean): Block[] {
  const sections = view.sections.flatMap((section): Block[] => [
    { kind: 'heading', text: section.title },
    ...(section.table
      ? [...cellsIn(section.above), ...blocksOfGrid(section.table.grid), ...cellsIn(section.html)]
      : []),
    ...section.parts.map(({ heading }): Block => ({ kind: 'heading', text: textOf(heading) })),
  ]);
  return [...(title ? [{ kind: 'heading', text: view.title } as const] : []), ...sections];
}

const blocksOfGrid = (grid: Grid): Block[] =>
  cellsOf(grid).map((cell) => ({
    kind: 'cell',
    text: cellText(cell),
    ...(cell.path !== undefined && { path: cell.path }),
  }));

/** The cells of tables in prose. */
const cellsIn = (html: string): Block[] => readHtml(html).blocks.filter(({ kind }) => kind === 'cell');

const textOf = (html: string): string =>
  readHtml(html)
    .blocks.map(({ text }) => text)
    .join('');

/** Headings of the form, and the cells below those that have a table. */
function blocksOfForm(blocks: readonly Block[], { sections, draft }: PageView): Block[] {
  const withTable = new Set(sections.flatMap(({ table, title }) => (table ? [title] : [])));
  const notes = draft ? blocks.findLastIndex(({ kind, level }) => kind === 'heading' && level === 2) : blocks.length;
  let inTable = false;
  return blocks.slice(0, notes).filter(({ kind, text, level = 1 }) => {
    if (kind === 'heading' && level === 2) inTable = withTable.has(text.trim());
    return kind === 'heading' ? level <= LOWEST : kind === 'cell' && inTable;
  });
}
