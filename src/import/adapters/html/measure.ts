import { isBlockName, isUnseen } from './kinds.ts';
import { checkLength, DEEPEST, isElement, tooDeep, type WebElement, type WebNode } from './tree.ts';

/** The size of what an element shows. Characters are counted without white space. */
export interface ElementSize {
  text: number;
  /** The characters in links. */
  linked: number;
  /** The characters of its longest paragraph, links not counted. */
  longest: number;
  /** The paragraphs and other blocks in it. */
  blocks: number;
  /** The tables in it, itself included, that are more than a few words in a line. */
  tables: number;
  cells: number;
  /** Only `<h1>` and `<h2>`: menus have small ones. */
  headings: number;
  links: number;
  frames: number;
}

export type ElementSizes = ReadonlyMap<WebElement, ElementSize>;

/** The size of an element that is not seen. */
export const nothing = (): ElementSize => ({
  text: 0,
  linked: 0,
  longest: 0,
  blocks: 0,
  tables: 0,
  cells: 0,
  headings: 0,
  links: 0,
  frames: 0,
});

/** ElementSizes every element that is seen; unseen ones are absent. Throws a `Refusal` if the tree is too deep for the other readers. */
export function measure(root: WebElement): ElementSizes {
  const measures = new Map<WebElement, ElementSize>();
  const stack: { readonly element: WebElement; next: number; inline: number }[] = [];
  const enter = (element: WebElement) => {
    if (stack.length > 2 * DEEPEST) throw tooDeep();
    measures.set(element, nothing());
    stack.push({ element, next: 0, inline: 0 });
  };
  enter(root);
  for (let top = stack.at(-1); top; top = stack.at(-1)) {
    const child: WebNode | undefined = top.element.childNodes[top.next++];
    const own = measures.get(top.element) as ElementSize;
    if (child === undefined) {
      stack.pop();
      finish(top.element, own, top.inline);
      const around = stack.at(-1);
      if (around) around.inline += add(measures.get(around.element) as ElementSize, top.element, own);
    } else if (isElement(child)) {
      if (!isUnseen(child)) enter(child);
    } else if ('value' in child) {
      const length = checkLength(child.value).replace(/\s+/gu, '').length;
      own.text += length;
      top.inline += length;
    }
  }
  return measures;
}

function finish(element: WebElement, own: ElementSize, inline: number): void {
  const { tagName: name } = element;
  own.longest = Math.max(own.longest, inline);
  if (name === 'a') {
    own.linked = own.text;
    own.longest = 0;
    own.links++;
  }
  if (name === 'td' || name === 'th') own.cells++;
  if (name === 'iframe' || name === 'frame') own.frames++;
  if (name === 'h1' || name === 'h2') own.headings++;
  if (name === 'table' && !isWords(own)) own.tables++;
}

/** True for a table of a few words, such as a number and its unit: it is text of the cell around it. */
const isWords = ({ cells, tables, text }: ElementSize): boolean => tables === 0 && cells <= 3 && text <= 60;

/** Adds a child to the element around it; returns the characters that go on in the paragraph of that element. */
function add(sum: ElementSize, child: WebElement, own: ElementSize): number {
  for (const key of ['text', 'linked', 'blocks', 'tables', 'cells', 'headings', 'links', 'frames'] as const)
    sum[key] += own[key];
  sum.longest = Math.max(sum.longest, isBlockName(child.tagName) || own.blocks > 0 ? own.longest : 0);
  if (isBlockName(child.tagName)) sum.blocks++;
  return isBlockName(child.tagName) || own.blocks > 0 || child.tagName === 'a' ? 0 : own.text - own.linked;
}
