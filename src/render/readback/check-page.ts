import type { PageFault } from '../../diagnostics/page-faults.ts';
import { cellsOf, cellText, type Grid } from '../../view/grid.ts';
import type { PageView } from '../../view/page-view.ts';
import { type Block, visible } from './blocks.ts';
import { compareBlocks, missingText } from './compare.ts';
import { readHtml } from './read-html.ts';

/** The lowest level of the form's headings: （一）. Headings of the prose can be on its levels, too. */
const LOWEST = 3;

/**
 * Checks that a finished page or fragment has all headings, table cells and prose of the view, unchanged and in the same
 * order. A fragment has no title. A draft has its notes at the end.
 */
export const checkPage = (html: string, view: PageView, options: { readonly title?: boolean } = {}): PageFault[] =>
  checkShown(readHtml(html).blocks, view, options);

/** The same check for what was read from a page or a PDF. */
export function checkShown(blocks: readonly Block[], view: PageView, { title = true } = {}): PageFault[] {
  const faults = checkBlocks(blocks, view, { title });
  return faults.length > 0 ? faults : missingProse(blocks, view);
}

/** The same check without the prose, for the blocks that were read from a file of another format. */
export const checkBlocks = (blocks: readonly Block[], view: PageView, { title = true } = {}): PageFault[] =>
  compareBlocks(blocksOf(view, title), blocksOfForm(blocks, view));

/**
 * The fault for the first prose that the page does not show, because a user's template may leave it out. Ignores the
 * words of charts, which the page draws.
 */
function missingProse(blocks: readonly Block[], { sections }: PageView): PageFault[] {
  const shown = textsOf(blocks).join('');
  let end = 0;
  const prose = sections.flatMap(({ above, html, parts }) => [above, html, ...parts.map((part) => part.html)]);
  return prose
    .flatMap((html) => textsOf(readHtml(html.replace(FIGURE, '')).blocks))
    .flatMap((text) => {
      const start = shown.indexOf(text, end);
      if (start < 0) return [missingText(text)];
      end = start + text.length;
      return [];
    })
    .slice(0, 1);
}

const FIGURE = /<figure[\s\S]*?<\/figure>/g;

const textsOf = (blocks: readonly Block[]): string[] => blocks.map(({ text }) => visible(text));

function blocksOf(view: PageView, title: boolean): Block[] {
  const sections = view.sections.flatMap(({ title: name, above, table, html, parts }): Block[] => [
    { kind: 'heading', text: name },
    ...ownBlocks(above, table !== undefined),
    ...(table ? blocksOfGrid(table.grid) : []),
    ...ownBlocks(html, table !== undefined),
    ...parts.map(({ heading }): Block => ({ kind: 'heading', text: textOf(heading) })),
  ]);
  return [
    ...(title ? [{ kind: 'heading', text: view.title } as const] : []),
    ...ownBlocks(view.preface, false),
    ...sections,
  ];
}

const blocksOfGrid = (grid: Grid): Block[] =>
  cellsOf(grid).map((cell) => ({
    kind: 'cell',
    text: cellText(cell),
    ...(cell.path !== undefined && { path: cell.path }),
  }));

/** The headings of a text that are on the levels of the form, and the cells of its tables. */
const ownBlocks = (html: string, withCells: boolean): Block[] =>
  readHtml(html).blocks.filter(({ kind, level = 1 }) =>
    kind === 'heading' ? level <= LOWEST : withCells && kind === 'cell',
  );

const textOf = (html: string): string =>
  readHtml(html)
    .blocks.map(({ text }) => text)
    .join('');

/** The headings of the form and the cells of its tables. */
function blocksOfForm(blocks: readonly Block[], { sections, draft }: PageView): Block[] {
  const withTable = new Set(sections.flatMap(({ table, title }) => (table ? [title] : [])));
  const notes = draft ? blocks.findLastIndex(({ kind, level }) => kind === 'heading' && level === 2) : blocks.length;
  let inTable = false;
  return blocks.slice(0, notes).filter(({ kind, text, level = 1 }) => {
    if (kind === 'heading' && level === 2) inTable = withTable.has(text.trim());
    return kind === 'heading' ? level <= LOWEST : kind === 'cell' && inTable;
  });
}
