import { type DefaultTreeAdapterTypes, defaultTreeAdapter, parse } from 'parse5';
import type { Refusal } from '../../refusal.ts';
import { tooLarge } from './refusals.ts';

export type WebNode = DefaultTreeAdapterTypes.ChildNode;
export type WebElement = DefaultTreeAdapterTypes.Element;

/** No page of a report is so large: Word's HTML of a report has about 20,000 elements, at most 40 deep. */
export const MOST_BYTES = 64_000_000;
export const MOST_ELEMENTS = 500_000;
export const DEEPEST = 1000;
/** Characters in a row without an element; also those of a paragraph or cell. */
export const LONGEST_TEXT = 1_000_000;

/** Parses a page as browsers do, which repairs broken tables. Throws a `Refusal` if it has too many elements or nests too deep. */
export function parsePage(text: string): DefaultTreeAdapterTypes.Document {
  let elements = 0;
  let depth = 0;
  return parse(text, {
    treeAdapter: {
      ...defaultTreeAdapter,
      createElement: (...element) => {
        if (++elements > MOST_ELEMENTS)
          throw tooLarge(`元素多于 ${MOST_ELEMENTS} 个`, `more than ${MOST_ELEMENTS} elements`);
        return defaultTreeAdapter.createElement(...element);
      },
      // The parser looks through its open elements for most tags: the bound keeps that short.
      onItemPush: () => {
        if (++depth > DEEPEST) throw tooDeep();
      },
      onItemPop: () => {
        depth--;
      },
    },
  });
}

/** Throws a `Refusal` if a text is too long for the patterns that read it. */
export function checkLength(text: string): string {
  if (text.length > LONGEST_TEXT)
    throw tooLarge(`一段文字多于 ${LONGEST_TEXT} 个字符`, `a text of more than ${LONGEST_TEXT} characters`);
  return text;
}

export const tooDeep = (): Refusal =>
  tooLarge(`元素套了 ${DEEPEST} 层以上`, `elements nested more than ${DEEPEST} deep`);

export const isElement = (node: { readonly nodeName: string }): node is WebElement => 'tagName' in node;

export const attribute = (element: WebElement, name: string): string | undefined =>
  element.attrs.find((one) => one.name === name)?.value;

/** The child elements. */
export const elementsIn = (element: { readonly childNodes: readonly WebNode[] }): WebElement[] =>
  element.childNodes.filter(isElement);
