import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** A drawn border of a table and the visible part of the page, in points from the left edge. */
export interface Border {
  readonly page: number;
  readonly left: number;
  readonly right: number;
  readonly shown: { readonly left: number; readonly right: number };
}

type Sides = readonly [left: number, right: number];

/** The vertical borders in a PDF: filled boxes thinner than 1.5 points. */
export async function uprightBorders(bytes: Uint8Array): Promise<Border[]> {
  const document = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  const found: Border[] = [];
  for (let page = 1; page <= document.numPages; page++) {
    const { fnArray, argsArray } = await (await document.getPage(page)).getOperatorList();
    // Only horizontal positions matter: x -> scale * x + shift.
    let state = { scale: 1, shift: 0, shown: [0, Number.POSITIVE_INFINITY] as Sides };
    const saved: (typeof state)[] = [];
    let clipping = false;
    for (const [index, fn] of fnArray.entries()) {
      const args = argsArray[index];
      if (fn === OPS.save) saved.push(state);
      else if (fn === OPS.restore) state = saved.pop() ?? state;
      else if (fn === OPS.transform)
        state = { ...state, scale: state.scale * args[0], shift: state.shift + state.scale * args[4] };
      else if (fn === OPS.clip || fn === OPS.eoClip) clipping = true;
      else if (fn === OPS.constructPath && args[2]) {
        const { 0: left, 2: right } = args[2] as Record<number, number>;
        const sides: Sides = [state.shift + state.scale * (left ?? 0), state.shift + state.scale * (right ?? 0)];
        if (clipping) state = { ...state, shown: sides };
        else if (sides[1] - sides[0] < 1.5)
          found.push({ page, left: sides[0], right: sides[1], shown: { left: state.shown[0], right: state.shown[1] } });
        clipping = false;
      }
    }
  }
  await document.loadingTask.destroy();
  return found;
}
