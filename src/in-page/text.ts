/** What the look at a page knows of one element's text. */

const range = document.createRange();

/** The rectangle around an element's text. */
export function textBox(element: Element): DOMRect {
  range.selectNodeContents(element);
  return range.getBoundingClientRect();
}

export const textOf = ({ textContent }: Element): string => textContent.replace(/\s+/g, ' ').trim();

/** The words that an element begins with. */
export const wordsOf = (element: Element): string => textOf(element).slice(0, 20);

/** Does it take room, and can it be seen? */
export const isSeen = (element: Element, box: DOMRect = textBox(element)): boolean =>
  box.width > 0.5 && box.height > 0.5 && element.checkVisibility({ opacityProperty: true, visibilityProperty: true });

/** At the end of a line half of a closing mark is blank and may stand outside: its width in CSS pixels. */
export const blankOf = (element: Element): number =>
  /[，。；：、！？）〕》〉”’]/.test(element.textContent)
    ? Number.parseFloat(getComputedStyle(element).fontSize) / 2
    : 0;

export const heightOf = (element: Element | null | undefined): number => element?.getBoundingClientRect().height ?? 0;
