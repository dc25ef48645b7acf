import type { ContentCell } from '../../document.ts';
import { bareTables } from './bare/bare-tables.ts';
import { cellText, isFull } from './cell-text.ts';
import type { Char, PageDrawing } from './drawing.ts';
import { type DrawnWord, wordsOf } from './drawn-words.ts';
import { type Box, boxAround, isIn } from './geometry.ts';
import { gridOf, type RuledGrid } from './grid.ts';
import { openTables } from './open-tables.ts';
import { linesOf, type PageLine } from './page-lines.ts';
import { edges } from './paths.ts';
import { type RuleNet, ruleNets } from './rules.ts';
import { turnedBack, turnedBox, turnedUpright } from './turn.ts';
import { watermarksOf } from './watermarks.ts';

/** A cell; `full` if not one more digit fits beside its number. */
export interface PageCell extends ContentCell {
  readonly full?: boolean;
}

/** A table as it stands on one page. */
export interface PageGrid {
  readonly box: Box;
  readonly rows: number;
  readonly columns: number;
  readonly cells: readonly PageCell[];
  /** It was found by white space only. */
  readonly guessed?: true;
}

export type PageItem = ({ readonly kind: 'line' } & PageLine) | ({ readonly kind: 'grid' } & PageGrid);

/** The content of a page from top to bottom. */
export interface PageContent {
  readonly items: readonly PageItem[];
  /** Text that stands slanted or cannot be seen, such as a watermark. */
  readonly aside: readonly string[];
  readonly height: number;
}

/** Finds the tables of a page and the lines of text around them. */
export function pageContent(drawing: PageDrawing): PageContent {
  const { chars, rules, areas, height } = turnedUpright(drawing);
  const seen = chars.filter((char) => char.angle === 0 && !char.hidden);
  const marks = watermarksOf(seen);
  const upright = seen.filter((char) => !marks.has(char));
  const words = wordsOf(upright);
  const nets = ruleNets(rules) ?? [];
  const ruled = gridsOf([...nets, ...openTables(nets, words)]);
  // Cells that are told apart by their grounds only.
  const grounds = ruled.length > 0 || areas.length > MOST_AREAS ? [] : withoutBackground(areas);
  const grids =
    grounds.length < FEWEST_AREAS
      ? ruled
      : gridsOf(ruleNets(grounds.flatMap(edges)) ?? []).filter((grid) => isRegular(grid, grounds));
  // The smallest first: a table inside a cell of another one.
  grids.sort((a, b) => areaOf(a.box) - areaOf(b.box));
  const turned = chars.filter((char) => char.angle % 90 === 0 && char.angle !== 0 && !char.hidden);
  const aside = chars.filter((char) => char.angle % 90 !== 0 || char.hidden || marks.has(char));
  const texts = sorted(words, grids);
  const turnedTexts = sorted(turned, grids);
  const items: PageItem[] = grids.flatMap((grid, index): PageItem[] => {
    const cells = cellsOf(grid, texts.inside[index] ?? [], turnedTexts.inside[index] ?? []);
    return cells.some(({ text }) => text !== '') ? [{ kind: 'grid', ...grid, cells }] : [];
  });
  const bare = grids.length === 0 ? bareTables(words) : [];
  items.push(...bare.map(({ parts: _, ...grid }): PageItem => ({ kind: 'grid', ...grid, guessed: true })));
  const used = new Set(bare.flatMap(({ parts }) => parts.flatMap((part) => part.words)));
  const outside = texts.outside.filter((word) => !used.has(word));
  const lines = linesOf(outside).map((line): PageItem => ({ kind: 'line', ...line }));
  const loose = [...aside, ...turnedTexts.outside];
  return { items: [...items, ...lines].sort((a, b) => orderOf(a) - orderOf(b)), aside: asideTexts(loose), height };
}

const gridsOf = (nets: readonly RuleNet[]): RuledGrid[] => nets.map(gridOf).filter((grid) => grid !== undefined);

/** Grounds of words in a paragraph end somewhere else in each line, and leave room between them. */
function isRegular({ rows, columns, regions }: RuledGrid, areas: readonly Box[]): boolean {
  const counts = new Array<number>(rows).fill(0);
  for (const { row } of regions) counts[row] = (counts[row] ?? 0) + 1;
  const covered = regions.filter(({ box }) =>
    areas.some((area) => isIn(area, (box.left + box.right) / 2, (box.top + box.bottom) / 2)),
  );
  const isEven = rows > 1 && columns > 1 && columns <= 3 * Math.max(...counts);
  return isEven && covered.length > 0.8 * regions.length;
}

/** Without the ground of the whole page, on which everything stands. */
function withoutBackground(areas: readonly Box[]): readonly Box[] {
  const all = boxAround(
    areas.flatMap(({ left, top, right, bottom }) => [[left, top] as const, [right, bottom] as const]),
  );
  const isAll = (area: Box) =>
    area.left <= all.left && area.top <= all.top && area.right >= all.right && area.bottom >= all.bottom;
  return areas.filter((area) => !isAll(area));
}

/** Fewer are grounds of headings. */
const FEWEST_AREAS = 6;
const MOST_AREAS = 3000;

const areaOf = ({ left, top, right, bottom }: Box): number => (right - left) * (bottom - top);

const orderOf = (item: PageItem): number =>
  item.kind === 'grid' ? item.box.top : (item.box.top + item.box.bottom) / 2;

interface Sorted<T> {
  /** For each grid: its regions with what stands in them. */
  readonly inside: readonly T[][][];
  readonly outside: readonly T[];
}

/** Puts what stands in a cell into it, by its middle. */
function sorted<T extends DrawnWord | Char>(all: readonly T[], grids: readonly RuledGrid[]): Sorted<T> {
  const inside = grids.map(({ regions }) => regions.map((): T[] => []));
  const outside: T[] = [];
  for (const one of all) {
    const x = (one.box.left + one.box.right) / 2;
    const y = (one.box.top + one.box.bottom) / 2;
    const index = grids.findIndex(({ box }) => isIn(box, x, y));
    const region = grids[index]?.regions.findIndex(({ box }) => isIn(box, x, y)) ?? -1;
    const cell = inside[index]?.[region];
    if (cell) cell.push(one);
    else outside.push(one);
  }
  return { inside, outside };
}

function cellsOf(grid: RuledGrid, upright: readonly DrawnWord[][], turned: readonly Char[][]): PageCell[] {
  return grid.regions.map(({ row, column, rowSpan, columnSpan, box }, index) => {
    const texts = [cellText(upright[index] ?? [], box), turnedText(turned[index] ?? [], box)];
    const text = texts.filter((one) => one !== '').join('\n');
    return { row, column, rowSpan, columnSpan, text, full: isFull(upright[index] ?? [], box) };
  });
}

/** The text of letters that lie on their side. */
function turnedText(chars: readonly Char[], cell: Box): string {
  const [first] = chars;
  if (!first) return '';
  const upright = chars.map((char) => turnedBack(char, first.angle));
  return cellText(wordsOf(upright), turnedBox(cell, first.angle));
}

/** Texts in the order in which they were drawn. */
function asideTexts(chars: readonly Char[]): string[] {
  const texts: string[] = [];
  let last: Char | undefined;
  for (const char of chars) {
    const near =
      last && Math.abs(last.baseline - char.baseline) + Math.abs(last.box.right - char.box.left) < 4 * char.size;
    if (near) texts[texts.length - 1] += (char.spaced ? ' ' : '') + char.text;
    else texts.push(char.text);
    last = char;
  }
  return [...new Set(texts)];
}
