import {
  DECISIONS,
  GROUPS,
  LITIGATION,
  ORGANIZATIONS,
  type Procedure,
  type Quantity,
  type Result,
} from './quantity.ts';

const RESULTS: readonly Result[] = ['upheld', 'corrected', 'other_result', 'pending'];

/** The rows of the groups of table 三. */
const ROWS: Readonly<Record<string, readonly string[]>> = {
  not_disclosed: [
    'state_secret',
    'prohibited_by_law',
    'security_and_stability',
    'third_party_rights',
    'internal_affairs',
    'process_information',
    'enforcement_case_file',
    'administrative_query',
  ],
  unable_to_provide: ['not_held', 'requires_creation', 'unclear_after_supplement'],
  not_processed: [
    'petition_or_complaint',
    'duplicate',
    'published_material',
    'excessive_repetition',
    'confirmation_or_reissue',
  ],
  other_handling: ['supplement_overdue', 'fee_unpaid', 'other'],
};

/** The numbers that stand beside one in the form: the other rows of its group, the other applicants, the other results. */
export function siblingsOf(quantity: Quantity): readonly Quantity[] {
  switch (quantity.about) {
    case 'outcomes':
      return otherOutcomes(quantity.rows).map((row) => ({ about: 'outcomes', rows: [row] }));
    case 'applicants': {
      const all = quantity.applicant === 'organizations' ? [] : ORGANIZATIONS;
      const others = (['natural_person', ...all] as const).filter(
        (one) => one !== quantity.applicant && !quantity.plus?.includes(one),
      );
      const named = quantity.applicant === 'natural_person' ? [...others, 'organizations' as const] : others;
      return named.map((applicant) => ({ ...quantity, applicant, plus: undefined }));
    }
    case 'decisions':
      return DECISIONS.filter((one) => !quantity.decisions.includes(one)).map((one) => ({
        about: 'decisions',
        decisions: [one],
      }));
    case 'procedures':
      return quantity.result
        ? RESULTS.filter((one) => one !== quantity.result).map((result) => ({ ...quantity, result }))
        : otherProcedures(quantity.procedures).map((procedures) => ({ about: 'procedures', procedures }));
    default:
      return [];
  }
}

function otherOutcomes(own: readonly string[]): readonly string[] {
  const groups = new Set(own.map((row) => (row.includes('.') ? row.split('.')[0] : '')));
  const [group = ''] = groups;
  if (groups.size !== 1) return [];
  const all = group === '' ? GROUPS : (ROWS[group] ?? []).map((row) => `${group}.${row}`);
  return all.filter((row) => !own.includes(row));
}

function otherProcedures(own: readonly Procedure[]): readonly (readonly Procedure[])[] {
  const [only] = own;
  if (own.length === 1 && only === 'reconsideration') return [LITIGATION];
  if (own.length === 1) return [LITIGATION.filter((one) => one !== only)];
  return own.length === 2 && !own.includes('reconsideration') ? [['reconsideration']] : [];
}
