import { PDFArray, type PDFContext, PDFDict, PDFName, type PDFObject, PDFRef, PDFString } from '@cantoo/pdf-lib';
import { foldText } from './fold-text.ts';
import { mendListItem } from './lists.ts';
import type { OpenPdf } from './open.ts';
import { childrenOf, descendantsOf, type Element, type Mark, NAME, roleOf } from './structure.ts';
import { mendTable } from './tables.ts';

/** Roles that Chrome writes and PDF 1.7 doesn't know -> the nearest it knows. */
const ROLES = { Strong: 'Span', Em: 'Span' };

/** What pages must know of a mended structure tree. */
export interface Mended {
  /** Marked content that is no longer in it. */
  readonly artifacts: readonly Mark[];
  /** Elements that are no longer in it -> the one that took their content; it may be gone too. */
  readonly folded: ReadonlyMap<PDFRef, PDFRef>;
}

/** Mends the structure tree. */
export function mendTags({ context, structure }: OpenPdf): Mended {
  const folded = foldText(structure);
  const elements = descendantsOf({ dict: structure });
  const ids: string[] = [];
  // Of one width, so that their order is that of the name tree.
  const newId = () => {
    ids.push(`header-${String(ids.length + 1).padStart(6, '0')}`);
    return ids.at(-1) as string;
  };
  // Chrome's own differ with what the tab has shown before.
  for (const { dict } of elements) dict.delete(NAME.id);
  const artifacts = elements.flatMap((element) => (roleOf(element.dict) === 'Table' ? mendTable(element, newId) : []));
  for (const element of elements) if (roleOf(element.dict) === 'LI') mendListItem(element);
  // What holds a drawing and its caption is no drawing itself: it has no words to tell in its place.
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
