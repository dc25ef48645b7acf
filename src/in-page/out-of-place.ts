import type { Sheet } from './sheet.ts';
import { blankOf, textBox, wordsOf } from './text.ts';

const BLOCKS = 'p, li, h1, h2, h3, h4, h5, h6, pre, table, div, header, section, dl, ol, ul, blockquote';

/**
 * Finds elements that exceed the right edge of a page of this width (CSS pixels), are cut off, or overlap the next
 * one.
 */
export function outOfPlace(width: number): Pick<Sheet, 'outside' | 'overlaps'> {
  const shown = [...document.querySelectorAll('main, main *, body > *')]
    .map((element) => ({ element, style: getComputedStyle(element) }))
    .filter(({ style }) => style.display !== 'none');
  return {
    outside: [
      ...shown.filter(({ element, style }) => isCut(element, style) || isTooWide(element, width)),
      ...chartTexts().map((element) => ({ element })),
    ].map(({ element }) => wordsOf(element)),
    overlaps: shown.flatMap(({ element, style }) => {
      const next = element.nextElementSibling;
      return next && style.position === 'static' && overlap(element, next) ? [[wordsOf(element), wordsOf(next)]] : [];
    }),
  };
}

const isCut = (element: Element, { overflow, display }: CSSStyleDeclaration): boolean =>
  overflow !== 'visible' &&
  display !== 'inline' &&
  (element.scrollHeight > element.clientHeight + 1 || element.scrollWidth > element.clientWidth + 1);

const isTooWide = (element: Element, width: number): boolean =>
  /^(P|LI|H\d|PRE|TABLE|DD|DT)$/.test(element.tagName) && textBox(element).right > width + 1 + blankOf(element);

function overlap(element: Element, next: Element): boolean {
  if (!element.matches(BLOCKS) || !next.matches(BLOCKS)) return false;
  const [above, below] = [element.getBoundingClientRect(), next.getBoundingClientRect()];
  return (
    above.height > 0 &&
    below.height > 0 &&
    getComputedStyle(next).position === 'static' &&
    below.top < above.bottom - 1 &&
    below.left < above.right - 1
  );
}

/** The texts of charts that exceed the edge of their drawing. */
const chartTexts = (): Element[] =>
  [...document.querySelectorAll('svg[role="img"] text')].filter((text) => {
    const box = text.getBoundingClientRect();
    const room = text.closest('svg')?.getBoundingClientRect() ?? box;
    return (
      box.left < room.left - 1 || box.right > room.right + 1 || box.top < room.top - 1 || box.bottom > room.bottom + 1
    );
  });
