import { type FeeField, INFORMATION_PROCESSING_FEE } from '../../../form/fee.ts';
import { getIn } from '../../../report/access.ts';
import type { Cell } from '../../../report/cell.ts';
import { fenOf } from '../../../report/money.ts';
import type { Report } from '../../../report/report.ts';

/** The cell of a number of the information processing fee, if the file has it; its state may be unknown. */
export const feeCell = ({ cells }: Report, field: FeeField): Cell | undefined =>
  cells.get(`${INFORMATION_PROCESSING_FEE.path}.${field}`);

/** Whether the file has the key of the fee, with a valid value or not. */
export const hasFeeFigures = ({ data }: Report): boolean => getIn(data, INFORMATION_PROCESSING_FEE.path) !== undefined;

/** A count, or an amount in 分; undefined if it is missing or not known. */
export function feeAmount(cell: Cell | undefined): bigint | undefined {
  if (!cell) return undefined;
  return cell.value === undefined ? fenOf(cell) : BigInt(cell.value);
}
