import type { Cell } from './cell.ts';
import type { Report } from './report.ts';

/** The cells at these paths, if the report's form has all of them. */
export function cellsAt<Name extends string>(
  { cells }: Report,
  paths: Readonly<Record<Name, string>>,
): Record<Name, Cell> | undefined {
  const found = Object.entries<string>(paths).map(([name, path]) => [name, cells.get(path)] as const);
  return found.every(([, cell]) => cell !== undefined) ? (Object.fromEntries(found) as Record<Name, Cell>) : undefined;
}

/** The whole numbers of these cells, if all of them are known. */
export function valuesOf<Name extends string>(
  cells: Readonly<Record<Name, Cell>>,
): Readonly<Record<Name, number>> | undefined {
  const found = Object.entries<Cell>(cells).map(([name, { value }]) => [name, value] as const);
  return found.every(([, value]) => value !== undefined)
    ? (Object.fromEntries(found) as Record<Name, number>)
    : undefined;
}
