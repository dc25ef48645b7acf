import type { Figure } from './figures.ts';
import type { Token } from './tokens.ts';
import type { Quantity } from './vocabulary/quantities.ts';
import * as quantities from './vocabulary/quantities.ts';
import type { Role } from './vocabulary/terms.ts';

/** The subject of the sentences before a figure. */
export interface Topic {
  /** The applications of table 三. */
  requests: boolean;
  /** The text is next to table 二: 依申请公开161条，不予公开79条 counts information, not applications. */
  information: boolean;
  procedure: 'reconsideration' | 'litigation' | 'direct' | 'after_reconsideration' | 'both' | undefined;
  /** So far all words are in the vocabulary. */
  plain: boolean;
  /** This sentence names other business. */
  foreign: boolean;
  /** What the text last said was done with documents, and which documents. */
  made: string | undefined;
  document: string | undefined;
  /** What the text last said about fees. */
  fee: string | undefined;
  /** The text names another year for comparison. */
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
/** Units for applications and cases. */
export const CASES: ReadonlySet<string> = new Set(['件', '件次', '起', '个', '宗', '例', '条', '份', '笔']);
const DOCUMENTS = new Set(['件', '份', '个', '部']);
const DECISIONS = new Set(['件', '宗', '起', '例', '件次']);

export const governs = ({ role }: Token): boolean => GOVERNING.has(role);

/** True for a word about the applications of table 三. */
const isOfRequests = ({ role }: Token): boolean => ['outcome', 'row', 'applicant', 'action'].includes(role);

/** The quantity that the words around a figure describe; undefined if they are not understood. */
export function quantityOf(tokens: readonly Token[], figure: Figure, topic: Topic): Quantity | undefined {
  const last = (role: Role) => tokens.findLast((token) => token.role === role);
  const has = (role: Role, value?: string) =>
    tokens.some((token) => token.role === role && (value === undefined || token.value === value));
  if (figure.kind === 'money') return money(has, topic, Number(figure.value));
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
  // These words occur only in table 三.
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

/** What was done with applications. The last word says it, unless it only continues: 结转至2025年办理, 结转下年度办结. */
function actionOf(actions: readonly string[]): string | undefined {
  const last = actions.at(-1);
  if (actions.includes('carried_forward')) return 'carried_forward';
  // 新收和上年结转共办结 is not the number carried over; 上年结转的办结 is not the number concluded.
  return actions.includes('carried_over') && last !== 'carried_over' ? undefined : last;
}

type Has = (role: Role, value?: string) => boolean;

function money(has: Has, topic: Topic, yuan: number): Quantity | undefined {
  if (has('fee', 'administrative')) return quantities.administrativeFees;
  if (!topic.fee || topic.fee === 'administrative') return undefined;
  const isNotified = has('fee', 'notice') || (!has('fee', 'collected') && topic.fee === 'notice');
  if (isNotified) return quantities.fee('amount_notified_yuan');
  // Fees for information are hundreds of yuan.
  return yuan >= 10_000 && !has('fee', 'fee') ? quantities.anyFees : quantities.fee('amount_collected_yuan');
}

function feeCases(has: Has): Quantity | undefined {
  if (has('fee', 'notice')) return quantities.fee('notices_issued');
  return has('fee', 'fee') && has('fee', 'collected') ? quantities.fee('cases_collected') : undefined;
}

/** 不予处理 after a reason means the group only if 等 shows that the reason is an example. */
function outcomeOf(outcome: Token, tokens: readonly Token[]): Quantity {
  if (outcome.role === 'row') return quantities.row(outcome.value);
  // 不予公开、无法提供和不予处理共8件: the sum of the three.
  const named = [...new Set(tokens.filter(({ role }) => role === 'outcome').flatMap(({ value }) => value.split('+')))];
  if (named.length > 1) return quantities.outcome(named.join('+'));
  const reason = tokens.findLast(({ role, start }) => role === 'row' && start < outcome.start);
  const such = tokens.some(({ role, start }) => role === 'such' && start < outcome.start);
  return reason && !such ? quantities.row(reason.value) : quantities.outcome(outcome.value);
}

/** Kinds of litigation: 复议后起诉 is not a reconsideration. */
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
