import { PDFArray, PDFDict, PDFHexString, PDFName, type PDFPageLeaf, PDFString } from '@cantoo/pdf-lib';

/** Adds the target of each link as its description, for screen readers. */
export function describeLinks(page: PDFPageLeaf): void {
  const annotations = page.lookup(PDFName.of('Annots'));
  if (!(annotations instanceof PDFArray)) return;
  for (const entry of annotations.asArray()) {
    const annotation = page.context.lookup(entry);
    if (!(annotation instanceof PDFDict) || annotation.has(PDFName.of('Contents'))) continue;
    const action = annotation.lookup(PDFName.of('A'));
    const uri = action instanceof PDFDict ? action.lookup(PDFName.of('URI')) : undefined;
    const text = uri instanceof PDFString || uri instanceof PDFHexString ? uri.decodeText() : '本文件内的链接';
    annotation.set(PDFName.of('Contents'), PDFHexString.fromText(text));
  }
}
