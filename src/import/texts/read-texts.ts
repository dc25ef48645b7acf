import type { PublishedDocument } from '../document.ts';
import type { TablesReading, TextsReading } from '../reading.ts';

/** Finds the sections, parts and facts of a report in the texts of a document. The blocks of the tables are known. */
export function readTexts(_document: PublishedDocument, _tables: TablesReading): TextsReading {
  return { facts: [], texts: [], parts: new Map(), leftovers: [] };
}
