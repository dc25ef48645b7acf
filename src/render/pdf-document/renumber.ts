import { PDFArray, type PDFContext, PDFDict, type PDFObject, PDFRawStream, PDFString } from '@cantoo/pdf-lib';

/** How Chrome names the elements that others refer to: by a number that depends on what the tab has shown before. */
const ELEMENT = /^node(\d+)$/;

/** Names the elements of the structure tree by their order, so that they no longer depend on the tab. */
export function renumberElements(context: PDFContext): void {
  const found: { readonly number: number; readonly put: (text: PDFString) => void }[] = [];
  for (const [, object] of context.enumerateIndirectObjects()) collect(object, found);
  const numbers = [...new Set(found.map(({ number }) => number))].sort((a, b) => a - b);
  const rank = new Map(numbers.map((number, index) => [number, index + 1]));
  for (const { number, put } of found) put(PDFString.of(`node${String(rank.get(number)).padStart(8, '0')}`));
}

function collect(object: PDFObject, found: { number: number; put: (text: PDFString) => void }[]): void {
  const visit = (value: PDFObject, put: (text: PDFString) => void) => {
    const number = value instanceof PDFString ? ELEMENT.exec(value.asString())?.[1] : undefined;
    if (number === undefined) collect(value, found);
    else found.push({ number: Number(number), put });
  };
  if (object instanceof PDFRawStream) collect(object.dict, found);
  if (object instanceof PDFDict) {
    for (const [key, value] of object.entries()) visit(value, (text) => object.set(key, text));
  }
  if (object instanceof PDFArray) {
    for (const [index, value] of object.asArray().entries()) visit(value, (text) => object.set(index, text));
  }
}
