import { inflateSync } from 'node:zlib';
import {
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
import { describeLinks } from './links.ts';
import type { OpenPdf } from './open.ts';
import type { Mended } from './tags.ts';

/** A page with its uncompressed operators. */
export interface PageOperators {
  readonly page: PDFPageLeaf;
  readonly content: string;
}

/**
 * Completes every page: marks everything outside the structure tree as artifacts and describes links. Returns the content
 * of each page.
 */
export function finishPages(
  { context, catalog, structure }: OpenPdf,
  { artifacts, folded }: Mended,
): Map<PDFRef, PageOperators> {
  const contents = new Map<PDFRef, PageOperators>();
  const numbers = new Map<PDFRef, Set<number>>();
  for (const { page, mcid } of artifacts) numbers.set(page, (numbers.get(page) ?? new Set()).add(mcid));
  const parents = new Map(numberTree(structure.lookup(PDFName.of('ParentTree'), PDFDict)));
  catalog.Pages().traverse((page, ref) => {
    if (!isLeaf(page)) return;
    const own = numbers.get(ref) ?? new Set();
    contents.set(ref, { page, content: markContent(page, own) });
    describeLinks(page);
    const key = page.lookup(PDFName.of('StructParents'));
    const held = key instanceof PDFNumber ? context.lookup(parents.get(key.asNumber())) : undefined;
    if (held instanceof PDFArray) mendParents(held, own, folded);
  });
  return contents;
}

/** Corrects the parent tree of a page. `held` has the element of each marked content, by number. */
function mendParents(held: PDFArray, artifacts: ReadonlySet<number>, folded: Mended['folded']): void {
  for (const [mcid, holder] of held.asArray().entries()) {
    let now = holder as PDFRef;
    while (folded.has(now)) now = folded.get(now) as PDFRef;
    if (artifacts.has(mcid)) held.set(mcid, PDFNull);
    else if (now !== holder) held.set(mcid, now);
  }
}

const isLeaf = (node: PDFObject): node is PDFPageLeaf =>
  node instanceof PDFDict && node.lookup(PDFName.of('Type')) === PDFName.of('Page');

function markContent(page: PDFPageLeaf, numbers: ReadonlySet<number>): string {
  const ref = page.get(PDFName.of('Contents'));
  const stream = page.lookup(PDFName.of('Contents'));
  if (!(ref instanceof PDFRef && stream instanceof PDFRawStream)) throw new Error('a page without content');
  const content = inflateSync(stream.getContents()).toString('latin1');
  const marked = markArtifacts(content, numbers);
  page.context.assign(ref, page.context.flateStream(Buffer.from(marked, 'latin1')));
  return marked;
}

function* numberTree(node: PDFDict): Generator<[number, PDFObject]> {
  const numbers = node.lookupMaybe(PDFName.of('Nums'), PDFArray)?.asArray() ?? [];
  for (let index = 0; index + 1 < numbers.length; index += 2) {
    yield [(numbers[index] as PDFNumber).asNumber(), numbers[index + 1] as PDFObject];
  }
  const kids = node.lookupMaybe(PDFName.of('Kids'), PDFArray);
  for (let index = 0; index < (kids?.size() ?? 0); index++) yield* numberTree(kids?.lookup(index, PDFDict) as PDFDict);
}
