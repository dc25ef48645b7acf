import type { Figure } from './figures.ts';
import type { Token } from './tokens.ts';
import type { Quantity } from './vocabulary/quantities.ts';
import * as quantities from './vocabulary/quantities.ts';
import type { Role } from './vocabulary/terms.ts';

/** What the sentences before a figure were about. */
export interface Topic {
  /** The requests of table 三. */
  requests: boolean;
  procedure: 'reconsideration' | 'litigation' | 'both' | undefined;
  /** Nothing was said so far that the vocabulary does not know. */
  plain: boolean;
  /** Other business was named in this sentence. */
  foreign: boolean;
  /** What was last said to be done with documents. */
  made: string | undefined;
}

export const newTopic = (): Topic => ({
  requests: false,
  procedure: undefined,
  plain: true,
  foreign: false,
  made: undefined,
});

const GOVERNING = new Set<string>([
  'action',
  'applicant',
  'outcome',
  'row',
  'procedure',
  'result',
  'document',
  'made',
  'decision',
  'fee',
] satisfies Role[]);
/** What requests and cases are counted in. */
export const CASES: ReadonlySet<string> = new Set(['件', '件次', '起', '个', '宗', '例', '条', '份', '笔']);
const DOCUMENTS = new Set(['件', '份', '个', '部']);
const DECISIONS = new Set(['件', '宗', '起', '例', '件次']);

export const governs = ({ role }: Token): boolean => GOVERNING.has(role);

/** What words around a figure say of it; undefined where they say nothing that is understood. */
export function quantityOf(tokens: readonly Token[], figure: Figure, topic: Topic): Quantity | undefined {
  const last = (role: Role) => tokens.findLast((token) => token.role === role);
  const has = (role: Role, value?: string) =>
    tokens.some((token) => token.role === role && (value === undefined || token.value === value));
  if (figure.kind === 'money') return money(has);
  if (figure.kind !== 'count') return undefined;
  if (has('fee')) return feeCases(has);
  const about = topic.requests || topic.plain || has('request');
  const result = last('result');
  if (result) {
    const procedure = procedureIn(tokens) ?? topic.procedure;
    return procedure && CASES.has(figure.unit) ? quantities.procedure(procedure, result.value) : undefined;
  }
  const outcome = tokens.findLast(({ role }) => role === 'outcome' || role === 'row');
  // These words are of table 三 alone.
  if (outcome) return !topic.foreign && CASES.has(figure.unit) ? outcomeOf(outcome, tokens) : undefined;
  const applicant = last('applicant');
  if (applicant) return about && CASES.has(figure.unit) ? quantities.applicant(applicant.value) : undefined;
  const document = last('document');
  if (document)
    return DOCUMENTS.has(figure.unit)
      ? quantities.document(document.value, last('made')?.value ?? topic.made ?? 'disclosed')
      : undefined;
  const decision = last('decision');
  if (decision) {
    const quantity = quantities.decision(decision.value);
    return DECISIONS.has(figure.unit) && !has('made', 'disclosed') && !has('made', 'issued')
      ? quantity
      : { ...quantity, weak: true };
  }
  const procedure = procedureIn(tokens);
  if (procedure) return CASES.has(figure.unit) ? quantities.procedure(procedure) : undefined;
  const action = actionOf(tokens.filter(({ role }) => role === 'action').map(({ value }) => value));
  return action && about && CASES.has(figure.unit) ? quantities.action(action) : undefined;
}

/** What was done with requests: the last word says it, unless it only goes on: 结转至2025年办理, 结转下年度办结. */
function actionOf(actions: readonly string[]): string | undefined {
  const last = actions.at(-1);
  if (actions.includes('carried_forward')) return 'carried_forward';
  // 新收和上年结转共办结: not what was carried over; 上年结转的办结: not what was finished.
  return actions.includes('carried_over') && last !== 'carried_over' ? undefined : last;
}

type Has = (role: Role, value?: string) => boolean;

function money(has: Has): Quantity | undefined {
  if (!has('fee', 'fee') && !has('fee', 'collected')) return undefined;
  return quantities.fee(has('fee', 'notice') ? 'amount_notified_yuan' : 'amount_collected_yuan');
}

function feeCases(has: Has): Quantity | undefined {
  if (has('fee', 'notice')) return quantities.fee('notices_issued');
  return has('fee', 'fee') && has('fee', 'collected') ? quantities.fee('cases_collected') : undefined;
}

/** 不予处理 behind a reason is the group only where 等 says that the reason is an example. */
function outcomeOf(outcome: Token, tokens: readonly Token[]): Quantity {
  if (outcome.role === 'row') return quantities.row(outcome.value);
  const reason = tokens.findLast(({ role, start }) => role === 'row' && start < outcome.start);
  const such = tokens.some(({ role, start }) => role === 'such' && start < outcome.start);
  return reason && !such ? quantities.row(reason.value) : quantities.outcome(outcome.value);
}

/** 行政复议、行政诉讼案件 names both. */
export function procedureIn(tokens: readonly Token[]): Topic['procedure'] {
  const named = new Set(tokens.filter(({ role }) => role === 'procedure').map(({ value }) => value));
  if (named.size === 2) return 'both';
  const [only] = named;
  return only as Topic['procedure'];
}
