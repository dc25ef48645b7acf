import { drawn } from './drawn.ts';
import { flow } from './flow.ts';
import { onPaper } from './on-paper.ts';
import { outOfPlace } from './out-of-place.ts';
import type { LookAtPage } from './program.ts';
import { roomBelow } from './room-below.ts';
import type { Sheet } from './sheet.ts';
import { styleRules } from './style-rules.ts';
import { tables } from './tables.ts';
import { heightOf, isSeen, textOf } from './text.ts';

/**
 * Marks the page as laid out by us, lays it out in the width of the printed text and measures it. Also sets `--after-table`
 * on each section with a table: the space below it. All rectangles are read before this is set, so the page is laid out
 * only once.
 */
export const run: LookAtPage = () => {
  const styles = styleRules();
  // From here on the page breaks are our work, and not that of a reader who prints the page.
  document.documentElement.classList.add('laid-out');
  const sheet = onPaper(styles, ({ width, height }): Sheet => {
    const measured = {
      width,
      height,
      line: lineHeight(),
      used: heightOf(document.body),
      headings: [...document.querySelectorAll('h1, h2, h3')].map((element) => ({
        text: textOf(element),
        seen: isSeen(element),
      })),
      flow: flow(),
      tables: tables(),
      ...outOfPlace(width),
      drawn: drawn(styles),
    };
    setRoomsAfterTables();
    return measured;
  });
  return JSON.stringify(sheet);
};

const lineHeight = (): number => Number.parseFloat(getComputedStyle(document.body).lineHeight);

function setRoomsAfterTables(): void {
  const line = lineHeight();
  const sections = [...document.querySelectorAll('section')].filter((section) =>
    section.querySelector('.table:not(.broken)'),
  );
  const rooms = sections.map((section) => {
    const last = section.querySelector('.footnote') ?? section.querySelector('.table') ?? section;
    // Of a table on several pages, the last page counts.
    const start = [...section.querySelectorAll('.continued')].at(-1) ?? section;
    const height = last.getBoundingClientRect().bottom - start.getBoundingClientRect().top;
    return `${roomBelow(height, line).toFixed(3)}px`;
  });
  for (const [index, section] of sections.entries()) section.style.setProperty('--after-table', rooms[index] ?? null);
}
