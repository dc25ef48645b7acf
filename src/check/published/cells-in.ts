import type { Report } from '../../report/report.ts';
import type { PrintedCell, PublishedOrigin } from '../../source/published.ts';

/** A cell of a published file with its dotted path. */
export type CellAt = readonly [path: string, cell: PrintedCell];

/** The cells of a report that a published file shows in a given way, in printed order. */
export const cellsIn = (report: Report, { cells }: PublishedOrigin, state: PrintedCell['state']): CellAt[] =>
  [...report.cells.keys()].flatMap((path): CellAt[] => {
    const cell = cells.get(path);
    return cell?.state === state ? [[path, cell]] : [];
  });

/** The printed name of a cell. */
export const nameOf = (report: Report, path: string): string => report.cells.get(path)?.name ?? path;
