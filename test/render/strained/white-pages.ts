import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

const MM = 72 / 25.4;
/** The text area of a page, from its foot, in points. */
const [FOOT, TOP] = [35 * MM, (297 - 37) * MM];

/** The share of the text area of each page that is white below the last line of text. */
export async function whiteOf(bytes: Uint8Array): Promise<number[]> {
  const document = await getDocument({ data: new Uint8Array(bytes), useSystemFonts: false, verbosity: 0 }).promise;
  const white: number[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const { items } = await (await document.getPage(number)).getTextContent();
    const feet = items.flatMap((item) => {
      if (!('str' in item) || item.str.trim() === '' || item.str === '草稿') return [];
      const [, , , , , bottom = 0] = item.transform as number[];
      return bottom > FOOT ? [bottom] : [];
    });
    white.push((Math.min(TOP, ...feet) - FOOT) / (TOP - FOOT));
  }
  await document.loadingTask.destroy();
  return white;
}
