/** Edges in the units of the page, from its lower left corner. */
export type DrawnBox = readonly [left: number, lower: number, right: number, upper: number];
type Matrix = readonly [number, number, number, number, number, number];
type Point = readonly [number, number];

const SAME: Matrix = [1, 0, 0, 1, 0, 0];
const EVERYWHERE: DrawnBox = [-Infinity, -Infinity, Infinity, Infinity];
const PATHS: Readonly<Record<string, number>> = { m: 1, l: 1, c: 3, v: 2, y: 2 };
const PAINTS = new Set(['f', 'f*', 'F', 'S', 's', 'B', 'B*', 'b', 'b*']);
/** How far a letter reaches above and below its line, in its size. */
const ABOVE = 0.9;
const BELOW = 0.25;

/**
 * Where on the page each of the marked contents in `wanted` is drawn, by number. `content` are the operators of a page as
 * Chrome writes them. A letter counts as one em wide; what is clipped away does not count.
 */
export function drawnBoxes(content: string, wanted: ReadonlySet<number>): Map<number, DrawnBox> {
  const boxes = new Map<number, DrawnBox>();
  let state = { matrix: SAME, clip: EVERYWHERE };
  const saved: (typeof state)[] = [];
  const marks: (number | undefined)[] = [];
  let operands: string[] = [];
  let path: Point[] = [];
  let clips = false;
  let line = SAME;
  let size = 0;
  const numbers = () => operands.map(Number);
  const draw = (points: readonly Point[]) => {
    const mark = marks.findLast((one) => one !== undefined);
    const box = mark === undefined || !wanted.has(mark) ? undefined : within(boxOf(points), state.clip);
    if (mark !== undefined && box) boxes.set(mark, around(boxes.get(mark), box));
  };
  const endPath = () => {
    if (clips) state = { ...state, clip: within(boxOf(path), state.clip) ?? [0, 0, 0, 0] };
    clips = false;
    path = [];
  };
  const run = (operator: string) => {
    if (operator === 'q') saved.push(state);
    else if (operator === 'Q') state = saved.pop() ?? state;
    else if (operator === 'cm') state = { ...state, matrix: times(matrixOf(numbers()), state.matrix) };
    else if (operator === 're') path.push(...corners(numbers()).map((point) => moved(point, state.matrix)));
    else if (operator in PATHS) path.push(...pairs(numbers()).map((point) => moved(point, state.matrix)));
    else if (operator === 'W' || operator === 'W*') clips = true;
    else if (operator === 'n') endPath();
    else if (PAINTS.has(operator)) {
      draw(path);
      endPath();
    } else if (operator === 'BT') line = SAME;
    else if (operator === 'Tf') size = Number(operands[1]);
    else if (operator === 'Tm') line = matrixOf(numbers());
    else if (operator === 'Td') line = times(matrixOf([1, 0, 0, 1, ...numbers()]), line);
    else if (operator === 'Tj' || operator === 'TJ') {
      // Four digits a letter; numbers between the strings move a letter by less than one.
      const em = (operands.join('').match(/<[0-9A-F]+>/g) ?? []).join('').length / 4;
      const letters = corners([0, -BELOW * size, em * size, (ABOVE + BELOW) * size]);
      draw(letters.map((point) => moved(moved(point, line), state.matrix)));
    } else if (operator === 'Do') draw(corners([0, 0, 1, 1]).map((point) => moved(point, state.matrix)));
    else if (operator === 'BMC') marks.push(undefined);
    else if (operator === '>>BDC') marks.push(operands.includes('<</MCID') ? Number(operands.at(-1)) : undefined);
    else if (operator === 'EMC') marks.pop();
  };
  for (const token of content.split(/\s+/)) {
    if (/^[-+.\d/<[\]]/.test(token)) operands.push(token);
    else {
      run(token);
      operands = [];
    }
  }
  return boxes;
}

const matrixOf = (numbers: readonly number[]): Matrix => numbers.slice(-6) as unknown as Matrix;

function times([a, b, c, d, e, f]: Matrix, [A, B, C, D, E, F]: Matrix): Matrix {
  return [a * A + b * C, a * B + b * D, c * A + d * C, c * B + d * D, e * A + f * C + E, e * B + f * D + F];
}

const moved = ([x, y]: Point, [a, b, c, d, e, f]: Matrix): Point => [a * x + c * y + e, b * x + d * y + f];

function corners([x = 0, y = 0, width = 0, height = 0]: readonly number[]): Point[] {
  return [
    [x, y],
    [x + width, y],
    [x + width, y + height],
    [x, y + height],
  ];
}

function pairs(numbers: readonly number[]): Point[] {
  const points: Point[] = [];
  for (let at = 0; at + 1 < numbers.length; at += 2) points.push([numbers[at] as number, numbers[at + 1] as number]);
  return points;
}

function boxOf(points: readonly Point[]): DrawnBox {
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}

/** The box that holds both. */
export function around(one: DrawnBox | undefined, other: DrawnBox): DrawnBox {
  if (!one) return other;
  const [left, lower, right, upper] = one;
  return [Math.min(left, other[0]), Math.min(lower, other[1]), Math.max(right, other[2]), Math.max(upper, other[3])];
}

/** What both have in common; undefined if they have nothing in common. */
function within([left, lower, right, upper]: DrawnBox, other: DrawnBox): DrawnBox | undefined {
  const box: DrawnBox = [
    Math.max(left, other[0]),
    Math.max(lower, other[1]),
    Math.min(right, other[2]),
    Math.min(upper, other[3]),
  ];
  return box[0] <= box[2] && box[1] <= box[3] ? box : undefined;
}
