import { inflateSync } from 'node:zlib';
import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRawStream,
  PDFRef,
  PDFString,
} from '@cantoo/pdf-lib';

/** An element of a PDF's structure tree, read without the code under test. */
export interface Tag {
  readonly role: string;
  readonly ref: string;
  readonly id: string | undefined;
  readonly scope: string | undefined;
  readonly headers: readonly string[];
  /** The alternative text. */
  readonly alt: string | undefined;
  /** The marked content of the element, as `page:number`. */
  readonly marks: readonly string[];
  readonly kids: readonly Tag[];
}

export interface TagTree {
  readonly root: Tag;
  readonly all: readonly Tag[];
  readonly document: PDFDocument;
  /** The uncompressed content of each page. */
  readonly pages: readonly string[];
  /** Maps `page:number` to the element in the parent tree. */
  readonly parents: ReadonlyMap<string, string>;
  readonly bytes: Uint8Array;
}

const N = (name: string) => PDFName.of(name);

export async function readTags(bytes: Uint8Array): Promise<TagTree> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false });
  const { context, catalog } = document;
  const pages = document.getPages();
  const number = new Map(pages.map((page, index) => [page.ref.toString(), index]));
  const structure = catalog.lookup(N('StructTreeRoot'), PDFDict);
  const read = (ref: PDFRef): Tag => {
    const dict = context.lookup(ref, PDFDict);
    const own = dict.lookup(N('K'));
    const all = own instanceof PDFArray ? own.asArray() : own === undefined ? [] : [dict.get(N('K')) as PDFObject];
    const kids: Tag[] = [];
    const marks: string[] = [];
    for (const kid of all) {
      const value = context.lookup(kid);
      const page = (holder: PDFDict) => number.get(String(holder.get(N('Pg')) ?? dict.get(N('Pg'))));
      if (value instanceof PDFNumber) marks.push(`${page(dict)}:${value.asNumber()}`);
      else if (value instanceof PDFDict && value.has(N('S'))) kids.push(read(kid as PDFRef));
      else if (value instanceof PDFDict && value.has(N('MCID'))) marks.push(`${page(value)}:${value.get(N('MCID'))}`);
    }
    const attributes = dict.lookup(N('A'));
    const table = attributes instanceof PDFDict ? attributes : undefined;
    return {
      role: dict.lookup(N('S'), PDFName).decodeText(),
      ref: ref.toString(),
      id: dict.get(N('ID'))?.toString(),
      scope: table?.get(N('Scope'))?.toString(),
      headers: table?.lookupMaybe(N('Headers'), PDFArray)?.asArray().map(String) ?? [],
      alt: dict.lookupMaybe(N('Alt'), PDFString, PDFHexString)?.decodeText(),
      marks,
      kids,
    };
  };
  const root = read(structure.get(N('K')) as PDFRef);
  const contents = pages.map(({ node }) => {
    const stream = node.lookup(N('Contents'));
    if (!(stream instanceof PDFRawStream)) throw new Error('no content');
    return inflateSync(stream.contents).toString('latin1');
  });
  const parents = new Map<string, string>();
  const nums = structure.lookup(N('ParentTree'), PDFDict).lookup(N('Nums'), PDFArray).asArray();
  for (const [index, page] of pages.entries()) {
    const key = Number(page.node.get(N('StructParents')));
    const at = nums.findIndex((one, position) => position % 2 === 0 && Number(String(one)) === key);
    const held = context.lookup(nums[at + 1] as PDFObject, PDFArray).asArray();
    for (const [mcid, holder] of held.entries()) {
      if (holder instanceof PDFRef) parents.set(`${index}:${mcid}`, holder.toString());
    }
  }
  return { root, all: flat(root), document, pages: contents, parents, bytes };
}

const flat = (tag: Tag): Tag[] => [tag, ...tag.kids.flatMap(flat)];

export const tagsOf = (tree: { readonly all: readonly Tag[] }, role: string) =>
  tree.all.filter((tag) => tag.role === role);
export const within = (tag: Tag, role: string) => flat(tag).filter((one) => one.role === role);
