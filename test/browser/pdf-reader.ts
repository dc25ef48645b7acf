import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** The content of a finished PDF. */
export interface ReadPdf {
  readonly text: string;
  readonly title: string | undefined;
  readonly outline: string[];
  readonly tagged: boolean;
  /** The size of the first page in points. */
  readonly size: number[];
  /** PostScript names without the subset's prefix. */
  readonly fonts: string[];
  readonly fontTypes: string[];
}

/** Reads a PDF with pdf.js. Chrome writes font objects uncompressed, so fonts are read from the bytes. */
export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const raw = Buffer.from(bytes).toString('latin1');
  const pdf = await getDocument({ data: bytes.slice(), verbosity: 0 }).promise;
  const pages = await Promise.all(Array.from({ length: pdf.numPages }, (_, index) => pdf.getPage(index + 1)));
  const contents = await Promise.all(pages.map((page) => page.getTextContent()));
  const { info } = (await pdf.getMetadata()) as { info: { Title?: string } };
  const outline = (await pdf.getOutline()) ?? [];
  const marked = await pdf.getMarkInfo();
  const result = {
    text: contents.flatMap(({ items }) => items.map((item) => ('str' in item ? item.str : ''))).join(''),
    title: info.Title,
    outline: outline.map(({ title }) => title),
    tagged: marked?.Marked === true,
    size: (pages[0]?.view ?? []).slice(2).map(Math.round),
    fonts: unique(raw, /\/BaseFont \/(?:[A-Z]{6}\+)?([^\s/>]+)/g),
    fontTypes: unique(raw, /\/Subtype \/(CIDFontType\d|Type\d|TrueType)\b/g),
  };
  await pdf.destroy();
  return result;
}

function unique(text: string, pattern: RegExp): string[] {
  return [...new Set([...text.matchAll(pattern)].map(([, name]) => name ?? ''))].sort();
}
