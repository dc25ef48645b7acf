import { proceduresIn, type ReadingContext } from './context.ts';
import type { Figure } from './lex/figures.ts';
import { isDocument, type Token } from './lex/token.ts';
import {
  type Applicant,
  type Event,
  type Fee,
  LITIGATION,
  type Procedure,
  proceduresOf,
  type Quantity,
  resultOf,
} from './quantity.ts';
import { ADMINISTRATIVE, PAID } from './vocabulary/disclosure.ts';
import { APPLICATION, NUMBER_OF } from './vocabulary/requests.ts';
import { CASE_UNITS, DECISION_UNITS, DOCUMENT_UNITS, LOOSE_UNITS } from './vocabulary/units.ts';
import type { Role } from './vocabulary/words.ts';

/** Roles of the words that say what a figure counts. */
export const GOVERNING = [
  'event',
  'applicant',
  'outcome',
  'row',
  'procedure',
  'result',
  'document',
  'made',
  'decision',
  'fee',
] as const satisfies Role[];

const GOVERNS = new Set<Token['role']>(GOVERNING);

export const governs = ({ role }: Token): boolean => GOVERNS.has(role);

/** Words without a figure are read as those of a number of cases. */
export const CASE = { kind: 'count', unit: '件', value: 0 } as const;

/** The quantity that words describe beside a figure of this kind and unit; undefined if they do not say. */
export function quantityOf(
  words: readonly Token[],
  figure: Pick<Figure, 'kind' | 'unit' | 'value'>,
  context: ReadingContext,
): Quantity | undefined {
  const has = (role: Role, value?: string) => words.some((one) => one.role === role && (!value || one.value === value));
  if (figure.kind === 'money') return money(has, context, figure.value);
  if (figure.kind !== 'count' && figure.kind !== 'bare') return undefined;
  const unit = figure.kind === 'bare' ? '件' : figure.unit;
  // 收到缴费通知后逾期未缴费的3件 are not those notified.
  const fees = has('row') ? undefined : feeCases(words, has, context);
  if (fees || has('fee', 'fee')) return fees;
  return (
    procedures(words, unit, context) ??
    (isOfOther(context) && !has('request', 'strong')
      ? undefined
      : (outcomes(words, unit, context) ?? applicants(words, unit, context))) ??
    documents(words, unit, context) ??
    decisions(words, unit, context) ??
    requests(words, unit, context)
  );
}

const isOfOther = ({ subject }: ReadingContext): boolean =>
  (subject?.of === 'business' && !subject.earlier) || subject?.of === 'information';

const last = (words: readonly Token[], role: Role): Token | undefined => words.findLast((one) => one.role === role);

/** 行政复议8件, 结果维持5件, 已办结6件 behind 行政复议. */
function procedures(words: readonly Token[], unit: string, context: ReadingContext): Quantity | undefined {
  if (!CASE_UNITS.includes(unit)) return undefined;
  const result = last(words, 'result');
  const { subject } = context;
  const told = subject?.of === 'procedures' ? subject.procedures : [];
  const named = proceduresIn(words) ?? (result && proceduresOfDeciders(words, told));
  const own = named ?? (subject?.of === 'procedures' ? subject.procedures : undefined);
  if (!own || own.length === 0) return undefined;
  if (result)
    return { about: 'procedures', procedures: proceduresOf(result.value, own), result: resultOf(result.value) };
  if (!named && words.some(({ role }) => role === 'outcome' || role === 'row' || role === 'applicant'))
    return undefined;
  // 不服信息公开答复的复议申请: what happened before the procedure is not said of it.
  const from = words.findLastIndex(({ role }) => role === 'procedure');
  const event = last(words.slice(from + 1), 'event')?.value;
  const isOfRequests = words.slice(from + 1).some(({ role, value }) => role === 'request' && value === 'strong');
  if ((event === 'finished' || event === 'answered') && !isOfRequests)
    return { about: 'procedures', procedures: own, result: 'finished' };
  if ((event === 'carried_forward' || event === 'carried') && !isOfRequests)
    return { about: 'procedures', procedures: own, result: 'pending' };
  return named && { about: 'procedures', procedures: named };
}

/** 法院维持19件: who decided says which procedures; of `told`, which the text named before, those that are left. */
function proceduresOfDeciders(words: readonly Token[], told: readonly Procedure[]): readonly Procedure[] | undefined {
  const decider = words.findLast(({ role, value }) => role === 'plain' && DECIDERS.has(value))?.value;
  if (decider === undefined) return undefined;
  const all: readonly Procedure[] = decider === 'reviewer' ? ['reconsideration'] : LITIGATION;
  const left = all.filter((one) => told.includes(one));
  return left.length > 0 ? left : all;
}
const DECIDERS = new Set(['courts', 'instance', 'reviewer']);

function outcomes(words: readonly Token[], unit: string, { subject }: ReadingContext): Quantity | undefined {
  const outcome = words.findLast(({ role }) => role === 'outcome' || role === 'row');
  if (!outcome || !CASE_UNITS.includes(unit) || (LOOSE_UNITS.includes(unit) && subject?.of !== 'requests'))
    return undefined;
  // 未公开的6件 are those not disclosed, or not provided.
  if (words[words.indexOf(outcome) - 1]?.role === 'none') return undefined;
  const reasons = words.filter(({ role, start }) => role === 'row' && start < outcome.start);
  if (outcome.role === 'row') return { about: 'outcomes', rows: rowsOf(outcome, reasons) };
  const named = [...new Set(words.filter(({ role }) => role === 'outcome').flatMap(({ value }) => value.split('+')))];
  if (named.length > 1) return { about: 'outcomes', rows: named };
  // 不予处理 after a reason means the group only if 等 shows that the reason is an example.
  const such = words.some(({ role, start }) => role === 'such' && start < outcome.start);
  const reason = reasons.at(-1);
  return { about: 'outcomes', rows: reason && !such ? rowsOf(reason, reasons) : [outcome.value] };
}

/** 不掌握或需另行制作: all reasons of one group that words join. */
const rowsOf = (last: Token, all: readonly Token[]): readonly string[] => {
  const [group] = last.value.split('.');
  return [...new Set([...all, last].map(({ value }) => value))].filter((row) => row.startsWith(`${group}.`));
};

function applicants(words: readonly Token[], unit: string, { event, rows }: ReadingContext): Quantity | undefined {
  const [applicant, ...others] = joinedApplicants(words);
  if (!applicant || !CASE_UNITS.includes(unit)) return undefined;
  // 企业、律师事务所等提出: the two are examples.
  if (others.length > 0 && words.some(({ role, start }) => role === 'such' && start > applicant.start))
    return undefined;
  const own = eventIn(words);
  // 新收的40件申请，由自然人提出的36件: of those that are new.
  const isOfNew = event === 'new' && own === 'received';
  return {
    about: 'applicants',
    applicant: applicant.value as Applicant,
    ...(others.length > 0 && { plus: others.map(({ value }) => value as Applicant) }),
    event: isOfNew ? event : (own ?? event),
    ...(!own && rows && { rows }),
  };
}

/** The last applicant, and those that are joined to it: 企业和律师事务所. */
function joinedApplicants(words: readonly Token[]): readonly Token[] {
  const found: Token[] = [];
  for (const one of words.filter(({ role }) => role === 'applicant').reverse()) {
    const next = found.at(-1);
    const between = words.filter(({ start }) => next && start > one.start && start < next.start);
    const isNew = !found.some(({ value }) => value === one.value);
    if (!isNew || !between.every(({ role }) => role === 'and' || role === 'request')) break;
    found.push(one);
  }
  // 企业等组织 are organizations.
  return found.some(({ value }) => value === 'organizations') ? found.slice(0, 1) : found;
}

function documents(words: readonly Token[], unit: string, context: ReadingContext): Quantity | undefined {
  const named = words.filter(({ role }) => role === 'document').map(({ value }) => value);
  // 新增行政规范性文件6件
  const isNew = named.length > 0 && words.some(({ role, value }) => role === 'event' && value === 'new');
  const made = last(words, 'made')?.value ?? (isNew ? 'issued' : undefined);
  const all = named.length > 0 ? named : made && context.subject?.of === 'documents' ? context.documents : [];
  // 印发文件30件: not only those named before.
  const isOfAny = named.length === 0 && words.some(isDocument);
  if (all.length === 0 || isOfAny || !DOCUMENT_UNITS.includes(unit)) return undefined;
  if (made === undefined && named.length === 0) return undefined;
  // 6件都做了解读，其中一件废止了《…》: a part of those before it.
  if (named.length === 0 && words.some(({ role }) => role === 'parts')) return undefined;
  return { about: 'documents', documents: [...new Set(all)], made: made ?? context.made ?? 'disclosed' };
}

const CAME: ReadonlySet<string> = new Set([
  'new',
  'received',
  'carried_over',
  'carried_forward',
  'carried',
] satisfies Event[]);

function decisions(words: readonly Token[], unit: string, { subject }: ReadingContext): Quantity | undefined {
  // 许可58件、处罚6件: the short names only beside a full one.
  const isShort = ({ text }: Token) => !text.includes(ADMINISTRATIVE);
  const all = words.filter(({ role }) => role === 'decision');
  // 受理行政许可申请91件: not those decided.
  if (words.some(({ role, value }) => (role === 'event' && CAME.has(value)) || role === 'request')) return undefined;
  const named = (subject?.of === 'decisions' ? all : all.filter((one) => !isShort(one))).map(({ value }) => value);
  return named.length > 0 && DECISION_UNITS.includes(unit)
    ? { about: 'decisions', decisions: [...new Set(named)] }
    : undefined;
}

function requests(
  words: readonly Token[],
  unit: string,
  { subject, event: before }: ReadingContext,
): Quantity | undefined {
  if (!CASE_UNITS.includes(unit)) return undefined;
  const event = eventIn(words);
  // 办结41件，其中当年新收38件: those that were received and concluded.
  const isPart = before === 'finished' && words.some(({ role }) => role === 'parts');
  if (isPart && (event === 'new' || event === 'received')) return undefined;
  const named = words.some(({ role, value }) => role === 'request' && value === 'strong');
  const isOther = subject !== undefined && subject.of !== 'requests' && !named;
  // What comes after decisions or documents says nothing of applications, unless only applications are carried over.
  if (isOther && !event?.startsWith('carried') && event !== 'new') return undefined;
  // 63件申请在法定期限内办理: those that came, or those that are not due yet.
  if (event === 'handled' && words.some(({ role, value }) => role === 'plain' && value === 'on_time')) return undefined;
  // 答复中公开11件: those disclosed.
  const isDisclosed = words.findLast(governs)?.value === 'disclosed' && event !== undefined && !CAME.has(event);
  if (isOfBoth(words)) return { about: 'requests', event: 'received', plus: ['carried_over'] };
  if (event) return isDisclosed ? undefined : { about: 'requests', event };
  const noun = last(words, 'request');
  const result = last(words, 'result');
  // 审结 is also said of applications, but 尚在审理的信息公开案件 are suits.
  if (result)
    return result.value === 'finished' && noun?.text.includes(APPLICATION)
      ? { about: 'requests', event: 'finished' }
      : undefined;
  // 依申请公开161条 of 制作政府信息425条
  if (subject?.of === 'information') return undefined;
  // 156件依申请公开: neither received nor concluded is said. 依申请公开、培训1次 is another thing.
  const isNumber = noun !== undefined && NUMBER_OF.some((one) => noun.text.endsWith(one));
  return (named || isNumber) && !LOOSE_UNITS.includes(unit) ? { about: 'requests', event: 'handled' } : undefined;
}

/** What was done with applications. The last word says it, unless it only continues: 结转至2025年办理. */
export function eventIn(words: readonly Token[]): Event | undefined {
  const events = words.filter(({ role }) => role === 'event').map(({ value }) => value as Event);
  const [last] = events.slice(-1);
  const isSum = last?.startsWith('carried') && words.some(({ role }) => role === 'total');
  // 新收和结转合计25件
  if (isSum && (events.includes('new') || events.includes('received'))) return 'handled';
  if (events.includes('carried_forward')) return 'carried_forward';
  if (events.includes('carried')) return 'carried';
  // 上年结转的办结 is not the number concluded; 新收和上年结转共办结 is not the number carried over.
  // 上年延续至今年办理的申请: to be handled, with those carried over as the whole.
  const isToHandle =
    last === 'handled' && events.at(-2) === 'carried_over' && !words.some(({ role }) => role === 'total');
  if (isToHandle) return 'carried_over';
  if (events.includes('carried_over') && last !== 'carried_over') return undefined;
  // 办结当年新收申请12件: a part of those concluded.
  const isPart =
    (last === 'new' || last === 'received') && events.some((one) => one === 'finished' || one === 'answered');
  return isPart ? undefined : last;
}

/** 新收的和上年结转的合计 */
function isOfBoth(words: readonly Token[]): boolean {
  const events = words.filter(({ role }) => role === 'event').map(({ value }) => value);
  const [came, over] = events;
  const isTotal = words.some(({ role }) => role === 'total') && words.some(({ role }) => role === 'and');
  return (
    isTotal &&
    events.length === 2 &&
    (came === 'new' || came === 'received') &&
    (over === 'carried_over' || over === 'carried')
  );
}

type Has = (role: Role, value?: string) => boolean;

const fee = (name: Fee): Quantity => ({ about: 'fees', fee: name });

function money(has: Has, context: ReadingContext, yuan: number): Quantity | undefined {
  if (has('fee', 'administrative')) return fee('administrative');
  if (has('decision') || has('document') || (!has('fee') && !context.fee)) return undefined;
  const isOfInformation =
    has('fee', 'fee') || has('fee', 'notice') || context.fee === 'fee' || context.fee === 'notice';
  const isDue = has('fee', 'due') && isOfInformation;
  if (has('fee', 'notice') || isDue || (!has('fee', 'collected') && context.fee === 'notice'))
    return fee('amount_notified_yuan');
  if (context.fee === 'administrative' && !has('fee', 'fee')) return fee('administrative');
  // Fees for information are hundreds of yuan.
  return isOfInformation && (yuan < 10_000 || has('fee', 'fee')) ? fee('amount_collected_yuan') : fee('any');
}

function feeCases(words: readonly Token[], has: Has, { subject }: ReadingContext): Quantity | undefined {
  // 通知书 are also those of other business.
  const isDue = has('fee', 'due') && subject?.of === 'fees' && !has('fee', 'fee');
  if (has('fee', 'notice') || isDue) return fee('notices_issued');
  // 实际缴费的申请11件; 收费 and 征收 are said of other things too.
  const isPaid = words.some(({ role, value, text }) => role === 'fee' && value === 'collected' && text.includes(PAID));
  const isOfInformation = has('fee', 'fee') || (isPaid && has('request'));
  return isOfInformation && has('fee', 'collected') ? fee('cases_collected') : undefined;
}
