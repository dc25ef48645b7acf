import type { DrawnLine } from './drawing.ts';
import { type Box, boxAround, common, type Matrix, pointOf } from './geometry.ts';

/** Points. Thicker is an area and no line. */
const THICKEST = 3.2;
/** Points. How far from level a line may be. */
const LEVEL = 1;

interface Subpath {
  readonly points: (readonly [number, number])[];
  curved: boolean;
  closed: boolean;
}

/** The parts of a path, on the page. `data` as pdf.js writes it: a number for each step, then its points. */
export function subpathsOf(data: ArrayLike<number>, matrix: Matrix): Subpath[] {
  const parts: Subpath[] = [];
  const at = (index: number) => pointOf(matrix, data[index] as number, data[index + 1] as number);
  for (let i = 0; i < data.length; ) {
    const step = data[i++] as number;
    if (step === 0) parts.push({ points: [at(i)], curved: false, closed: false });
    const part = parts.at(-1);
    if (!part) break;
    if (step === 1) part.points.push(at(i));
    if (step === 2 || step === 3) part.curved = true;
    if (step === 2) part.points.push(at(i + 4));
    if (step === 3) part.points.push(at(i + 2));
    if (step === 4) part.closed = true;
    i += [2, 2, 6, 4, 0][step] ?? data.length;
  }
  return parts;
}

/** The lines of a path that is stroked. */
export function strokedRules(parts: readonly Subpath[], clip: Box, width: number): DrawnLine[] {
  if (width > 2 * THICKEST) return [];
  return parts.flatMap(({ points, curved, closed }) => {
    if (curved) return [];
    const ends = closed ? [...points, points[0] as readonly [number, number]] : points;
    return ends.slice(1).flatMap((end, index) => {
      const seen = common(boxAround([ends[index] as readonly [number, number], end]), widened(clip, width));
      return ruleIn(seen, LEVEL);
    });
  });
}

/** The lines of a path that is filled: thin areas, and frames of two rectangles one in the other. */
export function filledRules(parts: readonly Subpath[], clip: Box): { rules: DrawnLine[]; areas: Box[] } {
  const boxes = parts.filter(({ curved }) => !curved).map(({ points }) => common(boxAround(points), clip));
  const [outer, inner] = boxes;
  if (boxes.length === 2 && outer && inner && isFrame(outer, inner)) return { rules: edges(outer), areas: [] };
  const thin = boxes.flatMap((box) => ruleIn(box, THICKEST));
  return { rules: thin, areas: boxes.filter((box) => ruleIn(box, THICKEST).length === 0 && box.right > box.left) };
}

const isFrame = (a: Box, b: Box): boolean =>
  b.right - b.left > 4 * THICKEST &&
  b.bottom - b.top > THICKEST &&
  [a.left - b.left, a.right - b.right, a.top - b.top, a.bottom - b.bottom].every((one) => Math.abs(one) <= THICKEST);

/** The lines around an area. */
export const edges = ({ left, top, right, bottom }: Box): DrawnLine[] => [
  { across: true, at: top, from: left, to: right },
  { across: true, at: bottom, from: left, to: right },
  { across: false, at: left, from: top, to: bottom },
  { across: false, at: right, from: top, to: bottom },
];

/** A dot may be a part of a line across or down: it is both. */
function ruleIn({ left, top, right, bottom }: Box, thickest: number): DrawnLine[] {
  const [width, height] = [right - left, bottom - top];
  if (width < 0 || height < 0) return [];
  const across: DrawnLine = { across: true, at: (top + bottom) / 2, from: left, to: right };
  const down: DrawnLine = { across: false, at: (left + right) / 2, from: top, to: bottom };
  return [...(height <= thickest ? [across] : []), ...(width <= thickest ? [down] : [])];
}

const widened = ({ left, top, right, bottom }: Box, by: number): Box => ({
  left: left - by,
  top: top - by,
  right: right + by,
  bottom: bottom + by,
});
