import { EDITIONS } from '../../form/editions.ts';
import type { FormDef } from '../../form/types.ts';
import { formCells } from '../../form/walk.ts';
import type { PublishedDocument } from '../document.ts';
import type { TablesReading } from '../reading.ts';

/** Finds the tables of the form in a document by the labels of their rows and columns, and reads their numbers. */
export function readTables(_document: PublishedDocument): TablesReading {
  const form = EDITIONS[EDITIONS.length - 1] as FormDef;
  const cells = new Map(
    [...formCells(form).keys()].map((path) => [
      path,
      { path, text: '', confidence: 'unknown', reason: 'missing' } as const,
    ]),
  );
  return {
    form,
    hybrid: [],
    cells,
    missing: form.tables.map(({ key }) => key),
    remarks: [],
    used: new Map(),
    leftovers: [],
  };
}
