import { proseFields } from '../prose/fields.ts';
import type { ComparedReport } from './read.ts';

/** The sections whose text the program writes if a report has none; a page or document that it made then has them. */
const WRITTEN = ['preface', 'other_matters'] as const;

/** The sections that a report file leaves to the program and the published file has: there is nothing to compare them with. */
export function generatedSections(before: ComparedReport, after: ComparedReport): string[] {
  const [file, read] = before.source.published ? [after, before] : [before, after];
  if (file.source.published || !read.source.published) return [];
  const written = new Set(proseFields(file.report).map(({ path }) => path[0]));
  return WRITTEN.filter((section) => !written.has(section));
}
