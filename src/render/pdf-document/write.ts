import { type PDFContext, PDFCrossRefSection, PDFName, PDFNumber, type PDFObject, PDFRawStream } from '@cantoo/pdf-lib';

const LENGTH = PDFName.of('Length');

/** Writes all objects, in one pass and with the same bytes as the library, which takes one pass to measure them. */
export function writePdf(context: PDFContext): Uint8Array {
  const pieces: Buffer[] = [];
  let text = '';
  let length = 0;
  const add = (piece: Buffer) => {
    pieces.push(piece);
    length += piece.length;
  };
  const flush = () => {
    add(Buffer.from(text, 'latin1'));
    text = '';
  };
  text += `${context.header}\n\n`;
  const crossReferences = PDFCrossRefSection.create();
  for (const [ref, object] of context.enumerateIndirectObjects()) {
    crossReferences.addEntry(ref, length + text.length);
    text += `${ref.objectNumber} ${ref.generationNumber} obj\n`;
    if (object instanceof PDFRawStream) {
      const contents = object.getContents();
      object.dict.set(LENGTH, PDFNumber.of(contents.length));
      text += `${object.dict}\nstream\n`;
      flush();
      add(Buffer.from(contents.buffer, contents.byteOffset, contents.byteLength));
      text += '\nendstream';
    } else text += String(object);
    text += '\nendobj\n\n';
  }
  const start = length + text.length;
  text += `${crossReferences}\ntrailer\n${trailerOf(context)}\n\nstartxref\n${start}\n%%EOF`;
  flush();
  const { buffer, byteOffset, length: size } = Buffer.concat(pieces);
  // As every format is returned: a Buffer behaves differently.
  return new Uint8Array(buffer, byteOffset, size);
}

function trailerOf(context: PDFContext): PDFObject {
  const { Root, Info, ID } = context.trailerInfo;
  return context.obj({ Size: context.largestObjectNumber + 1, Root, Info, ID } as never);
}
