import { type FeeField, INFORMATION_PROCESSING_FEE } from '../../../form/fee.ts';
import { getIn } from '../../../report/access.ts';
import type { Cell } from '../../../report/cell.ts';
import { fenOf } from '../../../report/money.ts';
import type { Report } from '../../../report/report.ts';

/** A figure of the information processing fee, where it is written; its state may be unknown. */
export const feeCell = ({ cells }: Report, field: FeeField): Cell | undefined =>
  cells.get(`${INFORMATION_PROCESSING_FEE.path}.${field}`);

/** Is anything written under the fee's key, right or wrong? */
export const hasFeeFigures = ({ data }: Report): boolean => getIn(data, INFORMATION_PROCESSING_FEE.path) !== undefined;

/** A count, or an amount in 分; undefined where it is not written or not known. */
export function feeAmount(cell: Cell | undefined): bigint | undefined {
  if (!cell) return undefined;
  return cell.value === undefined ? fenOf(cell) : BigInt(cell.value);
}
