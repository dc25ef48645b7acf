import { PDFCatalog, type PDFContext, PDFDict, PDFName } from '@cantoo/pdf-lib';
import { damaged } from './damaged.ts';
import { parsePdf } from './parse.ts';

/** A parsed PDF. */
export interface OpenPdf {
  readonly context: PDFContext;
  readonly catalog: PDFCatalog;
  /** The root of the structure tree. */
  readonly structure: PDFDict;
}

/** Parses a PDF. Throws a `UserError` if it is incomplete; the library itself would use what is left of it. */
export async function openPdf(bytes: Uint8Array): Promise<OpenPdf> {
  try {
    const size = declaredSize(bytes);
    const context = parsePdf(bytes);
    // Object 0 does not count: it is never used.
    if (context.enumerateIndirectObjects().length !== size - 1) throw new Error('objects are missing');
    const catalog = context.lookup(context.trailerInfo.Root);
    if (!(catalog instanceof PDFCatalog)) throw new Error('no catalog');
    if (catalog.Pages().Count().asNumber() === 0) throw new Error('no pages');
    return { context, catalog, structure: catalog.lookup(PDFName.of('StructTreeRoot'), PDFDict) };
  } catch (cause) {
    throw damaged(cause);
  }
}

/** The number of objects according to the trailer, at the end of the file. */
function declaredSize(bytes: Uint8Array): number {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const tail = text.subarray(-1024).toString('latin1');
  const start = /startxref\s+(\d+)\s+%%EOF\s*$/.exec(tail)?.[1];
  const size = /trailer\s*<<.*?\/Size\s+(\d+)/s.exec(tail)?.[1];
  const whole = text.subarray(0, 5).toString('latin1') === '%PDF-';
  if (!whole || start === undefined || size === undefined) throw new Error('no header or no end');
  if (text.subarray(Number(start), Number(start) + 4).toString('latin1') !== 'xref') throw new Error('shifted');
  return Number(size);
}
