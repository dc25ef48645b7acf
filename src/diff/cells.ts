import { INFORMATION_PROCESSING_FEE } from '../form/fee.ts';
import { getIn } from '../report/access.ts';
import type { Cell } from '../report/cell.ts';
import { differenceOf, exactNumber } from './exact.ts';
import type { ComparedReport } from './read.ts';
import type { CellSide, ChangedCell } from './types.ts';

/** The cells that both reports have and that differ. A number that is only written in another way does not. */
export function changedCells(before: ComparedReport, after: ComparedReport): ChangedCell[] {
  const missing = [...before.missing, ...after.missing].map((table) => `${table}.`);
  const [old, now] = [before.report.cells, after.report.cells];
  const paths = new Set([...now.keys(), ...old.keys()]);
  return [...paths].flatMap((path) => {
    if (missing.some((table) => path.startsWith(table))) return [];
    const [one, other] = [
      old.get(path) ?? notWritten(now.get(path), before),
      now.get(path) ?? notWritten(old.get(path), after),
    ];
    return one && other ? compare([before, one], [after, other]) : [];
  });
}

/**
 * The numbers of the information processing fee need not be written; a published file has them only in its prose. Other cells that
 * only one form has are not compared.
 */
function notWritten(cell: Cell | undefined, { source }: ComparedReport): Cell | undefined {
  if (source.published || !cell?.path.startsWith(`${INFORMATION_PROCESSING_FEE.path}.`)) return undefined;
  const { path, name, kind, total } = cell;
  return { path, name, kind, total, state: 'unknown', reason: 'missing', text: '' };
}

type InReport = readonly [ComparedReport, Cell];

function compare(before: InReport, after: InReport): ChangedCell[] {
  const sides = { before: sideOf(...before), after: sideOf(...after) };
  const [a, b] = [exactNumber(before[1]), exactNumber(after[1])];
  const isSame = a && b ? a.value === b.value : !a && !b && sides.before.written === sides.after.written;
  if (isSame && sides.before.note === sides.after.note) return [];
  const difference = a && b && !isSame ? differenceOf(a, b) : undefined;
  const { path, name } = after[1];
  return [{ path, name, ...sides, difference }];
}

function sideOf({ report, doubts, source }: ComparedReport, { path, state, text, note, reason }: Cell): CellSide {
  const isText = state === 'unknown' && (reason === 'text' || reason === 'doubtful');
  const found = isText ? getIn(report.data, path) : undefined;
  const printed = source.published?.cells.get(path);
  const written = printed?.state === 'words' ? printed.text : typeof found === 'object' ? JSON.stringify(found) : found;
  return { state, text, note, written: written === undefined ? undefined : String(written), doubt: doubts.get(path) };
}
