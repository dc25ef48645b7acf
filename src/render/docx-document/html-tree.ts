import type { parseDocument } from 'htmlparser2';

export type HtmlNode = ReturnType<typeof parseDocument>['children'][number];
export type HtmlElement = Extract<HtmlNode, { readonly attribs: unknown }>;

export const isElement = (node: HtmlNode): node is HtmlElement => 'attribs' in node;

/** The elements of a name inside an element, in order. */
export function elementsIn(node: HtmlElement, name: string): HtmlElement[] {
  return (node.children as HtmlNode[])
    .filter(isElement)
    .flatMap((child) => (child.name === name ? [child] : elementsIn(child, name)));
}

/** The text of nodes, without marks. */
export const textOf = (nodes: readonly HtmlNode[]): string =>
  nodes
    .map((node) => (node.type === 'text' ? node.data : isElement(node) ? textOf(node.children as HtmlNode[]) : ''))
    .join('');
