import { EDITIONS, editionById, editionForYear, groupsThatMayBeRows, withGroupsAsRows } from '../form/editions.ts';
import { type Equation, formEquations } from '../form/equations.ts';
import type { FormDef } from '../form/types.ts';
import { usualTitle } from '../form/usual-title.ts';
import { tableRows } from '../form/walk.ts';
import { getIn, isData, textIn } from './access.ts';
import type { Cell } from './cell.ts';
import { readCells } from './read-cells.ts';
import { computeTotals } from './totals.ts';

/** A report file that was read by its form. */
export interface Report {
  /** The content of the file as plain data. */
  readonly data: unknown;
  /** Its form; groups that the report prints as one row are rows. */
  readonly form: FormDef;
  /** Dotted paths of the groups that this report prints as one row; usually empty. */
  readonly hybrid: readonly string[];
  readonly equations: readonly Equation[];
  /** Every number by its dotted path, in printed order. */
  readonly cells: ReadonlyMap<string, Cell>;
  readonly year: number | undefined;
  readonly agencyName: string;
  readonly title: string;
  /** Unknown cells that can only be 0, because of the other rows and columns; only for reading the prose. */
  readonly zeros?: ReadonlySet<string>;
  /** The report for the year before, if known. */
  readonly previous?: Report;
}

/**
 * Makes a report from plain data. Never throws: a value that cannot be understood is unknown, and the checks report it.
 * `previous` is used only if it is for the year before.
 */
export function readReport(data: unknown, previous?: Report): Report {
  const year = yearOf(data);
  const edition = editionOf(data, year);
  const hybrid = groupsThatMayBeRows(edition).filter((path) => isWrittenAsRow(data, edition, path));
  const form = withGroupsAsRows(edition, new Set(hybrid));
  const equations = formEquations(form);
  const cells = readCells(data, form);
  computeTotals(cells, equations);
  const agencyName = textIn(data, 'agency.name') ?? '';
  const title = textIn(data, 'title') ?? usualTitle(agencyName, year ?? '');
  const isYearBefore = previous !== undefined && year !== undefined && previous.year === year - 1;
  return { data, form, hybrid, equations, cells, year, agencyName, title, ...(isYearBefore && { previous }) };
}

// The schema reports a year in quotes; it still decides the form.
function yearOf(data: unknown): number | undefined {
  const year = textIn(data, 'year') ?? '';
  return /^[0-9]{4}$/.test(year) ? Number(year) : undefined;
}

/** The edition that the file names; otherwise that of its year; otherwise the newest. */
function editionOf(data: unknown, year: number | undefined): FormDef {
  const named = editionById(textIn(data, 'form') ?? '');
  const newest = EDITIONS[EDITIONS.length - 1] as FormDef;
  return named ?? (year === undefined ? undefined : editionForYear(year)) ?? newest;
}

/** Whether the group at `path` is written as one row of columns. It is not if any of its own rows is written. */
function isWrittenAsRow(data: unknown, form: FormDef, path: string): boolean {
  const value = getIn(data, path);
  if (!isData(value)) return false;
  const rows = form.tables.flatMap(tableRows).filter((row) => row.path.startsWith(`${path}.`));
  const columns = rows[0]?.columns ?? [];
  return columns.some(({ key }) => Object.hasOwn(value, key)) && !rows.some(({ row }) => Object.hasOwn(value, row.key));
}

/** A report and the one for the year before, where it is known: what checks and statements compare. */
export interface Years {
  readonly report: Report;
  readonly previous?: Report | undefined;
}
