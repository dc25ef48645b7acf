import { type PDFDict, PDFName, type PDFRef } from '@cantoo/pdf-lib';
import { around, type DrawnBox, drawnBoxes } from './drawn-boxes.ts';
import type { OpenPdf } from './open.ts';
import type { PageOperators } from './pages.ts';
import { descendantsOf, kidsOf, type Mark, markOf, NAME, roleOf } from './structure.ts';

/** Gives every figure that is on one page its place there: programs that show or copy a figure need it. */
export function placeFigures({ context, structure }: OpenPdf, pages: ReadonlyMap<PDFRef, PageOperators>): void {
  const figures = descendantsOf({ dict: structure })
    .filter(({ dict }) => roleOf(dict) === 'Figure' && !dict.has(NAME.attributes))
    .map(({ dict }) => ({ dict, marks: marksIn(dict) }));
  const boxes = boxesOf(
    figures.flatMap(({ marks }) => marks),
    pages,
  );
  for (const { dict, marks } of figures) {
    if (new Set(marks.map(({ page }) => page)).size !== 1) continue;
    let box: DrawnBox | undefined;
    for (const { page, mcid } of marks) {
      const own = boxes.get(page)?.get(mcid);
      if (own) box = around(box, own);
    }
    if (!box) continue;
    const edges = box.map((edge) => Math.round(edge * 100) / 100);
    dict.set(NAME.attributes, context.obj({ O: PDFName.of('Layout'), BBox: edges }));
  }
}

/** The marked content of an element and of those in it. */
function marksIn(dict: PDFDict): Mark[] {
  const elements = [dict, ...descendantsOf({ dict }).map((own) => own.dict)];
  return elements.flatMap((own) => kidsOf(own).flatMap((kid) => markOf(own, kid) ?? []));
}

function boxesOf(
  marks: readonly Mark[],
  pages: ReadonlyMap<PDFRef, PageOperators>,
): Map<PDFRef, Map<number, DrawnBox>> {
  const wanted = new Map<PDFRef, Set<number>>();
  for (const { page, mcid } of marks) wanted.set(page, (wanted.get(page) ?? new Set()).add(mcid));
  return new Map([...wanted].map(([page, own]) => [page, drawnBoxes(pages.get(page)?.content ?? '', own)]));
}
