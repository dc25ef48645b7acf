import type { ContentBlock, ContentGrid, ContentText, DocumentProperties } from '../../../src/import/document.ts';
import type { TablesReading, TextsReading } from '../../../src/import/reading.ts';
import { readTables } from '../../../src/import/tables/read-tables.ts';
import { readTexts } from '../../../src/import/texts/read-texts.ts';

/** A table of the form, of which only the place matters here. */
export const TABLES = {
  2: 'active_disclosure',
  3: 'applications',
  4: 'reconsideration_and_litigation',
} as const;

/** A number is a table of the form: 2, 3 or 4. Rows of cells are another table. */
export type Written = string | keyof typeof TABLES | readonly (readonly string[])[] | Partial<ContentText>;

export function grid(rows: readonly (readonly string[])[], table = 1): ContentGrid {
  const cells = rows.flatMap((row, y) =>
    row.map((text, x) => ({ row: y, column: x, rowSpan: 1, columnSpan: 1, text })),
  );
  return {
    kind: 'grid',
    rows: rows.length,
    columns: Math.max(0, ...rows.map((row) => row.length)),
    cells,
    place: { table },
  };
}

function block(written: Written): ContentBlock {
  if (typeof written === 'number') return grid([['表']]);
  if (typeof written === 'string') return { kind: 'text', text: written, place: {} };
  return Array.isArray(written) ? grid(written) : { kind: 'text', text: '', place: {}, ...(written as object) };
}

/** Reads a document; the tables of the form in it are known, and what the reader of the tables left over. */
export function read(
  document: readonly Written[],
  properties: DocumentProperties = {},
  { rows, left = [] }: { rows?: readonly (readonly string[])[]; left?: readonly string[] } = {},
): TextsReading {
  const used = new Map(
    document.flatMap((one, index) => (typeof one === 'number' ? [[index, TABLES[one]] as const] : [])),
  );
  const blocks = document.map((one) => (rows && typeof one === 'number' ? grid(rows) : block(one)));
  const published = { blocks, properties };
  const tables: TablesReading = {
    ...readTables({ blocks: [], properties: {} }),
    used,
    missing: Object.values(TABLES).filter((key) => ![...used.values()].includes(key)),
    leftovers: left.map((text) => ({ text, place: {} })),
  };
  return readTexts(published, tables);
}

/** A reading as plain data: texts and facts by path, parts as `aspect|heading|text`. `?` is behind a doubtful fact. */
export function plain({ facts, texts, parts, leftovers }: Omit<TextsReading, 'placed'>) {
  return {
    texts: Object.fromEntries(texts.map(({ path, text }) => [path, text])),
    parts: Object.fromEntries(
      [...parts].map(([section, all]) => [
        section,
        all.map(({ aspect = '', heading, text }) => `${aspect}|${heading}|${text}`),
      ]),
    ),
    facts: Object.fromEntries(
      facts.map(({ path, value, confidence }) => [path, confidence === 'sure' ? value : `${value}?`]),
    ),
    leftovers: leftovers.filter(({ furniture }) => !furniture).map(({ text }) => text),
    furniture: leftovers.filter(({ furniture }) => furniture).map(({ text }) => text),
  };
}
