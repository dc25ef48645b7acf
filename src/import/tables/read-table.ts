import type { Equation } from '../../form/equations.ts';
import type { TableDef } from '../../form/types.ts';
import { tableRows } from '../../form/walk.ts';
import type { ImportedCell } from '../reading.ts';
import type { DraftTable } from './draft.ts';
import { confirmed, doubted } from './judge-by-sums.ts';
import type { Way } from './line-cells.ts';
import { readCells } from './read-cells.ts';
import { readMatrix } from './read-matrix.ts';
import { readSideBySide } from './read-side-by-side.ts';
import { withLostCells } from './row-ends.ts';
import { balance } from './sums.ts';
import { withoutLines } from './unruled.ts';
import { turned, type View } from './view.ts';
import { provedZeros } from './zeros.ts';

/** A table that was found, and how its grid is read in other ways. */
export interface FoundTable {
  readonly draft: DraftTable;
  readonly again: (way: Way) => DraftTable;
}

/** A table with its values. */
export interface ReadTable {
  readonly draft: DraftTable;
  readonly cells: ReadonlyMap<string, ImportedCell>;
  /** The cells that were read in another way than by the headers. */
  readonly shifted: readonly string[];
  /** The way that was taken. */
  readonly way: Way;
}

/** Finds a table by its labels in every way in which it may be laid out, and keeps the way that finds most. */
export function findTable(table: TableDef, views: readonly View[]): FoundTable {
  const around = views.map(turned);
  const sideBySide = table.layout === 'side-by-side';
  const [own, other] = sideBySide ? [readSideBySide, readMatrix] : [readMatrix, undefined];
  const found = (read: typeof readMatrix, from: readonly View[]): FoundTable => ({
    draft: read(table, from),
    again: (way) => read(table, from, way),
  });
  const first = found(own, views);
  if (first.draft.cells.size >= cellCount(table)) return first;
  const more = other ? [found(other, views), found(other, around)] : [];
  const all = [first, found(own, around), ...more];
  return all.reduce((best, one) => (one.draft.cells.size > best.draft.cells.size ? one : best));
}

/** The number of cells of a table. */
export const cellCount = (table: TableDef): number =>
  tableRows(table).reduce((sum, { columns }) => sum + columns.length, 0);

/** Reads the values of a table that was found, in the way in which its sums hold. */
export function readTable(found: FoundTable, equations: readonly Equation[]): ReadTable {
  const straight = { draft: found.draft, cells: readCells(found.draft), shifted: [], way: 'headers' } as const;
  const other = isPlain(straight, equations) ? [] : OTHER_WAYS.map((way) => readAgain(found, way, straight));
  const best = other.reduce<ReadTable>((one, next) => (clearlyBetter(next, one, equations) ? next : one), straight);
  const cells = new Map(best.cells);
  for (const path of provedZeros(cells, equations)) {
    const cell = cells.get(path);
    if (cell) cells.set(path, { ...cell, value: '0', confidence: 'doubtful', reason: 'proved-zero' });
  }
  const judged = doubted(withLostCells(best.draft, confirmed(best.draft, cells, equations), equations), equations);
  return { ...best, cells: withoutLines(best.draft, judged, equations) };
}

/** Every cell has a number and every sum holds: no other way can be better. */
const isPlain = ({ cells, draft }: ReadTable, equations: readonly Equation[]): boolean =>
  cells.size === cellCount(draft.table) &&
  [...cells.values()].every(({ value }) => value !== undefined) &&
  balance(cells, equations).broken === 0;

const OTHER_WAYS: readonly Way[] = ['order', 'written', 'lines'];

function readAgain(found: FoundTable, way: Way, straight: ReadTable): ReadTable {
  const draft = found.again(way);
  const cells = readCells(draft);
  const shifted = [...draft.cells.values()].flatMap(({ path, cells: own }) => {
    const before = straight.draft.cells.get(path)?.cells;
    return own.length === before?.length && own.every(({ cell }, index) => cell === before[index]?.cell) ? [] : [path];
  });
  for (const path of shifted) {
    const cell = cells.get(path);
    if (cell?.value !== undefined) cells.set(path, { ...cell, confidence: 'doubtful', reason: 'shifted' });
  }
  return { draft, cells, shifted, way };
}

/** So many more sums have to hold before another way to read a grid is taken. */
const CLEARLY_MORE = 3;

function clearlyBetter(one: ReadTable, other: ReadTable, equations: readonly Equation[]): boolean {
  const [mine, yours] = [balance(one.cells, equations), balance(other.cells, equations)];
  const gain = mine.hold - mine.broken - (yours.hold - yours.broken);
  return one.shifted.length > 0 && gain >= CLEARLY_MORE && mine.broken * 2 <= yours.broken;
}
