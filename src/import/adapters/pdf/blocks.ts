import type { ContentBlock } from '../../document.ts';
import { furnitureOf } from './furniture.ts';
import type { PageContent, PageItem } from './page-content.ts';
import type { PageLine } from './page-lines.ts';
import { goesOn, measuresOf, paragraphOf } from './paragraphs.ts';

type Line = Extract<PageItem, { kind: 'line' }>;

/** The pages of a file as blocks: lines become paragraphs, also over the end of a page. */
export function blocksOf(pages: readonly PageContent[]): ContentBlock[] {
  const furniture = furnitureOf(pages);
  const isLine = (item: PageItem): item is Line => item.kind === 'line' && !furniture.has(item);
  const all = measuresOf(pages.map(({ items }) => items.filter(isLine)));
  const blocks: ContentBlock[] = [];
  let open: { lines: PageLine[]; page: number } | undefined;
  let late: ContentBlock[] = [];
  let tables = 0;
  const end = () => {
    if (open) blocks.push({ kind: 'text', ...paragraphOf(open.lines, all), place: { page: open.page } });
    blocks.push(...late);
    late = [];
    open = undefined;
  };
  pages.forEach(({ items, aside }, index) => {
    const page = index + 1;
    let turned = true;
    for (const item of items) {
      if (item.kind === 'grid') {
        end();
        const { rows, columns, guessed } = item;
        const cells = item.cells.map(({ full: _, ...cell }) => cell);
        const place = { page, table: ++tables };
        blocks.push({ kind: 'grid', rows, columns, cells, place, ...(guessed && { guessed }) });
        turned = false;
      } else if (furniture.has(item)) {
        const block: ContentBlock = { kind: 'text', text: item.text, place: { page }, furniture: true };
        // A page number does not end the paragraph around it.
        if (open) late.push(block);
        else blocks.push(block);
      } else {
        const before = open?.lines.at(-1);
        if (open && before && goesOn(before, item, all, turned)) open.lines.push(item);
        else {
          end();
          open = { lines: [item], page };
        }
        turned = false;
      }
    }
    const rest = aside.map((text): ContentBlock => ({ kind: 'text', text, place: { page }, furniture: true }));
    if (open) late.push(...rest);
    else blocks.push(...rest);
  });
  end();
  return blocks;
}
