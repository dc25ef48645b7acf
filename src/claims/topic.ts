import type { Figure } from './figures.ts';
import type { Token } from './tokens.ts';
import type { Quantity } from './vocabulary/quantities.ts';
import * as quantities from './vocabulary/quantities.ts';
import type { Role } from './vocabulary/terms.ts';

/** What the sentences before a figure were about. */
export interface Topic {
  /** The requests of table 三. */
  requests: boolean;
  /** The text is next to table 二: 依申请公开161条，不予公开79条 counts information, not applications. */
  information: boolean;
  procedure: 'reconsideration' | 'litigation' | 'direct' | 'after_reconsideration' | 'both' | undefined;
  /** Nothing was said so far that the vocabulary does not know. */
  plain: boolean;
  /** Other business was named in this sentence. */
  foreign: boolean;
  /** What was last said to be done with documents, and with which. */
  made: string | undefined;
  document: string | undefined;
  /** What was last said of fees. */
  fee: string | undefined;
  /** Another year was named to compare with. */
  compared: boolean;
}

export const newTopic = (): Topic => ({
  requests: false,
  information: false,
  procedure: undefined,
  plain: true,
  foreign: false,
  made: undefined,
  document: undefined,
  fee: undefined,
  compared: false,
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

/** Is this a word for what table 三 counts? */
const isOfRequests = ({ role }: Token): boolean => ['outcome', 'row', 'applicant', 'action'].includes(role);

/** What words around a figure say of it; undefined where they say nothing that is understood. */
export function quantityOf(tokens: readonly Token[], figure: Figure, topic: Topic): Quantity | undefined {
  const last = (role: Role) => tokens.findLast((token) => token.role === role);
  const has = (role: Role, value?: string) =>
    tokens.some((token) => token.role === role && (value === undefined || token.value === value));
  if (figure.kind === 'money') return money(has, topic);
  if (figure.kind !== 'count') return undefined;
  if (has('fee')) return feeCases(has);
  const about = topic.requests || topic.plain || has('request');
  const result = last('result');
  if (result) {
    const procedure = procedureIn(tokens) ?? topic.procedure;
    return procedure && CASES.has(figure.unit) ? quantities.procedure(procedure, result.value) : undefined;
  }
  if (topic.information && tokens.some(isOfRequests)) return undefined;
  const outcome = tokens.findLast(({ role }) => role === 'outcome' || role === 'row');
  // These words are of table 三 alone.
  if (outcome) return !topic.foreign && CASES.has(figure.unit) ? outcomeOf(outcome, tokens) : undefined;
  const applicant = last('applicant');
  if (applicant) return about && CASES.has(figure.unit) ? quantities.applicant(applicant.value) : undefined;
  const document = last('document')?.value ?? (has('made') && !has('decision') ? topic.document : undefined);
  if (document)
    return DOCUMENTS.has(figure.unit)
      ? quantities.document(document, last('made')?.value ?? topic.made ?? 'disclosed')
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

function money(has: Has, topic: Topic): Quantity | undefined {
  if (has('fee', 'administrative')) return quantities.administrativeFees;
  if (!topic.fee || topic.fee === 'administrative') return undefined;
  const isNotified = has('fee', 'notice') || (!has('fee', 'collected') && topic.fee === 'notice');
  return quantities.fee(isNotified ? 'amount_notified_yuan' : 'amount_collected_yuan');
}

function feeCases(has: Has): Quantity | undefined {
  if (has('fee', 'notice')) return quantities.fee('notices_issued');
  return has('fee', 'fee') && has('fee', 'collected') ? quantities.fee('cases_collected') : undefined;
}

/** 不予处理 behind a reason is the group only where 等 says that the reason is an example. */
function outcomeOf(outcome: Token, tokens: readonly Token[]): Quantity {
  if (outcome.role === 'row') return quantities.row(outcome.value);
  // 不予公开、无法提供和不予处理共8件: together.
  const named = [...new Set(tokens.filter(({ role }) => role === 'outcome').flatMap(({ value }) => value.split('+')))];
  if (named.length > 1) return quantities.outcome(named.join('+'));
  const reason = tokens.findLast(({ role, start }) => role === 'row' && start < outcome.start);
  const such = tokens.some(({ role, start }) => role === 'such' && start < outcome.start);
  return reason && !such ? quantities.row(reason.value) : quantities.outcome(outcome.value);
}

/** Ways into court: 复议后起诉 is no reconsideration. */
const WAYS: ReadonlySet<string> = new Set(['direct', 'after_reconsideration']);

/** 行政复议、行政诉讼案件 names both. */
export function procedureIn(tokens: readonly Token[]): Topic['procedure'] {
  const named = new Set(tokens.filter(({ role }) => role === 'procedure').map(({ value }) => value));
  const way = tokens.findLast(({ role, value }) => role === 'procedure' && WAYS.has(value))?.value;
  if (way) return way as Topic['procedure'];
  if (named.size === 2) return 'both';
  const [only] = named;
  return only as Topic['procedure'];
}
