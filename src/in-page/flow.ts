import { dividedHeight } from './footnotes.ts';
import type { SheetBlock } from './sheet.ts';

/** What is laid out one below the other. Of a list item or a row, only what is not in a block inside it. */
const BLOCKS = 'h1, h2, h3, h4, h5, h6, p, li, pre, figure, .title dl > div, .prose-table tr, .table';
/** These are one block, whatever is inside. */
const WHOLE = '.table, figure, .prose-table tr';

/** The blocks of the report from top to bottom, without the notes of a draft. */
export function flow(): SheetBlock[] {
  const shown = [...document.querySelectorAll(`main :is(${BLOCKS})`)].filter(
    (element) => !element.parentElement?.closest(WHOLE) && !isWithTable(element) && element.checkVisibility(),
  );
  const tables = shown.filter((element) => element.matches('.table'));
  const places = shown.map((element) => ({ box: boxOf(element), style: getComputedStyle(element) }));
  let end = places[0]?.box.top ?? 0;
  return places.flatMap(({ box, style }, index) => {
    const next = places[index + 1];
    const bottom = Math.max(box.top, Math.min(box.bottom, next?.box.top ?? box.bottom));
    const height = bottom - box.top;
    const gap = Math.max(0, box.top - end);
    end = bottom;
    const table = tables.indexOf(shown[index] as Element);
    const isWhole = style.breakInside === 'avoid' || shown[index]?.matches(WHOLE);
    return divided({
      gap,
      height,
      lines: isWhole ? 1 : Math.max(1, Math.round(height / Number.parseFloat(style.lineHeight))),
      kept: style.breakAfter === 'avoid' || next?.style.breakBefore === 'avoid',
      ...(table >= 0 && { table }),
    });
  });
}

const isFootnote = (element: Element) => element.matches('.table + .footnote');
const isWithTable = (element: Element) => isFootnote(element) && dividedHeight(element) === 0;

/** The rectangle of a block; of a footnote, only what may be on the page after its table. */
function boxOf(element: Element): DOMRect {
  const box = element.getBoundingClientRect();
  if (!isFootnote(element)) return box;
  const height = dividedHeight(element);
  return new DOMRect(box.x, box.bottom - height, box.width, height);
}

/** Of three lines, which cannot be two and two, the browser leaves two on a page and takes the third to the next. */
function divided(block: SheetBlock): SheetBlock[] {
  const { gap, height, lines, kept } = block;
  if (lines !== 3) return [block];
  const line = height / 3;
  return [
    { gap, height: 2 * line, lines: 2, kept: false },
    { gap: 0, height: line, lines: 1, kept },
  ];
}
