import { PDFName, PDFString } from '@cantoo/pdf-lib';
import { zlibSync } from 'fflate';
import type { OpenPdf } from './open.ts';
import { srgbProfile } from './srgb.ts';

/** Says that the red, green and blue of the pages are those of sRGB. Chrome writes them without saying which they are. */
export function writeOutputIntent({ context, catalog }: OpenPdf): void {
  const profile = context.stream(zlibSync(srgbProfile()), { N: 3, Filter: 'FlateDecode' });
  const intent = context.obj({
    Type: 'OutputIntent',
    S: 'GTS_PDFA1',
    OutputConditionIdentifier: PDFString.of('sRGB IEC61966-2-1'),
    RegistryName: PDFString.of('http://www.color.org'),
    Info: PDFString.of('sRGB IEC61966-2-1'),
    DestOutputProfile: context.register(profile),
  });
  catalog.set(PDFName.of('OutputIntents'), context.obj([intent]));
}
