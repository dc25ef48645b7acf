import type { Refusal } from '../../refusal.ts';
import { PageDrawer } from './draw-page.ts';
import type { PageDrawing } from './drawing.ts';
import type { Matrix } from './geometry.ts';
import type { Library, PdfFile, PdfPage } from './library.ts';
import { tooLarge } from './refusals.ts';
import type { FontFace } from './state.ts';

/** Of a whole file. A report has about 20,000. */
const MOST_OPERATORS = 600_000;
const MOST_PAGES = 500;

/** What is drawn on each page. Throws a `Refusal` if it is too much for a report. */
export async function readPages(file: PdfFile, { OPS }: Library): Promise<PageDrawing[]> {
  if (file.numPages > MOST_PAGES) throw tooLarge(`超过 ${MOST_PAGES} 页`, `more than ${MOST_PAGES} pages`);
  const drawings: PageDrawing[] = [];
  const layers = await file.getOptionalContentConfig();
  let left = MOST_OPERATORS;
  for (let number = 1; number <= file.numPages; number++) {
    const page = await file.getPage(number);
    const operators = await operatorsOf(page, left, OPS);
    left -= operators.fnArray.length;
    const view = page.getViewport({ scale: 1 });
    const font = (id: string): FontFace => (page.commonObjs.has(id) ? (page.commonObjs.get(id) as FontFace) : {});
    const isShown = (layer: unknown) => layers.isVisible(layer);
    const { transform, width, height } = view;
    const setting = { transform: transform as unknown as Matrix, width, height, font, isShown };
    drawings.push(new PageDrawer(setting, OPS as unknown as Record<string, number>).draw(operators));
    page.cleanup();
  }
  return drawings;
}

/** Settings that are saved in one another. Drawings have about 20; pdf.js slows down with their square. */
const DEEPEST = 1000;
/** Of one page: parts that are drawn again and again, and characters. A page has about 2000. */
const MOST_FORMS = 5000;
const MOST_CHARACTERS = 100_000;

interface Chunk {
  readonly fnArray: readonly number[];
  readonly argsArray: readonly unknown[];
}

/**
 * pdf.js hands over its operators in parts. They are counted as they come, because forms that draw each other twice make
 * any number of them from a small file.
 */
function operatorsOf(page: PdfPage, most: number, ops: Library['OPS']): ReturnType<PdfPage['getOperatorList']> {
  return new Promise((resolve, reject) => {
    const parts = page as unknown as { _renderPageChunk(chunk: Chunk, state: unknown): void };
    const add = parts._renderPageChunk.bind(page);
    const refusal = counter(most, ops);
    parts._renderPageChunk = (chunk, state) => {
      const found = refusal(chunk);
      if (found) reject(found);
      else add(chunk, state);
    };
    page.getOperatorList().then(resolve, reject);
  });
}

/** Counts what a page draws. Gives the reason if it is too much. */
function counter(most: number, ops: Library['OPS']): (chunk: Chunk) => Refusal | undefined {
  let [count, depth, deepest, forms, characters] = [0, 0, 0, 0, 0];
  return ({ fnArray, argsArray }) => {
    count += fnArray.length;
    fnArray.forEach((code, index) => {
      if (code === ops.save) deepest = Math.max(deepest, ++depth);
      else if (code === ops.restore) depth = Math.max(0, depth - 1);
      else if (code === ops.paintFormXObjectBegin) forms++;
      else if (code === ops.showText) characters += (argsArray[index] as [ArrayLike<unknown>])[0].length;
    });
    if (deepest > DEEPEST) return tooLarge(`设置嵌套超过 ${DEEPEST} 层`, `settings nested more than ${DEEPEST} deep`);
    if (forms > MOST_FORMS)
      return tooLarge(`一页上超过 ${MOST_FORMS} 个图形对象`, `more than ${MOST_FORMS} forms drawn on one page`);
    if (characters > MOST_CHARACTERS)
      return tooLarge(`一页上超过 ${MOST_CHARACTERS} 个字`, `more than ${MOST_CHARACTERS} characters on one page`);
    if (count > most) return tooLarge(`超过 ${MOST_OPERATORS} 个绘图指令`, `more than ${MOST_OPERATORS} drawing steps`);
    return undefined;
  };
}
