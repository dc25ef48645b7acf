/** Measurements of one element's text. */

const range = document.createRange();

/** The rectangle around the text of an element. */
export function textBox(element: Element): DOMRect {
  range.selectNodeContents(element);
  return range.getBoundingClientRect();
}

export const textOf = ({ textContent }: Element): string => textContent.replace(/\s+/g, ' ').trim();

/** The first 20 characters of an element's text. */
export const wordsOf = (element: Element): string => textOf(element).slice(0, 20);

/** True if the element has a size and is visible. */
export const isSeen = (element: Element, box: DOMRect = textBox(element)): boolean =>
  box.width > 0.5 && box.height > 0.5 && element.checkVisibility({ opacityProperty: true, visibilityProperty: true });

/** The blank half of a closing punctuation mark may exceed the edge at the end of a line. Its width in CSS pixels. */
export const blankOf = (element: Element): number =>
  /[，。；：、！？）〕》〉”’]/.test(element.textContent)
    ? Number.parseFloat(getComputedStyle(element).fontSize) / 2
    : 0;

export const heightOf = (element: Element | null | undefined): number => element?.getBoundingClientRect().height ?? 0;
