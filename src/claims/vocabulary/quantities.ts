/**
 * The quantities in statements, each with the cells that it can mean. A candidate is a list of cells to add up; `*` means
 * every row of a group, and `-` subtracts a cell. A statement is contradicted only if no candidate equals it.
 */
export interface Quantity {
  readonly id: string;
  readonly candidates: readonly (readonly string[])[];
  /** Its words are also used for other counts, so a difference proves nothing. */
  readonly weak?: true;
}

const R = 'applications.received.total';
const O = 'applications.carried_over.total';
const T = 'applications.outcomes.total.total';
const F = 'applications.carried_forward.total';
/** The columns of 法人或其他组织. */
export const ORGANIZATIONS = [
  'commercial_enterprise',
  'research_institution',
  'public_interest_organization',
  'legal_service_institution',
  'other_organization',
];
const LITIGATION = 'reconsideration_and_litigation.litigation';
const RECONSIDERATION = 'reconsideration_and_litigation.reconsideration';
const FEE = 'other_matters.information_processing_fee';

const ACTIONS: Readonly<Record<string, Quantity['candidates']>> = {
  new: [[R]],
  received: [[R], [R, O]],
  handled: [[R, O], [T], [R]],
  finished: [[T], [T, `-${O}`], [R, O, `-${F}`]],
  carried_over: [[O]],
  carried_forward: [[F]],
};

/** The totals of which outcomes can be shares. */
export const WHOLES: Quantity['candidates'] = [[T], [R], [R, O]];

export const action = (value: string): Quantity => ({ id: value, candidates: ACTIONS[value] ?? [] });

export function applicant(value: string): Quantity {
  const columns = value === 'organizations' ? ORGANIZATIONS : [value];
  const row = (path: string) => columns.map((column) => `applications.${path}.${column}`);
  return {
    id: `applicant:${value}`,
    candidates: [row('received'), [...row('received'), ...row('carried_over')], row('outcomes.total')],
  };
}

/** A group: its own row, or all its rows. */
export const outcome = (value: string): Quantity => ({
  id: `outcome:${value}`,
  candidates: [value.split('+').map((group) => `applications.outcomes.${group}.**.total`)],
});

export const row = (value: string): Quantity => ({
  id: `row:${value}`,
  candidates: [[`applications.outcomes.${value}.total`]],
  weak: true,
});

/** 行政诉讼 means both kinds of litigation. */
export function procedure(value: string, result = 'total'): Quantity {
  const both = [`${LITIGATION}.direct.${result}`, `${LITIGATION}.after_reconsideration.${result}`];
  const only =
    value === 'direct' || value === 'after_reconsideration' ? [`${LITIGATION}.${value}.${result}`] : undefined;
  const own = only ?? (value === 'litigation' ? both : [`${RECONSIDERATION}.${result}`]);
  const candidates = value === 'both' ? [[`${RECONSIDERATION}.${result}`, ...both]] : [own];
  return { id: `${value}:${result}`, candidates };
}

/** The 2019 form has the numbers of documents issued and of documents published. */
export function document(value: string, made: string): Quantity {
  const cell = (column: string) => [`active_disclosure.${value}.${column}`];
  if (made === 'issued')
    return { id: `${value}:issued`, candidates: [cell('issued'), cell('newly_made'), cell('newly_disclosed')] };
  if (made === 'disclosed') {
    const candidates = [cell('issued'), cell('newly_disclosed'), cell('in_force'), cell('total_disclosed')];
    return { id: `${value}:disclosed`, candidates, weak: true };
  }
  return { id: `${value}:${made}`, candidates: [cell(made)] };
}

export const decision = (value: string): Quantity => ({
  id: value,
  candidates: [[`active_disclosure.${value}.decisions`]],
});

/** 行政事业性收费: in table 二, in units of ten thousand yuan. */
export const administrativeFees: Quantity = {
  id: 'administrative_fees',
  candidates: [['active_disclosure.administrative_fees.amount_wan_yuan']],
};

export const fee = (field: string): Quantity => ({ id: `fee:${field}`, candidates: [[`${FEE}.${field}`]] });

/** 收费36.5万元: the fees of table 二, those for information, or others. */
export const anyFees: Quantity = {
  id: 'any_fees',
  candidates: [...administrativeFees.candidates, ...fee('amount_collected_yuan').candidates],
  weak: true,
};
