import type { ContentBlock, ContentText } from '../../document.ts';
import { isFurniture } from './furniture.ts';
import { gridOf } from './grid.ts';
import { isBlockName, isUnseen } from './kinds.ts';
import { piecesOf } from './layout.ts';
import { type ElementSizes, measure } from './measure.ts';
import { attribute, elementsIn, isElement, type WebElement, type WebNode } from './tree.ts';
import { ownWords, paragraphsOf, spaceBefore } from './words.ts';

/** What the elements around a text say of it. */
interface Around {
  readonly level?: number;
  /** The list item; `open` until its first paragraph is read, because the next one is not an item of its own. */
  readonly item?: { readonly role: NonNullable<ContentText['item']>; open: boolean };
  readonly furniture?: true;
  readonly preformatted?: true;
}

/** Gives the parsed page of an `<iframe>` or `<frame>`; undefined if it was not saved with the page. */
type FrameReader = (frame: WebElement) => WebElement | undefined;

/** A heading longer than this is a paragraph in large letters. */
const LONGEST_HEADING = 120;

/** What a page shows, as texts and grids in reading order. Throws a `Refusal` if a table is too large. */
export function blocksOf(root: WebElement, frameOf: FrameReader): ContentBlock[] {
  const blocks: ContentBlock[] = [];
  let measures: ElementSizes = measure(root);
  let line = '';
  let tables = 0;
  let around: Around = {};

  const end = () => {
    const { item, level, furniture } = around;
    for (const text of paragraphsOf(line)) {
      const isHeading = level !== undefined && text.length <= LONGEST_HEADING;
      blocks.push({
        kind: 'text',
        text,
        place: {},
        ...(isHeading && { level }),
        ...(item?.open && { item: item.role }),
        ...(furniture && { furniture }),
      });
      if (item) item.open = false;
    }
    line = '';
  };

  const within = (inner: Around, read: () => void) => {
    end();
    const outer = around;
    around = inner;
    read();
    end();
    around = outer;
  };

  const children = (element: WebElement) => element.childNodes.forEach(walk);

  function walk(node: WebNode): void {
    line += ownWords(node, around.preformatted === true);
    if (!isElement(node) || isUnseen(node)) return;
    const size = measures.get(node);
    const furniture = around.furniture || (size && isFurniture(node, size));
    const kept = { ...around, ...(furniture && { furniture: true as const }) };
    if (node.tagName === 'table') within(kept, () => walkTable(node));
    else if (node.tagName === 'iframe' || node.tagName === 'frame') within(around, () => walkFrame(node));
    else if (isBlockName(node.tagName) || (size?.blocks ?? 0) > 0)
      within({ ...kept, ...roleOf(node, around) }, () => children(node));
    else {
      line += spaceBefore(node, line);
      children(node);
    }
  }

  function walkTable(table: WebElement): void {
    for (const caption of elementsIn(table))
      if (caption.tagName === 'caption' && !isUnseen(caption)) within(around, () => children(caption));
    for (const piece of piecesOf(table, measures)) {
      if ('rows' in piece && !around.furniture) {
        end();
        blocks.push(gridOf(piece.rows, ++tables, measures));
        continue;
      }
      const cells = 'rows' in piece ? piece.rows.flatMap((row) => row.cells) : piece.cells;
      for (const cell of cells) within(around, () => children(cell));
    }
  }

  function walkFrame(frame: WebElement): void {
    const page = frameOf(frame);
    if (!page) return;
    const outside = measures;
    measures = measure(page);
    children(page);
    end();
    measures = outside;
  }

  walk(root);
  end();
  return blocks;
}

/** What an element says of the text in it, beyond what is said around it. */
function roleOf(element: WebElement, around: Around): Partial<Around> {
  const { tagName: name } = element;
  if (name === 'pre') return { preformatted: true };
  if (name === 'li') {
    const role = { ordered: element.parentNode?.nodeName === 'ol', depth: depthOf(element) };
    return { item: { role, open: true } };
  }
  const level = /^h([1-6])$/u.exec(name)?.[1] ?? (attribute(element, 'role') === 'heading' ? '2' : undefined);
  return level === undefined || around.level !== undefined ? {} : { level: Number(level) };
}

/** The lists around the list of an item. */
function depthOf(item: WebElement): number {
  let depth = -1;
  for (let node = item.parentNode; node && 'parentNode' in node; node = node.parentNode) {
    if (node.nodeName === 'ul' || node.nodeName === 'ol') depth++;
    if (node.nodeName === 'td') break;
  }
  return Math.max(0, depth);
}
