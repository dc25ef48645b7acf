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

/** Completes every page: marks everything outside the structure tree as artifacts and describes links. */
export function finishPages({ context, catalog, structure }: OpenPdf, { artifacts, folded }: Mended): void {
  const numbers = new Map<PDFRef, Set<number>>();
  for (const { page, mcid } of artifacts) numbers.set(page, (numbers.get(page) ?? new Set()).add(mcid));
  const parents = new Map(numberTree(structure.lookup(PDFName.of('ParentTree'), PDFDict)));
  catalog.Pages().traverse((page, ref) => {
    if (!isLeaf(page)) return;
    const own = numbers.get(ref) ?? new Set();
    markContent(page, own);
    describeLinks(page);
    const key = page.lookup(PDFName.of('StructParents'));
    const held = key instanceof PDFNumber ? context.lookup(parents.get(key.asNumber())) : undefined;
    if (held instanceof PDFArray) mendParents(held, own, folded);
  });
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

function markContent(page: PDFPageLeaf, numbers: ReadonlySet<number>): void {
  const ref = page.get(PDFName.of('Contents'));
  const stream = page.lookup(PDFName.of('Contents'));
  if (!(ref instanceof PDFRef && stream instanceof PDFRawStream)) throw new Error('a page without content');
  const content = inflateSync(stream.getContents()).toString('latin1');
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
