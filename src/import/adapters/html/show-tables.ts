import { isUnseen } from './kinds.ts';
import { isElement, type WebElement } from './tree.ts';

/** Attributes that hide an element. */
const HIDING = new Set(['hidden', 'aria-hidden', 'style']);

/** Shows the elements that are hidden and have a table in them. Returns true if there was one. */
export function showTables(root: WebElement): boolean {
  let shown = false;
  const stack: WebElement[] = [root];
  for (let element = stack.pop(); element; element = stack.pop()) {
    for (const child of element.childNodes) if (isElement(child)) stack.push(child);
    if (element.tagName !== 'table') continue;
    for (let node: unknown = element; isParent(node) && !SEEN_THROUGH.has(node.tagName); node = node.parentNode) {
      if (!isUnseen(node)) continue;
      node.attrs = node.attrs.filter(({ name }) => !HIDING.has(name));
      shown = true;
    }
  }
  return shown;
}

const SEEN_THROUGH = new Set(['html', 'body']);
const isParent = (node: unknown): node is WebElement =>
  typeof node === 'object' && node !== null && 'nodeName' in node && isElement(node as WebElement);
