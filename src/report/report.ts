import { EDITIONS, editionById, editionForYear, groupsThatMayBeRows, withGroupsAsRows } from '../form/editions.ts';
import { type Equation, formEquations } from '../form/equations.ts';
import type { FormDef } from '../form/types.ts';
import { tableRows } from '../form/walk.ts';
import { getIn, isData, textIn } from './access.ts';
import type { Cell } from './cell.ts';
import { readCells } from './read-cells.ts';
import { computeTotals } from './totals.ts';

/** A report as everything after loading sees it. */
export interface Report {
  /** The file's content: plain data. */
  readonly data: unknown;
  /** The form it is written in, with the groups that it prints as one row. */
  readonly form: FormDef;
  /** Groups of the form that this report prints as one row, as dotted paths; empty for a plain report. */
  readonly hybrid: readonly string[];
  readonly equations: readonly Equation[];
  /** Every number by its dotted path, in printed order. */
  readonly cells: ReadonlyMap<string, Cell>;
  readonly year: number | undefined;
  readonly agencyName: string;
  readonly title: string;
  /** The report for the year before, where it is known. */
  readonly previous?: Report;
}

/**
 * Plain data -> a report. Never throws: what can not be understood is unknown, and the checks name it.
 * `previous` is kept only if it is for the year before.
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
  const title = textIn(data, 'title') ?? `${agencyName}${year ?? ''}年政府信息公开工作年度报告`;
  const isYearBefore = previous !== undefined && year !== undefined && previous.year === year - 1;
  return { data, form, hybrid, equations, cells, year, agencyName, title, ...(isYearBefore && { previous }) };
}

// A year in quotes is for the schema to find; it still tells which form is meant.
function yearOf(data: unknown): number | undefined {
  const year = textIn(data, 'year') ?? '';
  return /^[0-9]{4}$/.test(year) ? Number(year) : undefined;
}

/** The edition the file names, else the one of its year, else the newest. */
function editionOf(data: unknown, year: number | undefined): FormDef {
  const named = editionById(textIn(data, 'form') ?? '');
  const newest = EDITIONS[EDITIONS.length - 1] as FormDef;
  return named ?? (year === undefined ? undefined : editionForYear(year)) ?? newest;
}

/** Is the group at `path` written as one row of columns? Its own rows, where any is written, say no. */
function isWrittenAsRow(data: unknown, form: FormDef, path: string): boolean {
  const value = getIn(data, path);
  if (!isData(value)) return false;
  const rows = form.tables.flatMap(tableRows).filter((row) => row.path.startsWith(`${path}.`));
  const columns = rows[0]?.columns ?? [];
  return columns.some(({ key }) => Object.hasOwn(value, key)) && !rows.some(({ row }) => Object.hasOwn(value, row.key));
}
