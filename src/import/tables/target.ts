import type { BlockDef, ColumnDef, FormDef, HeaderDef, TableDef } from '../../form/types.ts';
import { leafColumns, type PlacedRow, tableRows } from '../../form/walk.ts';
import { likeness, spellings } from './labels.ts';

/** A row or column of the form as it is looked for: by its own label and those of the groups around it. */
export interface Target {
  /** The path of a row, the key of a column, or the path of a cell, depending on what is looked for. */
  readonly key: string;
  /** The spellings of its label. */
  readonly names: readonly string[];
  /** The same behind the labels of its groups. */
  readonly chains: readonly string[];
  /** The labels of the groups around it. */
  readonly groups: readonly string[];
}

const target = (key: string, label: string, groups: readonly string[]): Target => {
  const own = spellings(label);
  const around = groups.map((_, index) =>
    groups
      .slice(index)
      .map((group) => spellings(group)[0] ?? '')
      .join(''),
  );
  const chains = own.flatMap((name) => around.map((chain) => chain + name));
  return { key, names: own, chains, groups: groups.flatMap(spellings) };
};

const groupLabels = (row: PlacedRow): string[] => row.groups.map(({ label }) => label);

/** What a function makes of a part of a form, made only once: the parts of a form are few and never change. */
export function once<Part extends object, Made>(make: (part: Part) => Made): (part: Part) => Made {
  const known = new WeakMap<Part, Made>();
  return (part) => {
    const made = known.get(part) ?? make(part);
    known.set(part, made);
    return made;
  };
}

/** The rows of a table. */
export const rowTargets = once((table: TableDef): readonly Target[] =>
  tableRows(table).map((row) => target(row.path, row.row.label, groupLabels(row))),
);

/** The columns of a block. */
export const columnTargets = once((block: BlockDef): readonly Target[] => {
  const walk = (header: readonly HeaderDef[], groups: readonly string[]): Target[] =>
    header.flatMap((entry) =>
      'columns' in entry ? walk(entry.columns, [...groups, entry.label]) : [target(entry.key, entry.label, groups)],
    );
  return walk(block.columns, []);
});

/** The cells of a table that has its rows next to each other: each is a column. */
export const cellTargets = once((table: TableDef): readonly Target[] =>
  tableRows(table).flatMap((row) =>
    row.columns.map((column) =>
      target(`${row.path}.${column.key}`, column.label, [...groupLabels(row), row.row.label]),
    ),
  ),
);

/** Every text that the tables of a form have besides numbers, in plain spelling. */
export function formTexts(form: FormDef): Set<string> {
  const headers = (header: readonly HeaderDef[]): string[] =>
    header.flatMap((entry) => [entry.label, ...('columns' in entry ? headers(entry.columns) : [])]);
  const labels = form.tables.flatMap((table) => [
    table.label,
    table.corner ?? '',
    ...table.blocks.flatMap((block) => [block.heading ?? '', block.rowHeader ?? '', ...headers(block.columns)]),
    ...tableRows(table).flatMap((row) => [row.row.label, ...groupLabels(row)]),
  ]);
  return new Set(labels.flatMap(spellings));
}

/** The columns of numbers of a block by key. */
export const columnsByKey = (block: BlockDef): Map<string, ColumnDef> =>
  new Map(leafColumns(block.columns).map((column) => [column.key, column]));

/** How well a text fits each target, and which groups it names. */
export interface Fit {
  readonly own: readonly number[];
  /** For each target: the text is the label of one of its groups. */
  readonly group: readonly boolean[];
  readonly anyGroup: boolean;
}

const GROUP_LIKENESS = 0.8;
/** Labels behind the same group are much alike, so they have to be nearly equal. */
const CHAIN_LIKENESS = 0.9;

/** More texts than the labels around any report. */
const MOST_TEXTS = 2000;

/** Compares texts with targets; every text only once, for the same labels come again in every way to read a grid. */
export const fitter = once((targets: readonly Target[]): ((text: string) => Fit) => {
  const known = new Map<string, Fit>();
  return (text) => {
    const found = known.get(text);
    if (found) return found;
    if (known.size > MOST_TEXTS) known.clear();
    const group = targets.map(({ groups }) => groups.some((label) => likeness(text, label) >= GROUP_LIKENESS));
    const own = targets.map(({ names, chains }) => {
      const chain = Math.max(0, ...chains.map((name) => likeness(text, name)));
      return Math.max(chain >= CHAIN_LIKENESS ? chain : 0, ...names.map((name) => likeness(text, name)));
    });
    const fit = { own, group, anyGroup: group.some(Boolean) };
    known.set(text, fit);
    return fit;
  };
});
