import { proceduresIn } from './context.ts';
import { governs } from './counted.ts';
import type { Token } from './lex/token.ts';
import type { Tail } from './mention.ts';
import {
  type Applicant,
  type Cells,
  cellsOf,
  type Event,
  GROUPS,
  ORGANIZATIONS,
  PROCEDURES,
  type Procedure,
  proceduresOf,
  type Quantity,
  type Result,
  resultOf,
} from './quantity.ts';

type Words = readonly Token[];

const valuesOf = (words: Words, role: Token['role']): string[] =>
  words.filter((one) => one.role === role).map(({ value }) => value);
const has = (words: Words, role: Token['role'], value?: string): boolean =>
  words.some((one) => one.role === role && (value === undefined || one.value === value));

/** The cells that are 0 if there is none of what the words name: 未收到申请, 无行政复议. `before` are the words before the denial. */
export function zerosIfNone(words: Words, { context }: Tail, before: Words): readonly Cells[] {
  const { subject } = context;
  const results = resultsIn(words);
  const named = proceduresIn(words) ?? proceduresIn(before);
  const own = subject?.of === 'procedures' ? subject.procedures : undefined;
  // 终止 without a procedure can be said of applications.
  const isOfCourt = named || own || results.map(resultOf).every((one) => one === 'upheld' || one === 'corrected');
  if (results.length > 0 && !isOfCourt) return [];
  if (results.length > 0)
    return results.flatMap((result) => zerosOf(proceduresOf(result, named ?? own ?? PROCEDURES), resultOf(result)));
  const inWords = proceduresIn(words);
  if (inWords) return inWords.flatMap((one) => cellsOf({ about: 'procedures', procedures: [one] }));
  return (
    feesIn(words, subject?.of) ??
    outcomesIn(words, before) ??
    documentsIn(words, context) ??
    decisionsIn(words) ??
    requestsIn(words, before, subject?.of) ??
    []
  );
}

const zerosOf = (procedures: readonly Procedure[], result: Result | 'finished'): readonly Cells[] =>
  cellsOf({ about: 'procedures', procedures, result });

const resultsIn = (words: Words): string[] => [...new Set(valuesOf(words, 'result'))];

function feesIn(words: Words, subject: string | undefined): readonly Cells[] | undefined {
  const fees = valuesOf(words, 'fee');
  if (fees.includes('administrative')) return cellsOf({ about: 'fees', fee: 'administrative' });
  if (fees.includes('notice')) return cellsOf({ about: 'fees', fee: 'notices_issued' });
  const isOfOthers = subject !== undefined && subject !== 'requests' && subject !== 'fees';
  // 未收费 behind decisions and documents can be about other fees.
  const isFee = fees.includes('fee') || (fees.includes('collected') && !isOfOthers);
  return isFee ? cellsOf({ about: 'fees', fee: 'amount_collected_yuan' }) : undefined;
}

function outcomesIn(words: Words, before: Words): readonly Cells[] | undefined {
  const rows = valuesOf(words, 'row');
  const groups = valuesOf(words, 'outcome').flatMap((value) => value.split('+'));
  if (rows.length + groups.length === 0) return undefined;
  // 因国家秘密不予公开: the reason is meant, unless 等 shows that it is an example.
  const isReason = (group: string) => rows.some((row) => row.startsWith(`${group}.`)) && !has(words, 'such');
  const meant = [...(has(words, 'such') && groups.length > 0 ? [] : rows), ...groups.filter((one) => !isReason(one))];
  // 公开国家秘密, 损害第三方权益 are no outcomes.
  const last = words.findLastIndex(({ role }) => role === 'row');
  // 不予公开的申请没有一件涉及商业秘密
  const isOfGroup = rows.every((row) => valuesOf(before, 'outcome').includes(row.split('.')[0] ?? ''));
  const isOfRequests = groups.length > 0 || isOfGroup || has(words.slice(last), 'request');
  const isReasonOnly = rows.some((row) => row.startsWith('not_disclosed.')) && !isOfRequests;
  if (has(words, 'made') || isReasonOnly) return [];
  return meant.flatMap((row) => cellsOf({ about: 'outcomes', rows: [row] }));
}

function documentsIn(words: Words, { subject, documents }: Tail['context']): readonly Cells[] | undefined {
  const named = valuesOf(words, 'document');
  const made = valuesOf(words, 'made');
  const all = named.length > 0 ? named : subject?.of === 'documents' && made.length > 0 ? documents : [];
  if (all.length === 0) return undefined;
  const isOther = made.some((one) => one === 'disclosed' || one === 'reviewed');
  return isOther
    ? []
    : [...new Set(made.length > 0 ? made : ['issued'])].flatMap((one) =>
        all.map((document) => [`active_disclosure.${document}.${one}`]),
      );
}

function decisionsIn(words: Words): readonly Cells[] | undefined {
  const decisions = [...new Set(valuesOf(words, 'decision'))];
  if (decisions.length === 0) return undefined;
  // 许可申请 are no decisions.
  if (has(words, 'request')) return [];
  return decisions.flatMap((one) => cellsOf({ about: 'decisions', decisions: [one] }));
}

function requestsIn(words: Words, before: Words, subject: string | undefined): readonly Cells[] | undefined {
  const events = valuesOf(words, 'event') as Event[];
  const isOfLast = [...before, ...words].some(
    ({ role, value }) => role === 'time' && (value === 'last' || value === 'start'),
  );
  if (events.includes('carried_over') || (isOfLast && events.includes('carried_forward')))
    return cellsOf({ about: 'requests', event: 'carried_over' });
  // 没有应答复而未答复的: there can be others that are not due.
  const isOfDue = events.some((one) => one === 'handled' || one === 'answered' || one === 'finished');
  if (events.includes('carried_forward'))
    return isOfDue ? [] : cellsOf({ about: 'requests', event: 'carried_forward' });
  // 企业没有提出申请
  const told = valuesOf(words, 'applicant');
  const applicants = told.length > 0 ? told : valuesOf(before, 'applicant');
  const isNamed = has(words, 'request') || subject === 'requests';
  if (applicants.length > 0 && (isNamed || events.length > 0))
    return applicants.map((one) => columnsOf(one).map((column) => `applications.received.${column}`));
  const isReceived = events.includes('new') || events.includes('received');
  const isAnswered = events.length > 0 && !isReceived;
  const isStrong = has(words, 'request', 'strong');
  if (isAnswered || !(isStrong || (isNamed && has(words, 'request')) || (isNamed && isReceived))) return undefined;
  return [['applications.received.total']];
}

const columnsOf = (applicant: string): readonly Applicant[] =>
  applicant === 'organizations' ? ORGANIZATIONS : [applicant as Applicant];

/** The last figure before a conclusion, if the conclusion can be about what it counts. */
export type Whole = Quantity | undefined;

/**
 * The cells that are 0 if all cases are as the words say: 均已办结, 均维持, 均为自然人. `whole` is what the figure before counts;
 * `isOfAll`: the conclusion is about all applications or cases, not about a part of them.
 */
export function zerosIfAll(
  words: Words,
  { context }: Tail,
  before: Words,
  { whole, isOfAll }: { whole: Whole; isOfAll: boolean },
): readonly Cells[] {
  const head = words.find(governs);
  if (!head) return [];
  const { subject } = context;
  const rows = otherRows(words, whole);
  if (rows) return rows;
  if (!isOfAll) return [];
  if (head.role === 'fee' && head.value === 'free') return cellsOf({ about: 'fees', fee: 'amount_collected_yuan' });
  const procedures =
    proceduresIn(before) ??
    (whole?.about === 'procedures' ? whole.procedures : undefined) ??
    (subject?.of === 'procedures' ? subject.procedures : undefined);
  if (procedures) return otherResults(words, before, procedures, whole);
  const isPart = before.some(
    ({ role, value }) =>
      ['applicant', 'outcome', 'row', 'result', 'fee', 'document', 'decision'].includes(role) ||
      (role === 'event' && (value === 'finished' || value === 'answered' || value === 'carried_forward')),
  );
  const events = valuesOf(before, 'event');
  const isOfOver = events.includes('carried_over') && !events.includes('received') && !events.includes('new');
  if (isPart || isOfOver || (subject?.of !== 'requests' && !has(before, 'request') && !has(before, 'plain', 'person')))
    return [];
  // 新收23件，上年结转2件，均为自然人: of the 2 or of all.
  const isOver = whole?.about === 'requests' && whole.event === 'carried_over';
  if (head.role === 'applicant' && isOver) return [];
  if (head.role === 'applicant') return otherApplicants(valuesOf(words, 'applicant').flatMap(columnsOf));
  if (head.role === 'outcome') return otherOutcomes(valuesOf(words, 'outcome').flatMap((value) => value.split('+')));
  return head.role === 'event' && isFinished(words) ? cellsOf({ about: 'requests', event: 'carried_forward' }) : [];
}

/** 均已办结 says that none is left; 均按时办结 and 均依法答复 can leave out those that are not due yet. */
function isFinished(words: Words): boolean {
  const isDone = has(words, 'all', 'done') || has(words, 'plain', 'done');
  const event = valuesOf(words, 'event').at(-1);
  // 没有一件未答复
  const isDenied = words[0]?.role === 'none';
  const isWhole = (isDenied || has(words, 'all', 'whole')) && !has(words, 'plain', 'on_time');
  if (event === 'finished' || event === 'answered')
    return isDone || isWhole || (event === 'finished' && !has(words, 'plain', 'on_time') && !has(words, 'all', 'each'));
  return event === 'handled' && isDone;
}

/** 不予公开3件，均涉及商业秘密: the other rows of the group. */
function otherRows(words: Words, whole: Whole): readonly Cells[] | undefined {
  const rows = [...new Set(valuesOf(words, 'row'))];
  const [group] = whole?.about === 'outcomes' && whole.rows.length === 1 ? whole.rows : [];
  if (!group || group.includes('.') || rows.length === 0 || has(words, 'such')) return undefined;
  if (!rows.every((row) => row.startsWith(`${group}.`))) return undefined;
  const all = cellsOf({ about: 'outcomes', rows: [group] }).flat();
  const own = cellsOf({ about: 'outcomes', rows }).flat();
  return [[...all, ...own.map((cell) => `-${cell}`)]];
}

const RESULTS: readonly Result[] = ['upheld', 'corrected', 'other_result', 'pending'];

function otherResults(words: Words, before: Words, procedures: readonly Procedure[], whole: Whole): readonly Cells[] {
  const own = resultsIn(words);
  const event = valuesOf(words, 'event').at(-1);
  const isClosed = own.length === 0 ? event === 'finished' : own.every((one) => one === 'finished');
  if (isClosed) return zerosOf(procedures, 'pending');
  const results = own.map(resultOf).filter((one) => one !== 'finished');
  if (results.length === 0) return [];
  // 已审结的均维持: those still pending are left out.
  const isOfClosed =
    has(before, 'result', 'finished') || (whole?.about === 'procedures' && whole.result === 'finished');
  const others = RESULTS.filter((one) => !results.includes(one) && !(isOfClosed && one === 'pending'));
  return [others.flatMap((one) => zerosOf(proceduresOf(own[0] as string, procedures), one).flat())];
}

function otherApplicants(own: readonly Applicant[]): readonly Cells[] {
  const all: readonly Applicant[] = ['natural_person', ...ORGANIZATIONS];
  return [all.filter((one) => !own.includes(one)).map((one) => `applications.received.${one}`)];
}

const otherOutcomes = (own: readonly string[]): readonly Cells[] => [
  GROUPS.filter((one) => !own.includes(one)).flatMap((one) => cellsOf({ about: 'outcomes', rows: [one] }).flat()),
];
