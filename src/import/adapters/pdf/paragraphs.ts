import type { PageItem } from './page-content.ts';
import { continued, type PageLine } from './page-lines.ts';

/** The sizes that most lines of a file have. */
interface FlowMeasures {
  readonly left: number;
  readonly right: number;
  /** The height of its letters, and the distance from line to line, in points. */
  readonly size: number;
  readonly step: number;
  readonly font: string;
}

/** Lines of one paragraph. */
export interface Paragraph {
  readonly text: string;
  readonly level?: number;
}

type Line = Extract<PageItem, { kind: 'line' }>;

export function measuresOf(pages: readonly (readonly Line[])[]): FlowMeasures {
  const lines = pages.flat();
  const size = common(lines.map((line) => [Math.round(line.size * 2) / 2, line.text.length]));
  const body = lines.filter((line) => Math.abs(line.size - size) < 1);
  const steps = pages.flatMap((page) =>
    page.slice(1).map((line, index) => line.box.bottom - (page[index] as Line).box.bottom),
  );
  return {
    size,
    left: body.reduce((least, { box }) => Math.min(least, box.left), Infinity),
    right: quantile(
      body.map(({ box }) => box.right),
      0.9,
    ),
    step:
      common(steps.filter((step) => step > size * 0.8 && step < size * 3).map((step) => [Math.round(step), 1])) ||
      size * 1.5,
    font: common(body.map(({ font, text }) => [font, text.length])) || '',
  };
}

/** The value with the most weight. */
function common<T extends string | number>(values: readonly (readonly [T, number])[]): T {
  const weights = new Map<T, number>();
  for (const [value, weight] of values) weights.set(value, (weights.get(value) ?? 0) + weight);
  return [...weights].reduce((a, b) => (b[1] > a[1] ? b : a), [0 as T, 0] as [T, number])[0];
}

const quantile = (values: readonly number[], part: number): number =>
  [...values].sort((a, b) => a - b)[Math.floor((values.length - 1) * part)] ?? 0;

/** Whether a line goes on with the paragraph of the line before it. `turned`: a new page began between them. */
export function goesOn(before: PageLine, line: PageLine, all: FlowMeasures, turned: boolean): boolean {
  const em = all.size;
  if (Math.abs(before.size - line.size) > 0.12 * em || before.bold !== line.bold) return false;
  const down = line.box.bottom - before.box.bottom;
  if (before.size > 1.2 * em) return !turned && before.font === line.font && down < 2.2 * line.size;
  if (NUMBERED.test(line.text) && (/[。；：:！？]$/u.test(before.text) || before.text.length < SHORT)) return false;
  if (!turned && down > Math.max(all.step * 1.35, em * 1.2)) return false;
  if (isCentred(before, all) || isCentred(line, all)) return false;
  if (before.box.right < all.right - (1.6 + 0.55 * unbroken(before, line)) * em) return false;
  return line.box.left < all.left + 1.2 * em || Math.abs(line.box.left - before.box.left) < 0.5;
}

/** The length of the telephone number or address that begins a line because it did not fit into the line before. */
const unbroken = (before: PageLine, line: PageLine): number =>
  /[。！？]$/u.test(before.text) ? 0 : (/^[\x21-\x7e]{6,}/u.exec(line.text)?.[0].length ?? 0);

const NUMBERED = /^(?:[一二三四五六七八九十]{1,3}、|[(（][一二三四五六七八九十]{1,3}[)）])/u;
/** Characters. */
const SHORT = 20;

/** With as much room at the left as at the right. */
function isCentred({ box }: PageLine, { left, right, size }: FlowMeasures): boolean {
  const [before, after] = [box.left - left, right - box.right];
  return before > 2.5 * size && after > 2.5 * size && Math.abs(before - after) < 1.5 * size;
}

export function paragraphOf(lines: readonly PageLine[], all: FlowMeasures): Paragraph {
  const text = lines.slice(1).reduce((whole, line) => continued(whole, line.text), lines[0]?.text ?? '');
  const level = levelOf(lines, text, all);
  return level === undefined ? { text } : { text, level };
}

/** Large letters are a title; one short line in another font is a heading. */
function levelOf(lines: readonly PageLine[], text: string, all: FlowMeasures): number | undefined {
  const [line] = lines;
  if (!line || text.length > 60 || /[。；，、]$/u.test(text)) return undefined;
  if (line.size > 1.2 * all.size) return 1;
  const other = line.words.every(({ font, bold }) => font !== all.font || bold);
  return lines.length === 1 && other && text.length <= 30 && /\p{Script=Han}/u.test(text) ? 2 : undefined;
}
