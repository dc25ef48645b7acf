import { CASE, governs, quantityOf } from '../counted.ts';
import { isOutside, type Token } from '../lex/token.ts';
import type { Mention } from '../mention.ts';
import { type Cells, cellsOf, DECISIONS, PROCEDURES, type Quantity, WHOLES } from '../quantity.ts';
import type { Operand } from '../statement.ts';
import { CASE_UNITS } from '../vocabulary/units.ts';

export const T = 'applications.outcomes.total.total';
export const R = 'applications.received.total';
export const O = 'applications.carried_over.total';

export const operands = (lists: readonly Cells[]): Operand[] => lists.map((cells) => ({ cells }));

/** The words behind 占 name the whole. */
export const isNamed = (named: readonly Token[]): boolean => named.some((token) => governs(token));

/** The totals that a quantity can be a share of; undefined if the words behind 占 are not understood. */
export function wholesOf(
  quantity: Quantity | undefined,
  named: readonly Token[],
  { context, figure }: Mention,
  before: readonly Mention[],
): readonly Cells[] | undefined {
  if (named.some((one) => isOutside(one) || one.role === 'business' || one.role === 'time')) return undefined;
  if (isNamed(named)) {
    const event = named.findLast(({ role }) => role === 'event')?.value;
    if (event === 'finished' || event === 'answered') return quantity?.about === 'procedures' ? undefined : [[T]];
    const about = event ? { ...context, subject: { of: 'requests' } as const } : context;
    const whole = quantityOf(named, CASE, about);
    return whole && cellsOf(whole);
  }
  switch (quantity?.about) {
    case 'outcomes':
      return wholesOfOutcome(quantity.rows, before);
    case 'applicants':
      return WHOLES;
    case 'procedures':
      return cellsOf({ about: 'procedures', procedures: quantity.result ? quantity.procedures : PROCEDURES });
    case 'requests':
      return ['finished', 'answered', 'carried_forward', 'carried'].includes(quantity.event) ? [[R, O], [R]] : WHOLES;
    case 'decisions':
      return cellsOf({ about: 'decisions', decisions: DECISIONS });
    case undefined:
      return context.subject?.of === 'requests' && CASE_UNITS.includes(figure.unit) ? WHOLES : [];
    default:
      return [];
  }
}

/** 不予处理的124件中，重复申请占25%: a row is a share of its group if that was named, else of the group or all. */
function wholesOfOutcome(rows: readonly string[], before: readonly Mention[]): readonly Cells[] {
  const [group = ''] = rows.map((row) => (row.includes('.') ? (row.split('.')[0] as string) : ''));
  if (group === '') return WHOLES;
  const isNamed = before.some(
    (one) => one.quantity?.about === 'outcomes' && one.quantity.rows.length === 1 && one.quantity.rows[0] === group,
  );
  const own = cellsOf({ about: 'outcomes', rows: [group] });
  return isNamed ? own : [...WHOLES, ...own];
}
