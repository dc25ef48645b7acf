import { type PDFDict, PDFName, type PDFObject, type PDFRef } from '@cantoo/pdf-lib';
import { type Element, elementOf, kidsOf, markOf, NAME, roleOf, setKids } from './structure.ts';

const PARAGRAPH = PDFName.of('P');
/** The keys of an element that only contains text. */
const PLAIN = new Set([NAME.type, NAME.role, NAME.parent, NAME.page, NAME.kids, NAME.id]);

/**
 * Removes the meaningless element that Chrome writes around each run of text, and moves its content to the parent. If
 * the parent is meaningless too and has other elements, the text becomes a paragraph instead. Returns the removed
 * elements, each with the element that got its content; that element may have been removed later.
 */
export function foldText(structure: PDFDict): Map<PDFRef, PDFRef> {
  const folded = new Map<PDFRef, PDFRef>();
  for (const kid of kidsOf(structure)) {
    const element = elementOf(structure.context, kid);
    if (element) foldInto(element, folded);
  }
  return folded;
}

function foldInto(parent: Element, folded: Map<PDFRef, PDFRef>): void {
  const { context } = parent.dict;
  const kids = kidsOf(parent.dict).map((kid) => ({ kid, child: elementOf(context, kid) }));
  for (const { child } of kids) if (child) foldInto(child, folded);
  const isFolded = ({ child }: { child: Element | undefined }) => child !== undefined && isText(child.dict);
  if (roleOf(parent.dict) === 'LI' || !kids.some(isFolded)) return;
  if (roleOf(parent.dict) === 'NonStruct' && kids.some((own) => own.child && !isFolded(own))) {
    for (const own of kids) if (isFolded(own)) own.child?.dict.set(NAME.role, PARAGRAPH);
    return;
  }
  const content = kids.flatMap(({ kid, child }) => {
    if (!(child && isText(child.dict))) return [kid];
    folded.set(child.ref, parent.ref);
    context.delete(child.ref);
    return contentFor(parent.dict, child.dict);
  });
  setKids(parent.dict, content);
}

function isText(dict: PDFDict): boolean {
  if (roleOf(dict) !== 'NonStruct' || dict.keys().some((key) => !PLAIN.has(key))) return false;
  const kids = kidsOf(dict);
  return kids.length > 0 && kids.every((kid) => markOf(dict, kid));
}

/**
 * The content of one element as kids of another. The page of a plain number is that of its element, so it may change.
 */
function contentFor(parent: PDFDict, child: PDFDict): PDFObject[] {
  const { context } = parent;
  const page = child.get(NAME.page);
  if (page && !parent.has(NAME.page)) parent.set(NAME.page, page);
  return kidsOf(child).map((kid) => {
    const mark = markOf(child, kid);
    if (!mark) return kid;
    if (mark.page === parent.get(NAME.page)) return context.obj(mark.mcid);
    return context.obj({ Type: 'MCR', Pg: mark.page, MCID: mark.mcid });
  });
}
