import type { TableDef } from '../../form/types.ts';
import { tableRows } from '../../form/walk.ts';
import type { ContentBlock } from '../document.ts';
import type { ImportedCell } from '../reading.ts';
import { plainLabel, spellings } from './labels.ts';
import { readValue } from './values.ts';

/** A table that is written as lines of text. */
interface LinesTable {
  readonly cells: ReadonlyMap<string, ImportedCell>;
  /** The indexes of its blocks. */
  readonly used: readonly number[];
}

const SEPARATORS = /[\n，,；;。]|[:：](?=\s*[\p{Script=Han}（(])/u;
const VALUE = /^(.*?[\p{Script=Han}）)])\s*[:：]?\s*(\p{Nd}+\s*件?)$/u;

/**
 * Reads a table that is written as lines below the labels of its rows: 结果维持：1件. Undefined unless every cell is there
 * once and no other number stands between them. No cell is sure.
 */
export function tableInLines(
  table: TableDef,
  blocks: readonly ContentBlock[],
  isInSection: (index: number) => boolean,
): LinesTable | undefined {
  const rows = tableRows(table);
  const groups = new Set(rows.flatMap((row) => row.groups.flatMap(({ label }) => spellings(label))));
  const cells = new Map<string, ImportedCell>();
  const used: number[] = [];
  let row: (typeof rows)[number] | undefined;
  for (const [index, block] of blocks.entries()) {
    if (block.kind !== 'text' || !isInSection(index)) continue;
    for (const part of block.text.split(SEPARATORS)) {
      const label = plainLabel(part).replace(/(?:案件|情况)$/u, '');
      const named = rows.find((one) => spellings(one.row.label).includes(label));
      if (named || groups.has(label)) row = named;
      const [, words = '', number = ''] = VALUE.exec(part.trim()) ?? [];
      const column = row?.columns.find((one) => spellings(one.label).includes(plainLabel(words)));
      if (!row || !column) {
        if (used.length > 0 && number !== '') return undefined;
        continue;
      }
      const path = `${row.path}.${column.key}`;
      const { value } = readValue(number, column);
      if (value === undefined || cells.has(path)) return undefined;
      cells.set(path, {
        path,
        value,
        text: part.trim(),
        place: block.place,
        confidence: 'doubtful',
        reason: 'unruled',
      });
      used.push(index);
    }
  }
  const isWhole = cells.size === rows.reduce((sum, { columns }) => sum + columns.length, 0);
  return isWhole ? { cells, used: [...new Set(used)] } : undefined;
}
