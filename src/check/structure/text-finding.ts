import type { Finding, Range } from '../../diagnostics/diagnostic.ts';
import type { ProseField } from '../../prose/fields.ts';

/** Finds pieces of a text in the file one after another: each search starts after the previous piece. */
export type PlaceText = (field: ProseField) => (piece: string) => Range | undefined;

export function textFinding(field: ProseField, range: Range | undefined, said: Omit<Finding, 'path'>): Finding {
  return { ...said, path: field.path, ...(range && { range }) };
}
