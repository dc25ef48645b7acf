import { PDFCatalog, type PDFContext, PDFDict, PDFName, PDFParser } from '@cantoo/pdf-lib';
import { damaged } from './damaged.ts';

/** A printed document, taken apart. */
export interface OpenPdf {
  readonly context: PDFContext;
  readonly catalog: PDFCatalog;
  /** The root of the structure tree. */
  readonly structure: PDFDict;
}

/** Takes a PDF apart. Throws a `UserError` where it isn't whole: the library itself would go on with what is left. */
export async function openPdf(bytes: Uint8Array): Promise<OpenPdf> {
  try {
    const size = declaredSize(bytes);
    const context = await PDFParser.forBytesWithOptions(bytes, Number.POSITIVE_INFINITY, true).parseDocument();
    // Object 0 is none.
    if (context.enumerateIndirectObjects().length !== size - 1) throw new Error('objects are missing');
    const catalog = context.lookup(context.trailerInfo.Root);
    if (!(catalog instanceof PDFCatalog)) throw new Error('no catalog');
    if (catalog.Pages().Count().asNumber() === 0) throw new Error('no pages');
    return { context, catalog, structure: catalog.lookup(PDFName.of('StructTreeRoot'), PDFDict) };
  } catch (cause) {
    throw damaged(cause);
  }
}

/** How many objects the trailer counts. It ends the file, and says where the table of objects starts. */
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
