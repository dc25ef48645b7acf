import type { PublishedDocument } from '../../document.ts';
import { blocksOf } from './blocks.ts';
import { measurePdf } from './bounds.ts';
import { CharacterMaps } from './character-map-source.ts';
import { doubtOf, isRecognized } from './doubts.ts';
import type { PageDrawing } from './drawing.ts';
import { loadLibrary } from './library.ts';
import { pageContent } from './page-content.ts';
import { readPages } from './read-pages.ts';
import { DAMAGED, LOCKED, PORTFOLIO, XFA_FORM } from './refusals.ts';
import { joinSplitNumbers } from './split-numbers.ts';

/** Reads a PDF as blocks. Nothing in it runs, and its fonts and pictures are not used. */
export async function readPdfFile(bytes: Uint8Array): Promise<PublishedDocument> {
  const measured = measurePdf(bytes);
  const library = await loadLibrary();
  const loading = library.getDocument({
    data: new Uint8Array(bytes),
    BinaryDataFactory: CharacterMaps,
    cMapUrl: 'maps/',
    disableFontFace: false,
    ownerDocument: { fonts: { add: () => undefined, delete: () => undefined } } as never,
    enableXfa: false,
    isEvalSupported: false,
    // Pixels: pictures are left out, only those that are used as lines stay.
    maxImageSize: 16,
    useSystemFonts: false,
    useWasm: false,
    useWorkerFetch: false,
    verbosity: 0,
  });
  try {
    const file = await loading.promise.catch((error: Error) => {
      throw error.name === 'PasswordException' ? LOCKED : DAMAGED;
    });
    const { info } = await file.getMetadata();
    const { IsXFAPresent, IsAcroFormPresent, IsCollectionPresent, Title } = info as Record<string, unknown>;
    if (IsCollectionPresent === true) throw PORTFOLIO;
    if (IsXFAPresent === true && IsAcroFormPresent !== true) throw XFA_FORM;
    const drawings = await readPages(file, library);
    const doubt = doubtOf(drawings, measured);
    const pages = drawings.map((page) => pageContent(isRecognized(page) ? withHidden(page) : page));
    const blocks = blocksOf(joinSplitNumbers(pages));
    const title = typeof Title === 'string' ? Title.trim() : '';
    return { blocks, properties: title === '' ? {} : { title }, ...(doubt && { doubt }) };
  } finally {
    await loading.destroy();
  }
}

/** The text over a scan counts as if it were seen. */
const withHidden = (page: PageDrawing): PageDrawing => ({
  ...page,
  chars: page.chars.map((char) => ({ ...char, hidden: false })),
});
