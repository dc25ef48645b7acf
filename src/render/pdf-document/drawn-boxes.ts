/** Edges in the units of the page, from its lower left corner. */
export type DrawnBox = readonly [left: number, lower: number, right: number, upper: number];
type Matrix = readonly [number, number, number, number, number, number];
type Point = readonly [number, number];

const SAME: Matrix = [1, 0, 0, 1, 0, 0];
const EVERYWHERE: DrawnBox = [-Infinity, -Infinity, Infinity, Infinity];
const PATHS = new Set(['m', 'l', 'c', 'v', 'y']);
const PAINTS = new Set(['f', 'f*', 'F', 'S', 's', 'B', 'B*', 'b', 'b*']);
/** How far a letter reaches above and below its line, in its size. */
const ABOVE = 0.9;
const BELOW = 0.25;

/**
 * Where on the page each of the marked contents in `wanted` is drawn, by number. `content` are the operators of a page as
 * Chrome writes them. A letter counts as one em wide; what is clipped away does not count.
 */
export function drawnBoxes(content: string, wanted: ReadonlySet<number>): Map<number, DrawnBox> {
  const drawing = new Drawing(wanted);
  let operands: string[] = [];
  for (const token of content.split(/\s+/)) {
    if (/^[-+.\d/<[\]]/.test(token)) operands.push(token);
    else {
      drawing.run(token, operands);
      operands = [];
    }
  }
  return drawing.boxes;
}

class Drawing {
  readonly boxes = new Map<number, DrawnBox>();
  private readonly wanted: ReadonlySet<number>;
  private state = { matrix: SAME, clip: EVERYWHERE };
  private readonly saved: { matrix: Matrix; clip: DrawnBox }[] = [];
  private readonly marks: (number | undefined)[] = [];
  private path: Point[] = [];
  private clips = false;
  private line = SAME;
  private size = 0;

  constructor(wanted: ReadonlySet<number>) {
    this.wanted = wanted;
  }

  run(operator: string, operands: readonly string[]): void {
    const numbers = operands.map(Number);
    if (operator === 'q') this.saved.push(this.state);
    else if (operator === 'Q') this.state = this.saved.pop() ?? this.state;
    else if (operator === 'cm') this.state = { ...this.state, matrix: times(matrixOf(numbers), this.state.matrix) };
    else if (operator === 'BMC') this.marks.push(undefined);
    else if (operator === '>>BDC') this.marks.push(operands.includes('<</MCID') ? numbers.at(-1) : undefined);
    else if (operator === 'EMC') this.marks.pop();
    else if (operator === 'Do') this.draw(corners([0, 0, 1, 1]).map((point) => this.placed(point)));
    else if (!this.paint(operator, numbers)) this.write(operator, operands, numbers);
  }

  /** Operators of paths. */
  private paint(operator: string, numbers: readonly number[]): boolean {
    if (operator === 're') this.path.push(...corners(numbers).map((point) => this.placed(point)));
    else if (PATHS.has(operator)) this.path.push(...pairs(numbers).map((point) => this.placed(point)));
    else if (operator === 'W' || operator === 'W*') this.clips = true;
    else if (operator === 'n') this.endPath();
    else if (PAINTS.has(operator)) {
      this.draw(this.path);
      this.endPath();
    } else return false;
    return true;
  }

  /** Operators of text. */
  private write(operator: string, operands: readonly string[], numbers: readonly number[]): void {
    if (operator === 'BT') this.line = SAME;
    else if (operator === 'Tf') this.size = numbers[1] ?? 0;
    else if (operator === 'Tm') this.line = matrixOf(numbers);
    else if (operator === 'Td') this.line = times(matrixOf([1, 0, 0, 1, ...numbers]), this.line);
    else if (operator === 'Tj' || operator === 'TJ') {
      // Four digits a letter; numbers between the strings move a letter by less than one.
      const em = (operands.join('').match(/[0-9A-F]+(?=>)/g) ?? []).join('').length / 4;
      const letters = corners([0, -BELOW * this.size, em * this.size, (ABOVE + BELOW) * this.size]);
      this.draw(letters.map((point) => this.placed(moved(point, this.line))));
    }
  }

  private placed(point: Point): Point {
    return moved(point, this.state.matrix);
  }

  private draw(points: readonly Point[]): void {
    const mark = this.marks.findLast((one) => one !== undefined);
    if (mark === undefined || !this.wanted.has(mark)) return;
    const box = within(boxOf(points), this.state.clip);
    if (box) this.boxes.set(mark, around(this.boxes.get(mark), box));
  }

  private endPath(): void {
    if (this.clips) this.state = { ...this.state, clip: within(boxOf(this.path), this.state.clip) ?? [0, 0, 0, 0] };
    this.clips = false;
    this.path = [];
  }
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
