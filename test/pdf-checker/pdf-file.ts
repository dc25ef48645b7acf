import { inflateSync } from 'node:zlib';
import {
  PDFArray,
  PDFBool,
  PDFCatalog,
  type PDFContext,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRawStream,
  PDFRef,
  PDFStream,
  PDFString,
} from '@cantoo/pdf-lib';
import { type Operator, operatorsIn } from './operators.ts';

export interface CheckedPage {
  /** From 1. */
  readonly number: number;
  readonly ref: PDFRef;
  readonly dict: PDFDict;
  readonly operators: readonly Operator[];
  readonly annotations: readonly PDFDict[];
}

/** A PDF as the points look at it. It is read by the parser of pdf-lib, which the code that writes does not use. */
export interface PdfFile {
  /** The bytes, one character each. */
  readonly text: string;
  readonly context: PDFContext;
  readonly catalog: PDFCatalog;
  readonly pages: readonly CheckedPage[];
  /** All dictionaries, also those in others and of streams, with the number of their object. */
  readonly dicts: readonly { readonly dict: PDFDict; readonly object: number }[];
  readonly streams: readonly { readonly stream: PDFStream; readonly object: number }[];
  /** The XMP of the document; empty if there is none. */
  readonly xmp: string;
}

/** Throws if it is no PDF. */
export async function openFile(bytes: Uint8Array): Promise<PdfFile> {
  const { context } = await PDFDocument.load(bytes, { updateMetadata: false, ignoreEncryption: true });
  return fileOf(context, Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1'));
}

/** `text` are the bytes of the file, one character each. */
export function fileOf(context: PDFContext, text: string): PdfFile {
  const catalog = context.lookup(context.trailerInfo.Root);
  if (!(catalog instanceof PDFCatalog)) throw new Error('no catalog');
  const objects = context.enumerateIndirectObjects();
  const metadata = get(catalog, 'Metadata');
  return {
    text,
    context,
    catalog,
    pages: pagesOf(catalog),
    dicts: objects.flatMap(([ref, object]) => dictsIn(object).map((dict) => ({ dict, object: ref.objectNumber }))),
    streams: objects.flatMap(([ref, stream]) =>
      stream instanceof PDFStream ? [{ stream, object: ref.objectNumber }] : [],
    ),
    xmp: metadata instanceof PDFStream ? unpacked(metadata).toString('utf8') : '',
  };
}

function pagesOf(catalog: PDFCatalog): CheckedPage[] {
  const pages: CheckedPage[] = [];
  const { context } = catalog;
  catalog.Pages().traverse((dict, ref) => {
    if (nameOf(get(dict, 'Type')) !== 'Page') return;
    pages.push({
      number: pages.length + 1,
      ref,
      dict,
      operators: operatorsIn(contentOf(get(dict, 'Contents'), context)),
      annotations: listOf(get(dict, 'Annots')).flatMap((note) => dictOf(context.lookup(note)) ?? []),
    });
  });
  return pages;
}

function dictsIn(object: PDFObject): PDFDict[] {
  if (object instanceof PDFStream) return dictsIn(object.dict);
  if (object instanceof PDFArray) return object.asArray().flatMap(dictsIn);
  return object instanceof PDFDict ? [object, ...object.values().flatMap(dictsIn)] : [];
}

function contentOf(contents: PDFObject | undefined, context: PDFContext): string {
  if (contents instanceof PDFStream) return unpacked(contents).toString('latin1');
  return listOf(contents)
    .map((part) => contentOf(context.lookup(part), context))
    .join('\n');
}

/** The unpacked bytes of a stream; empty if its filter is not Flate. */
export function unpacked(stream: PDFStream): Buffer {
  const filter = nameOf(get(stream.dict, 'Filter'));
  const bytes = stream instanceof PDFRawStream ? stream.contents : stream.getContents();
  if (filter === undefined) return Buffer.from(bytes);
  try {
    return filter === 'FlateDecode' ? inflateSync(bytes) : Buffer.alloc(0);
  } catch {
    return Buffer.alloc(0);
  }
}

/** The value of a key, of the object itself if the key has a reference. */
export const get = (dict: PDFDict | undefined, key: string): PDFObject | undefined => dict?.lookup(PDFName.of(key));
/** The value as it is written: a reference stays one. */
export const raw = (dict: PDFDict, key: string): PDFObject | undefined => dict.get(PDFName.of(key));
export const has = (dict: PDFDict, key: string): boolean => dict.has(PDFName.of(key));

export const dictOf = (object: PDFObject | undefined): PDFDict | undefined => {
  if (object instanceof PDFStream) return object.dict;
  return object instanceof PDFDict ? object : undefined;
};
export const listOf = (object: PDFObject | undefined): PDFObject[] =>
  object instanceof PDFArray ? object.asArray() : [];
export const nameOf = (object: PDFObject | undefined): string | undefined =>
  object instanceof PDFName ? object.decodeText() : undefined;
export const numberOf = (object: PDFObject | undefined): number | undefined =>
  object instanceof PDFNumber ? object.asNumber() : undefined;
export const textIn = (object: PDFObject | undefined): string | undefined =>
  object instanceof PDFString || object instanceof PDFHexString ? object.decodeText() : undefined;
export const isTrue = (object: PDFObject | undefined): boolean => object === PDFBool.True;
export const keysOf = (dict: PDFDict): string[] => dict.keys().map((key) => key.decodeText());

/** The values of a name tree or number tree, with their keys as text. */
export function* treeEntries(
  node: PDFDict | undefined,
  list: 'Names' | 'Nums',
  depth = 0,
): Generator<[string, PDFObject]> {
  if (!node || depth > 20) return;
  const pairs = listOf(get(node, list));
  for (let at = 0; at + 1 < pairs.length; at += 2) {
    const key = pairs[at] as PDFObject;
    yield [textIn(key) ?? String(key), node.context.lookup(pairs[at + 1]) as PDFObject];
  }
  for (const kid of listOf(get(node, 'Kids'))) yield* treeEntries(dictOf(node.context.lookup(kid)), list, depth + 1);
}

/** The resources of a kind (`Font`) of all pages and forms, each once. */
export function resourcesOf({ dicts }: PdfFile, kind: string): { name: string; value: PDFObject; object: number }[] {
  const seen = new Set<PDFObject>();
  return dicts.flatMap(({ dict, object }) => {
    const own = dictOf(get(dictOf(get(dict, 'Resources')), kind));
    return (own ? keysOf(own) : []).flatMap((name) => {
      const value = get(own, name);
      if (!value || seen.has(value)) return [];
      seen.add(value);
      return [{ name, value, object }];
    });
  });
}

export const isRef = (object: PDFObject | undefined): object is PDFRef => object instanceof PDFRef;
