import { PDFArray, type PDFContext, PDFDict, PDFName, type PDFObject, PDFRef, PDFString } from '@cantoo/pdf-lib';
import { foldText } from './fold-text.ts';
import { mendListItem } from './lists.ts';
import type { OpenPdf } from './open.ts';
import { childrenOf, descendantsOf, type Element, type Mark, NAME, roleOf } from './structure.ts';
import { mendTable } from './tables.ts';

/** Roles of Chrome that PDF 1.7 does not have, with the closest role that it has. */
export const ROLES = { Strong: 'Span', Em: 'Span', Aside: 'Sect' };

/** The changes to the structure tree that affect the pages. */
export interface Mended {
  /** Marked content that was removed from the tree. */
  readonly artifacts: readonly Mark[];
  /** Removed elements, each with the element that got its content; that element may have been removed too. */
  readonly folded: ReadonlyMap<PDFRef, PDFRef>;
}

/** Corrects the structure tree. */
export function mendTags({ context, structure }: OpenPdf): Mended {
  const folded = foldText(structure);
  const elements = descendantsOf({ dict: structure });
  const ids: string[] = [];
  // All ids have the same length, so that their order is that of the name tree.
  const newId = () => {
    ids.push(`header-${String(ids.length + 1).padStart(6, '0')}`);
    return ids.at(-1) as string;
  };
  // Chrome's ids depend on what the tab showed before.
  for (const { dict } of elements) dict.delete(NAME.id);
  const artifacts = elements.flatMap((element) => (roleOf(element.dict) === 'Table' ? mendTable(element, newId) : []));
  for (const element of elements) if (roleOf(element.dict) === 'LI') mendListItem(element);
  // A figure with a drawing and a caption is not itself a drawing and has no alternative text.
  for (const { dict } of elements) {
    const holdsFigure =
      roleOf(dict) === 'Figure' && childrenOf({ dict }).some((child) => roleOf(child.dict) === 'Figure');
    if (holdsFigure) dict.set(NAME.role, PDFName.of('Div'));
  }
  structure.set(PDFName.of('RoleMap'), context.obj(ROLES));
  writeIds(structure, elements);
  return { artifacts, folded };
}

function writeIds(structure: OpenPdf['structure'], elements: readonly Element[]): void {
  const { context } = structure;
  deleteTree(context, structure.get(PDFName.of('IDTree')));
  structure.delete(PDFName.of('IDTree'));
  const names = elements.flatMap(({ ref, dict }) => {
    const id = dict.get(NAME.id);
    return id instanceof PDFString ? [id, ref] : [];
  });
  if (names.length > 0) structure.set(PDFName.of('IDTree'), context.obj({ Names: names }));
}

function deleteTree(context: PDFContext, node: PDFObject | undefined): void {
  const dict = context.lookup(node);
  const kids = dict instanceof PDFDict ? dict.lookup(PDFName.of('Kids')) : undefined;
  if (kids instanceof PDFArray) for (const kid of kids.asArray()) deleteTree(context, kid);
  if (node instanceof PDFRef) context.delete(node);
}
