import { editionById } from '../../src/form/editions.ts';
import type { FormDef } from '../../src/form/types.ts';
import { formCells } from '../../src/form/walk.ts';
import type { FilePlace } from '../../src/import/document.ts';
import type { ImportedCell, PublishedReading } from '../../src/import/reading.ts';

export type CellPart = Partial<Omit<ImportedCell, 'path'>>;

export const place: FilePlace = { page: 3, table: 2, row: 5, column: 4 };

/** A reading in which every cell is plainly 0 unless `cells` says otherwise. */
export function readingWith({
  form = editionById('2021') as FormDef,
  cells = {},
  ...texts
}: {
  readonly form?: FormDef;
  readonly cells?: Readonly<Record<string, CellPart>>;
} & Partial<PublishedReading['texts']> &
  Partial<Pick<PublishedReading, 'source'>> & {
    readonly tables?: Partial<PublishedReading['tables']>;
  } = {}): PublishedReading {
  const all = [...formCells(form).keys()].map((path): [string, ImportedCell] => [path, cellOf(path, cells[path])]);
  const others = Object.entries(cells)
    .filter(([path]) => !all.some(([known]) => known === path))
    .map(([path, cell]): [string, ImportedCell] => [path, cellOf(path, cell)]);
  const { tables, source, ...found } = texts;
  return {
    file: '年报.html',
    format: 'html',
    tables: {
      form,
      hybrid: [],
      cells: new Map([...all, ...others]),
      missing: [],
      remarks: [],
      used: new Map(),
      leftovers: [],
      ...tables,
    },
    texts: { facts: [], texts: [], parts: new Map(), leftovers: [], placed: [], ...found },
    ...(source && { source }),
  };
}

export const fact = (path: string, value: string, confidence: 'sure' | 'doubtful' = 'sure') => ({
  path,
  value,
  confidence,
  text: value,
  place,
});

/** Plainly 0 unless `part` says otherwise; an unknown cell has no value. */
const cellOf = (path: string, part?: CellPart): ImportedCell => ({
  path,
  ...(part?.confidence !== 'unknown' && { value: '0' }),
  text: '0',
  confidence: 'sure',
  reason: 'plain',
  ...part,
});
