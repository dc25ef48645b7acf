import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFName,
  PDFNull,
  PDFNumber,
  type PDFObject,
  type PDFPageLeaf,
  PDFRawStream,
  PDFRef,
} from '@cantoo/pdf-lib';
import { markArtifacts } from './artifacts.ts';
import { damaged } from './damaged.ts';
import { describeLinks } from './links.ts';
import type { OpenPdf } from './open.ts';
import type { Mark } from './structure.ts';

/** Finishes every page: what no element of the structure holds is an artifact, also the marked content of `marks`. */
export function finishPages({ context, catalog, structure }: OpenPdf, marks: readonly Mark[]): void {
  const numbers = new Map<PDFRef, Set<number>>();
  for (const { page, mcid } of marks) numbers.set(page, (numbers.get(page) ?? new Set()).add(mcid));
  const parents = new Map(numberTree(structure.lookup(PDFName.of('ParentTree'), PDFDict)));
  catalog.Pages().traverse((page, ref) => {
    if (!isLeaf(page)) return;
    const own = numbers.get(ref) ?? new Set();
    markContent(page, own);
    describeLinks(page);
    const parentsOfPage = context.lookup(parents.get(page.lookup(PDFName.of('StructParents'), PDFNumber).asNumber()));
    for (const mcid of own) if (parentsOfPage instanceof PDFArray) parentsOfPage.set(mcid, PDFNull);
  });
}

const isLeaf = (node: PDFObject): node is PDFPageLeaf =>
  node instanceof PDFDict && node.lookup(PDFName.of('Type')) === PDFName.of('Page');

function markContent(page: PDFPageLeaf, numbers: ReadonlySet<number>): void {
  const ref = page.get(PDFName.of('Contents'));
  const stream = page.lookup(PDFName.of('Contents'));
  if (!(ref instanceof PDFRef && stream instanceof PDFRawStream)) throw damaged(new Error('a page without content'));
  const content = Buffer.from(decodePDFRawStream(stream).decode()).toString('latin1');
  const marked = Buffer.from(markArtifacts(content, numbers), 'latin1');
  page.context.assign(ref, page.context.flateStream(marked));
}

function* numberTree(node: PDFDict): Generator<[number, PDFObject]> {
  const numbers = node.lookupMaybe(PDFName.of('Nums'), PDFArray)?.asArray() ?? [];
  for (let index = 0; index + 1 < numbers.length; index += 2) {
    yield [(numbers[index] as PDFNumber).asNumber(), numbers[index + 1] as PDFObject];
  }
  const kids = node.lookupMaybe(PDFName.of('Kids'), PDFArray);
  for (let index = 0; index < (kids?.size() ?? 0); index++) yield* numberTree(kids?.lookup(index, PDFDict) as PDFDict);
}
