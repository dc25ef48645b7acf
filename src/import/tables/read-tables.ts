import { EDITIONS, groupsThatMayBeRows, withGroupsAsRows } from '../../form/editions.ts';
import { formEquations } from '../../form/equations.ts';
import type { FormDef, TableDef } from '../../form/types.ts';
import { formCells } from '../../form/walk.ts';
import type { PublishedDocument } from '../document.ts';
import type { ImportedCell, TablesReading } from '../reading.ts';
import { contextsOf, type GridContext, yearOf } from './contexts.ts';
import type { DraftTable } from './draft.ts';
import { leftoversOf } from './leftovers.ts';
import { ownTables } from './own-tables.ts';
import { type FoundTable, findTable, readTable } from './read-table.ts';
import { remarksOf } from './remarks.ts';
import { tableInLines } from './text-lines.ts';
import { type View, viewOf } from './view.ts';
import { ofYear } from './years.ts';

/** A form as it may be printed: an edition, with some groups as one row. */
interface Variant {
  readonly form: FormDef;
  readonly hybrid: readonly string[];
}

/** Newest first: where nothing tells the edition, it is the newest without groups as rows. */
const VARIANTS: readonly Variant[] = [...EDITIONS].reverse().flatMap((form: FormDef) => {
  const groups = groupsThatMayBeRows(form);
  const { tables, ...rest } = withGroupsAsRows(form, new Set(groups));
  // Tables that are the same in both forms are looked for only once.
  const own = tables.map((table, index) =>
    groups.some((group) => group.startsWith(`${table.key}.`)) ? table : (form.tables[index] ?? table),
  );
  const hybrid = { form: { ...rest, tables: own }, hybrid: groups };
  return [{ form, hybrid: [] }, ...(groups.length > 0 ? [hybrid] : [])];
});

/** Finds the tables of the form in a document by the labels of their rows and columns, and reads their numbers. */
export function readTables(document: PublishedDocument): TablesReading {
  const year = Number(yearOf(document)) || undefined;
  const printed = document.blocks.flatMap((block, index) => (block.kind === 'grid' ? [viewOf(block, index)] : []));
  const views = printed.map((view) => ofYear(view, year));
  const ofYears = new Set(views.filter((view, index) => view !== printed[index]).map(({ grid }) => grid));
  const contexts = contextsOf(document, EDITIONS[0], ofYears);
  const own = ownYear(contexts, within(views));
  const { variant, found } = bestVariant(own);
  const equations = formEquations(variant.form);
  const tables = ownTables(document, found, { views: own, contexts }).map(({ found: one, judge }) => {
    const sums = equations.filter(({ identity }) => identity.table === one.draft.table.key);
    return judge(readTable(one, sums));
  });
  const drafts = tables.map(({ draft }) => draft);
  const lines = drafts.flatMap(({ table, cells: own }) => {
    const section = 1 + variant.form.tables.findIndex(({ key }) => key === table.key);
    const isInSection = (index: number) => contexts[index]?.section === section && !contexts[index]?.other;
    const found = own.size === 0 ? tableInLines(table, document.blocks, isInSection) : undefined;
    return found ? [{ ...found, key: table.key }] : [];
  });
  const cells = new Map([...tables, ...lines].flatMap((table) => [...table.cells]));
  const inLines = new Set(lines.map(({ key }) => key));
  return {
    form: variant.form,
    hybrid: variant.hybrid,
    cells: new Map([...formCells(variant.form).keys()].map((path) => [path, cells.get(path) ?? missing(path)])),
    missing: drafts.flatMap((draft) =>
      draft.cells.size === 0 && !inLines.has(draft.table.key) ? [draft.table.key] : [],
    ),
    remarks: tables.flatMap((table) => remarksOf(table, equations)),
    used: new Map([
      ...drafts.flatMap(({ table, views: own }) => own.map(({ block }) => [block, table.key] as const)),
      ...lines.flatMap(({ key, used }) => used.map((block) => [block, key] as const)),
    ]),
    leftovers: leftoversOf(document, drafts, variant.form),
  };
}

/** The grids without those of other years; all, if there are no others. */
function ownYear(contexts: readonly GridContext[], views: readonly View[]): readonly View[] {
  const own = views.filter(({ block }) => contexts[block]?.other !== 'year');
  return own.length > 0 ? own : views;
}

/** More grids and rows than any page has around its report. */
const MOST_GRIDS = 300;
const MOST_ROWS = 5000;

/** The first grids, up to the limits. */
function within(views: readonly View[]): View[] {
  let rows = 0;
  return views.slice(0, MOST_GRIDS).filter((view) => {
    rows += view.rows;
    return rows <= MOST_ROWS;
  });
}

const missing = (path: string): ImportedCell => ({ path, text: '', confidence: 'unknown', reason: 'missing' });

/** The variant of the form whose labels find most cells, and best. */
function bestVariant(views: readonly View[]): { variant: Variant; found: readonly FoundTable[] } {
  const known = new Map<TableDef, FoundTable>();
  const find = (table: TableDef): FoundTable => {
    const found = known.get(table) ?? findTable(table, views);
    known.set(table, found);
    return found;
  };
  const all = VARIANTS.map((variant) => {
    const found = variant.form.tables.map(find);
    return { variant, found, score: found.reduce((sum, { draft }) => sum + scoreOf(draft), 0) };
  });
  return all.reduce((best, one) => (one.score > best.score ? one : best));
}

const scoreOf = ({ cells, misprints }: DraftTable): number =>
  [...cells.values()].reduce((sum, { clear }) => sum + (clear ? 1 : 0.5), 0) - 0.1 * misprints.length;
