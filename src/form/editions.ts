import { form2019 } from './2019/index.ts';
import { form2021 } from './2021/index.ts';
import type { FormDef, RowNodeDef } from './types.ts';
import { isRowGroup } from './walk.ts';

/** Every edition of the form, oldest first. */
export const EDITIONS = [form2019, form2021] as const satisfies readonly FormDef[];

export type EditionId = (typeof EDITIONS)[number]['id'];

/** The edition with this id; undefined if there is none. */
export const editionById = (id: string): FormDef | undefined => EDITIONS.find((form) => form.id === id);

/** The id of the one edition that a text names, such as 2021年格式. */
export function editionMeant(text: string): EditionId | undefined {
  const [id, ...others] = text.length > 60 ? [] : EDITIONS.map((form) => form.id).filter((one) => text.includes(one));
  return others.length === 0 ? id : undefined;
}

/** The edition for reports of a year; undefined before 2019. */
export function editionForYear(year: number): FormDef | undefined {
  return EDITIONS.find(({ years }: FormDef) => year >= years.from && year <= (years.to ?? Number.POSITIVE_INFINITY));
}

/** The same form with some groups as one row, as in hybrid reports. `paths` are dotted. */
export function withGroupsAsRows(form: FormDef, paths: ReadonlySet<string>): FormDef {
  if (paths.size === 0) return form;
  const convert = (node: RowNodeDef, prefix: string): RowNodeDef => {
    const path = `${prefix}.${node.key}`;
    if (!isRowGroup(node)) return node;
    if (paths.has(path)) return { key: node.key, label: node.label, description: node.description };
    return { ...node, rows: node.rows.map((child) => convert(child, path)) };
  };
  const tables = form.tables.map((table) => ({
    ...table,
    blocks: table.blocks.map((block) => ({ ...block, rows: block.rows.map((node) => convert(node, table.key)) })),
  }));
  return { ...form, tables };
}

/** Dotted paths of the groups in a form that can be one row. */
export function groupsThatMayBeRows(form: FormDef): string[] {
  const find = (node: RowNodeDef, prefix: string): string[] => {
    if (!isRowGroup(node)) return [];
    const path = `${prefix}.${node.key}`;
    return [...(node.mayBeRow ? [path] : []), ...node.rows.flatMap((child) => find(child, path))];
  };
  return form.tables.flatMap((table) => table.blocks.flatMap((b) => b.rows.flatMap((node) => find(node, table.key))));
}
