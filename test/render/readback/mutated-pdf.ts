import { deflateSync, inflateSync } from 'node:zlib';
import { PDFDict, PDFDocument, PDFHexString, PDFName, type PDFRawStream } from '@cantoo/pdf-lib';

const TEXT = /<([0-9A-F]{4})> Tj/g;

/** A drawn digit: its page, its position in the content, and the code of its glyph. */
interface Drawn {
  readonly page: number;
  readonly at: number;
  readonly code: string;
}

/** Opens a finished PDF to change its digits one by one, like with a hex editor. */
export async function mutablePdf(bytes: Uint8Array) {
  const load = () => PDFDocument.load(bytes, { updateMetadata: false });
  const document = await load();
  const contents = document.getPages().map(({ node }) => {
    const stream = node.lookup(PDFName.of('Contents')) as PDFRawStream;
    return inflateSync(stream.contents).toString('latin1');
  });
  return {
    /** The glyphs of each marked content with the given number of glyphs, page by page. */
    runs: contents.flatMap((content, page) =>
      [...content.matchAll(/<<\/MCID \d+ >>BDC([\s\S]*?)EMC/g)].map((run) =>
        [...(run[1] ?? '').matchAll(TEXT)].map(
          (glyph): Drawn => ({
            page,
            at: run.index + run[0].indexOf(run[1] ?? '') + glyph.index,
            code: glyph[1] as string,
          }),
        ),
      ),
    ),
    /** Returns the file with one glyph replaced. */
    async withGlyph({ page, at }: Drawn, code: string): Promise<Uint8Array> {
      const changed = await load();
      const { node } = changed.getPages()[page] as ReturnType<typeof changed.getPages>[number];
      const content = contents[page] as string;
      const text = `${content.slice(0, at)}<${code}>${content.slice(at + 6)}`;
      const stream = node.lookup(PDFName.of('Contents')) as PDFRawStream;
      (stream as { contents: Uint8Array }).contents = deflateSync(Buffer.from(text, 'latin1'));
      return changed.save({ useObjectStreams: false });
    },
  };
}

/** Adds a note to the first page of a finished PDF, like an editor does. */
export async function withNote(bytes: Uint8Array): Promise<Uint8Array> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false });
  const [page] = document.getPages();
  const note = document.context.register(
    document.context.obj({
      Type: 'Annot',
      Subtype: 'FreeText',
      Rect: [100, 100, 200, 120],
      Contents: PDFHexString.fromText('999'),
    }),
  );
  page?.node.addAnnot(note);
  return document.save();
}

/** Changes the title in the properties of a finished PDF. */
export async function withTitle(bytes: Uint8Array, title: string): Promise<Uint8Array> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false });
  const info = document.context.lookup(document.context.trailerInfo.Info, PDFDict);
  info.set(PDFName.of('Title'), PDFHexString.fromText(title));
  return document.save();
}
