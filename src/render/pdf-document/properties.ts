import { createHash } from 'node:crypto';
import { PDFHeader, PDFHexString, PDFName, PDFString } from '@cantoo/pdf-lib';
import type { PrintedPublication } from '../publication.ts';
import type { Moment } from './dates.ts';
import type { OpenPdf } from './open.ts';
import { type Properties, xmp } from './xmp.ts';

/**
 * Writes title, author, programs and dates twice, to the information dictionary and as XMP, and the identifier of the
 * file. `claims` says whether the document claims to conform to PDF/A-3a and PDF/UA-1.
 */
export function writeProperties(
  pdf: OpenPdf,
  publication: PrintedPublication,
  { browser, moment, claims }: { browser: string; moment: Moment | undefined; claims: boolean },
): void {
  const { context, catalog } = pdf;
  const { view, receipt } = publication;
  const properties: Properties = {
    title: view.title,
    author: view.agency,
    creator: receipt.tool,
    producer: `${producerOf(browser)}; ${receipt.tool}`,
    date: moment?.iso,
    claims,
  };
  const information = context.obj({
    Title: PDFHexString.fromText(properties.title),
    Author: PDFHexString.fromText(properties.author),
    Creator: PDFHexString.fromText(properties.creator),
    Producer: PDFHexString.fromText(properties.producer),
    ...(moment && { CreationDate: PDFString.of(moment.pdf), ModDate: PDFString.of(moment.pdf) }),
  });
  const old = context.trailerInfo.Info;
  context.trailerInfo.Info = context.register(information);
  if (old !== undefined) context.delete(old as never);
  const packet = context.stream(Buffer.from(xmp(properties), 'utf8'), { Type: 'Metadata', Subtype: 'XML' });
  catalog.set(PDFName.of('Metadata'), context.register(packet));
  catalog.set(PDFName.of('Lang'), PDFString.of('zh-CN'));
  catalog.set(PDFName.of('ViewerPreferences'), context.obj({ DisplayDocTitle: true }));
  context.trailerInfo.ID = context.obj([identifier(publication, browser), identifier(publication, browser)]);
  context.header = PDFHeader.forVersion(1, 7);
}

/** The part of Chrome that writes PDF, for example `Skia/PDF m147`. */
const producerOf = (browser: string): string => `Skia/PDF m${/\/(\d+)/u.exec(browser)?.[1] ?? ''}`;

/** The identifier of the file: the same for the same receipt and browser. */
function identifier({ receipt }: PrintedPublication, browser: string): PDFHexString {
  const hash = createHash('sha256').update(JSON.stringify({ ...receipt, browser }), 'utf8');
  return PDFHexString.of(hash.digest('hex').slice(0, 32).toUpperCase());
}
