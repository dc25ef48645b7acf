import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** The content of a PDF, as read by pdf.js. */
export interface PdfContent {
  readonly pages: readonly string[];
  /** The names of the used fonts, without subset tags. */
  readonly fonts: ReadonlySet<string>;
  /** The number of drawn glyphs with id 0: .notdef, a box or nothing. */
  readonly missingGlyphs: number;
  readonly info: Readonly<Record<string, unknown>>;
  readonly marked: boolean;
  readonly outline: readonly string[];
  /** The roles of the structure tree, in order. */
  readonly roles: readonly string[];
}

interface Node {
  role?: string;
  children?: Node[];
}

export async function readPdf(bytes: Uint8Array): Promise<PdfContent> {
  const document = await getDocument({ data: new Uint8Array(bytes), useSystemFonts: false, verbosity: 0 }).promise;
  const pages: string[] = [];
  const fonts = new Set<string>();
  const roles: string[] = [];
  let missingGlyphs = 0;
  const collect = ({ role, children = [] }: Node): void => {
    if (role) roles.push(role);
    children.forEach(collect);
  };
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent();
    pages.push(items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join(''));
    collect(((await page.getStructTree()) ?? {}) as Node);
    const { fnArray, argsArray } = await page.getOperatorList();
    let font = '';
    for (const [index, fn] of fnArray.entries()) {
      if (fn === OPS.setFont) font = page.commonObjs.get(argsArray[index][0]).name as string;
      if (fn !== OPS.showText) continue;
      fonts.add(font.replace(/^[A-Z]{6}\+/, ''));
      const glyphs = argsArray[index][0] as { originalCharCode?: number }[];
      missingGlyphs += glyphs.filter((glyph) => glyph.originalCharCode === 0).length;
    }
  }
  const { info } = await document.getMetadata();
  const marked = (await document.getMarkInfo())?.Marked === true;
  const outline = titles((await document.getOutline()) ?? []);
  await document.loadingTask.destroy();
  return {
    pages,
    fonts,
    missingGlyphs,
    info: info as Record<string, unknown>,
    marked,
    outline,
    roles,
  };
}

interface Bookmark {
  title: string;
  items: Bookmark[];
}

const titles = (bookmarks: readonly Bookmark[]): string[] =>
  bookmarks.flatMap(({ title, items }) => [title, ...titles(items)]);

/** The numbers of at least three digits between two headings, in reading order. */
export function numbersBetween(pages: readonly string[], from: string, to: string): string[] {
  // Page numbers are between dashes.
  const text = pages.map((page) => page.replace(/— \d+ —/gu, '')).join('\n');
  const start = text.indexOf(from);
  const end = text.indexOf(to, start);
  if (start < 0 || end < 0) throw new Error(`no “${from}” … “${to}” in the text`);
  return text.slice(start, end).match(/\d+\.\d+|\d{3,}/gu) ?? [];
}
