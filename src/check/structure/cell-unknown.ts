import type { Finding } from '../../diagnostics/diagnostic.ts';
import { fixedRule } from '../../diagnostics/rule.ts';
import { plural, say, type Text } from '../../diagnostics/text.ts';
import { INFORMATION_PROCESSING_FEE } from '../../form/fee.ts';
import type { RowNodeDef } from '../../form/types.ts';
import { isRowGroup } from '../../form/walk.ts';
import type { Cell } from '../../report/cell.ts';
import type { Report } from '../../report/report.ts';
import { PRACTICE } from '../sources.ts';
import { type Gaps, onlyValue } from '../sums/gaps.ts';

export const cellUnknown = fixedRule({
  id: 'cell-unknown',
  title: say('每个单元格都有数，没有就写 0', 'Every cell has a number; write 0 for none'),
  why: say(
    '空白不等于零：公布出来的空白和斜杠，年年被点名。',
    'A blank is not zero. Published reports with blanks or slashes are criticized by name every year.',
  ),
  source: PRACTICE,
  example: {
    good: 'active_disclosure: { administrative_licensing: { decisions: 0 } }',
    bad: 'active_disclosure: { administrative_licensing: { decisions: null } }',
  },
});

/** A part of the form and the cells below it. */
interface FormPart {
  readonly path: string;
  readonly name: string;
  readonly cells: readonly Cell[];
  readonly parts: readonly FormPart[];
}

/** Reports every cell that is null, blank or left out. If a whole row, group or table is unknown, it gets one finding. */
export function checkUnknownCells(report: Report, gaps: Gaps): Finding[] {
  if (!hasEmpty(report)) return [];
  const rows = cellsByRow(report);
  const tables = report.form.tables.map((table) =>
    partOf(
      rows,
      table.key,
      table.label,
      table.blocks.flatMap(({ rows }) => rows),
    ),
  );
  const { path, label } = INFORMATION_PROCESSING_FEE;
  return [...tables, partOf(rows, path, label, [])].flatMap((part) => describePart(part, gaps));
}

function hasEmpty({ cells }: Report): boolean {
  for (const cell of cells.values()) if (isEmpty(cell)) return true;
  return false;
}

type Rows = ReadonlyMap<string, readonly Cell[]>;

function cellsByRow({ cells }: Report): Rows {
  const rows = new Map<string, Cell[]>();
  for (const cell of cells.values()) {
    const path = rowOf(cell.path);
    const row = rows.get(path);
    if (row) row.push(cell);
    else rows.set(path, [cell]);
  }
  return rows;
}

function partOf(rows: Rows, path: string, name: string, nodes: readonly RowNodeDef[]): FormPart {
  const parts = nodes.map((node) => partOf(rows, `${path}.${node.key}`, node.label, isRowGroup(node) ? node.rows : []));
  const own = nodes.length === 0 ? (rows.get(path) ?? []) : [];
  return { path, name, parts, cells: [...own, ...parts.flatMap(({ cells }) => cells)] };
}

const rowOf = (cellPath: string): string => cellPath.slice(0, cellPath.lastIndexOf('.'));
const isEmpty = ({ state, reason }: Cell): boolean =>
  state === 'unknown' && (reason === 'blank' || reason === 'missing');
const isLeftOutTotal = ({ reason, state, total }: Cell): boolean =>
  reason === 'total' || (total && state === 'computed');

function describePart(part: FormPart, gaps: Gaps): Finding[] {
  const needed = part.cells.filter((cell) => !isLeftOutTotal(cell));
  const one = needed.length === 1 && needed[0]?.reason === 'blank';
  if (needed.length > 0 && needed.every(isEmpty) && !one) return [partFinding(part, needed)];
  if (part.parts.length > 0) return part.parts.flatMap((inner) => describePart(inner, gaps));
  return part.cells.flatMap((cell) => cellFinding(cell, gaps));
}

function partFinding(part: FormPart, cells: readonly Cell[]): Finding {
  const missing = cells.every(({ reason }) => reason === 'missing');
  const count = cells.length;
  const message: Text = missing
    ? { zh: `没有“${part.name}”（${part.path}）`, en: `"${part.name}" (${part.path}) is missing` }
    : {
        zh: `“${part.name}”还没有填（${count} 个数）`,
        en: `"${part.name}" is not filled in (${plural(count, 'number')})`,
      };
  return {
    rule: cellUnknown.id,
    severity: cellUnknown.severity,
    path: part.path.split('.'),
    ...(missing && { at: 'key' as const }),
    message,
    hint: missing
      ? {
          zh: `补上 ${lastKey(part.path)}: 和它的数，report fix 会补上各行；确实全部是零就写 ${lastKey(part.path)}: 0`,
          en: `Add ${lastKey(part.path)}: with its numbers (report fix adds the rows); if all of them are really zero, write ${lastKey(part.path)}: 0`,
        }
      : {
          zh: `填写各列；确实全部是零就写 ${lastKey(part.path)}: 0`,
          en: `Fill in its numbers; if all of them are really zero, write ${lastKey(part.path)}: 0`,
        },
  };
}

const lastKey = (path: string): string => path.slice(path.lastIndexOf('.') + 1);

function cellFinding(cell: Cell, gaps: Gaps): Finding[] {
  if (!isEmpty(cell)) return [];
  const hint = cellHint(cell, onlyValue(gaps, cell.path));
  return [
    {
      rule: cellUnknown.id,
      severity: cellUnknown.severity,
      path: cell.path.split('.'),
      message: { zh: `“${cell.name}”是空的`, en: `"${cell.name}" is empty` },
      hint,
    },
  ];
}

function cellHint({ total }: Cell, only: number | undefined): Text {
  const remove = { zh: '连键一起删去，由程序算出', en: 'remove the key, and the tool computes it' };
  if (only === undefined) {
    if (!total) return { zh: '没有就写 0', en: 'Write 0 if there is none' };
    return { zh: `填上数；或者${remove.zh}`, en: `Give the number, or ${remove.en}` };
  }
  const known = {
    zh: `按其他行列推算是 ${only}；核实后填上`,
    en: `According to the other rows and columns it is ${only}: check this, then fill it in`,
  };
  return total ? { zh: `${known.zh}，或者${remove.zh}`, en: `${known.en}, or ${remove.en}` } : known;
}
