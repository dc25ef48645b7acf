import { PDFArray, type PDFContext, PDFDict, PDFName, PDFNumber, type PDFObject, PDFRef } from '@cantoo/pdf-lib';

/** An element of the structure tree. */
export interface Element {
  readonly ref: PDFRef;
  readonly dict: PDFDict;
}

/** Marked content: its page and its number on the page. */
export interface Mark {
  readonly page: PDFRef;
  readonly mcid: number;
}

export const NAME = {
  kids: PDFName.of('K'),
  role: PDFName.of('S'),
  parent: PDFName.of('P'),
  page: PDFName.of('Pg'),
  attributes: PDFName.of('A'),
  id: PDFName.of('ID'),
  type: PDFName.of('Type'),
} as const;

/** The role of an element, for example `TH`; an empty text for other objects. */
export function roleOf(dict: PDFDict): string {
  const role = dict.get(NAME.role);
  return role instanceof PDFName ? role.asString().slice(1) : '';
}

/** The unchanged kids: elements, numbers of marked content, and references to marked content and objects. */
export function kidsOf(dict: PDFDict): PDFObject[] {
  const own = dict.get(NAME.kids);
  if (own === undefined) return [];
  const kids = own instanceof PDFRef ? dict.context.lookup(own) : own;
  return kids instanceof PDFArray ? kids.asArray() : [own];
}

export function setKids(dict: PDFDict, kids: readonly PDFObject[]): void {
  dict.set(NAME.kids, kids.length === 1 ? (kids[0] as PDFObject) : dict.context.obj([...kids]));
}

/** The element of a kid; undefined for content. */
export function elementOf(context: PDFContext, kid: PDFObject): Element | undefined {
  if (!(kid instanceof PDFRef)) return undefined;
  const dict = context.lookup(kid);
  return dict instanceof PDFDict && dict.has(NAME.role) ? { ref: kid, dict } : undefined;
}

export function childrenOf({ dict }: { readonly dict: PDFDict }): Element[] {
  const children: Element[] = [];
  for (const kid of kidsOf(dict)) {
    const element = elementOf(dict.context, kid);
    if (element) children.push(element);
  }
  return children;
}

/** All elements below one, in reading order. */
export function descendantsOf(element: { readonly dict: PDFDict }, found: Element[] = []): Element[] {
  for (const child of childrenOf(element)) {
    found.push(child);
    descendantsOf(child, found);
  }
  return found;
}

/** The marked content of a kid; undefined for an element or an object. */
export function markOf(dict: PDFDict, kid: PDFObject): Mark | undefined {
  const own = dict.get(NAME.page);
  if (kid instanceof PDFNumber) return own instanceof PDFRef ? { page: own, mcid: kid.asNumber() } : undefined;
  const reference = dict.context.lookup(kid);
  if (!(reference instanceof PDFDict)) return undefined;
  const mcid = reference.lookup(PDFName.of('MCID'));
  const page = reference.get(NAME.page) ?? own;
  return mcid instanceof PDFNumber && page instanceof PDFRef ? { page, mcid: mcid.asNumber() } : undefined;
}

/** Puts elements into a new one with this role. The caller adds it to the tree. */
export function wrapElements(role: string, elements: readonly PDFObject[], parent: Element): Element {
  const { context } = parent.dict;
  const dict = context.obj({ Type: 'StructElem', S: role, P: parent.ref });
  const ref = context.register(dict);
  setKids(dict, elements);
  for (const element of elements) elementOf(context, element)?.dict.set(NAME.parent, ref);
  return { ref, dict };
}
