import { groupsThatMayBeRows } from './editions.ts';
import type { FormDef } from './types.ts';
import { cellName, formCells } from './walk.ts';

/**
 * What becomes of a cell of an older edition of the form in a newer one.
 * - `same`: the newer form has it under the same name
 * - `renamed`: it has it under another name
 * - `to-divide`: its row has become a group of rows; it stays one row until a person divides its number
 * - `dropped`: the newer form does not ask for it
 */
export interface CarriedCell {
  readonly path: string;
  readonly name: string;
  readonly kind: 'same' | 'renamed' | 'to-divide' | 'dropped';
  /** Its name in the newer form; empty if it was dropped. */
  readonly newName: string;
}

/** Every cell of the older form, in printed order, and the cells of the newer one that nothing is carried to. */
export function carriedCells(older: FormDef, newer: FormDef): { cells: CarriedCell[]; missing: Map<string, string> } {
  const [old, now] = [formCells(older), formCells(newer)];
  const divided = groupsThatMayBeRows(newer);
  const groupOf = (path: string) => divided.find((group) => path.startsWith(`${group}.`));
  const cells = [...old].map(([path, placed]): CarriedCell => {
    const name = cellName(placed);
    const found = now.get(path);
    if (!found)
      return { path, name, kind: groupOf(path) ? 'to-divide' : 'dropped', newName: groupOf(path) ? name : '' };
    const newName = cellName(found);
    return { path, name, kind: name === newName ? 'same' : 'renamed', newName };
  });
  const left = [...now].filter(([path]) => !old.has(path) && !groupOf(path));
  return { cells, missing: new Map(left.map(([path, placed]) => [path, cellName(placed)])) };
}
