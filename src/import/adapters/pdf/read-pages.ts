import { PageDrawer } from './draw-page.ts';
import type { PageDrawing } from './drawing.ts';
import type { Matrix } from './geometry.ts';
import type { Library, PdfFile, PdfPage } from './library.ts';
import { tooLarge } from './refusals.ts';
import type { FontFace } from './state.ts';

/** Of a whole file. A report has about 20,000. */
const MOST_OPERATORS = 600_000;
const MOST_PAGES = 500;
/** Graphics states that are saved and not restored. pdf.js takes ever longer with more of them. */
const MOST_SAVED = 5000;

/** What is drawn on each page. Throws a `Refusal` if it is too much for a report. */
export async function readPages(file: PdfFile, { OPS }: Library): Promise<PageDrawing[]> {
  if (file.numPages > MOST_PAGES) throw tooLarge(`超过 ${MOST_PAGES} 页`, `more than ${MOST_PAGES} pages`);
  const drawings: PageDrawing[] = [];
  let left = MOST_OPERATORS;
  for (let number = 1; number <= file.numPages; number++) {
    const page = await file.getPage(number);
    const operators = await operatorsOf(page, left, OPS);
    left -= operators.fnArray.length;
    const view = page.getViewport({ scale: 1 });
    const font = (id: string): FontFace => (page.commonObjs.has(id) ? (page.commonObjs.get(id) as FontFace) : {});
    const setting = { transform: view.transform as unknown as Matrix, width: view.width, height: view.height, font };
    drawings.push(new PageDrawer(setting, OPS as unknown as Record<string, number>).draw(operators));
    page.cleanup();
  }
  return drawings;
}

interface Chunk {
  readonly length: number;
  readonly fnArray: readonly number[];
}

/**
 * pdf.js hands over its operators in parts. They are counted as they come, because forms that draw each other twice make
 * any number of them from a small file.
 */
function operatorsOf(
  page: PdfPage,
  most: number,
  { save, restore }: Library['OPS'],
): ReturnType<PdfPage['getOperatorList']> {
  return new Promise((resolve, reject) => {
    const parts = page as unknown as { _renderPageChunk(chunk: Chunk, state: unknown): void };
    const add = parts._renderPageChunk.bind(page);
    let [count, saved] = [0, 0];
    parts._renderPageChunk = (chunk, state) => {
      count += chunk.length;
      for (const code of chunk.fnArray) saved += code === save ? 1 : code === restore ? -1 : 0;
      if (saved > MOST_SAVED)
        reject(
          tooLarge(`绘图状态套了 ${MOST_SAVED} 层以上`, `more than ${MOST_SAVED} graphics states inside each other`),
        );
      else if (count > most)
        reject(tooLarge(`超过 ${MOST_OPERATORS} 个绘图指令`, `more than ${MOST_OPERATORS} drawing steps`));
      else add(chunk, state);
    };
    page.getOperatorList().then(resolve, reject);
  });
}
