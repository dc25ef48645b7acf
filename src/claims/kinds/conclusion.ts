import { proceduresIn } from '../context.ts';
import { governs } from '../counted.ts';
import type { Token } from '../lex/lexer.ts';
import {
  type Applicant,
  type Cells,
  cellsOf,
  type Event,
  GROUPS,
  ORGANIZATIONS,
  PROCEDURES,
  type Procedure,
  type Result,
} from '../quantity.ts';
import type { Item, Mention, Tail } from '../reading.ts';
import type { Conclusion, Doubt, Unread } from '../statement.ts';
import type { Kind } from './kind.ts';

/** 未收到申请, 均获维持: says without a figure that cells are 0. */
export const conclusion: Kind = {
  kind: 'conclusion',
  read: ({ items }) => items.flatMap((item, index) => (item.is === 'tail' ? conclusionOf(item, items, index) : [])),
  examples: [
    { text: '本年度未收到政府信息公开申请。', reads: '未收到政府信息公开申请' },
    { text: '县城管大队未收到政府信息公开申请。', silent: 'body' },
  ],
};

function conclusionOf(tail: Tail, items: readonly Item[], index: number): (Conclusion | Unread)[] {
  const sign = tail.tokens.findIndex(({ role }) => role === 'none' || role === 'all');
  const token = tail.tokens[sign];
  if (!token) return [];
  const behind = tail.tokens.slice(sign + 1);
  // 没有一件未办结, 无一不: a denial of a denial.
  if (behind.some(({ role }) => role === 'none')) return [];
  const told =
    behind.some(governs) || behind.some(({ role }) => role === 'request')
      ? behind
      : token.role === 'none'
        ? tail.tokens.slice(0, sign)
        : [];
  const zeros = token.role === 'none' ? deniedBy(told, tail) : allOf(told, tail, items, index);
  if (zeros.length === 0) return [];
  const doubts = doubtsOf(told, tail);
  const [from, to] = [token.start, Math.max(token.end, ...told.map(({ end }) => end))];
  const place = { start: Math.min(from, ...told.map(({ start }) => start)), end: to };
  return doubts.length > 0 ? [{ kind: 'unread', doubts, ...place }] : [{ kind: 'conclusion', zeros, doubts, ...place }];
}

const HIDES: Readonly<Partial<Record<Token['role'], Doubt['reason']>>> = {
  unknown: 'word',
  business: 'business',
  channel: 'part',
  aspect: 'part',
  part: 'body',
  body: 'body',
  superlative: 'part',
  time: 'time',
  except: 'condition',
  rest: 'condition',
};

function doubtsOf(told: readonly Token[], { context }: Tail): Doubt[] {
  const { body, time, plan, exception, subject } = context;
  const own = [body, time, plan, exception].flatMap((one) => one ?? []);
  const last = told.findLastIndex((token) => governs(token) || token.role === 'request');
  const words = told.slice(0, last + 1).flatMap(({ role, value, text }): Doubt[] => {
    const reason = HIDES[role];
    return reason && !(role === 'time' && value === 'own') ? [{ reason, word: text }] : [];
  });
  return [
    ...own,
    ...words,
    ...(subject?.of === 'business' ? [{ reason: 'business', word: subject.word } as const] : []),
  ];
}

/** The cells that are 0 if there is none of what the words name. */
function deniedBy(words: readonly Token[], { context }: Tail): Cells[] {
  const values = (role: Token['role']) => words.filter((one) => one.role === role).map(({ value }) => value);
  const procedures = proceduresIn(words);
  const result = values('result').at(-1) as Result | undefined;
  const subject = context.subject?.of === 'procedures' ? context.subject.procedures : undefined;
  if (result) return [...cellsOf({ about: 'procedures', procedures: procedures ?? subject ?? PROCEDURES, result })];
  if (procedures) return procedures.flatMap((one) => cellsOf({ about: 'procedures', procedures: [one] }));
  const fees = values('fee');
  if (fees.includes('administrative')) return [...cellsOf({ about: 'fees', fee: 'administrative' })];
  if (fees.includes('notice')) return [...cellsOf({ about: 'fees', fee: 'notices_issued' })];
  if (fees.includes('fee')) return [...cellsOf({ about: 'fees', fee: 'amount_collected_yuan' })];
  const rows = [...values('outcome'), ...values('row')].flatMap((value) => value.split('+'));
  if (rows.length > 0) return rows.flatMap((row) => cellsOf({ about: 'outcomes', rows: [row] }));
  const documents = values('document');
  const made = values('made').at(-1);
  if (documents.length > 0)
    return made === 'disclosed' ? [] : documents.map((one) => [`active_disclosure.${one}.${made ?? 'issued'}`]);
  const decisions = values('decision');
  if (decisions.length > 0) return decisions.flatMap((one) => cellsOf({ about: 'decisions', decisions: [one] }));
  const event = values('event').at(-1) as Event | undefined;
  const named = values('request').length > 0 || context.subject?.of === 'requests';
  if (event === 'carried_over' || event === 'carried_forward') return [...cellsOf({ about: 'requests', event })];
  if (event === 'finished' || event === 'answered' || event === 'handled' || !named) return [];
  const isOfAll = event !== undefined || values('request').includes('strong');
  return isOfAll ? [...cellsOf({ about: 'requests', event: 'new' })] : [];
}

/** The cells that are 0 if all cases are as the words say. */
function allOf(words: readonly Token[], tail: Tail, items: readonly Item[], index: number): Cells[] {
  const head = words.find(governs);
  const whole = wholeOf(tail, items, index);
  if (!head || whole === 'part') return [];
  const { subject } = tail.context;
  const forward = items.some(
    (one) => one.is === 'mention' && one.quantity?.about === 'requests' && one.quantity.event === 'carried_forward',
  );
  if (head.role === 'result' && subject?.of === 'procedures')
    return [othersOf(head.value as Result, subject.procedures)];
  if (subject?.of !== 'requests' && !words.some(({ role }) => role === 'request')) return [];
  if (head.role === 'applicant') return [otherApplicants(head.value as Applicant)];
  if (head.role === 'outcome')
    return [otherOutcomes(words.filter(({ role }) => role === 'outcome').flatMap(({ value }) => value.split('+')))];
  const isFinished = head.role === 'event' && ['finished', 'answered', 'handled'].includes(head.value);
  return isFinished && !forward && subject?.of === 'requests'
    ? [...cellsOf({ about: 'requests', event: 'carried_forward' })]
    : [];
}

/** Whether 均 is about all cases, or only about a part of them: 其中2件均获维持. */
function wholeOf({ behind }: Tail, items: readonly Item[], index: number): 'part' | 'whole' {
  const last =
    behind ?? items.slice(0, index).findLast((one): one is Mention => one.is === 'mention' && one.depth === 0);
  if (!last) return 'whole';
  const { quantity } = last;
  if (!behind) return 'whole';
  if (!quantity) return 'part';
  const isAll =
    (quantity.about === 'requests' && ['new', 'received', 'handled'].includes(quantity.event)) ||
    (quantity.about === 'procedures' && quantity.result === undefined);
  return isAll && !last.left.some(({ role }) => role === 'parts') ? 'whole' : 'part';
}

const RESULTS: readonly Result[] = ['upheld', 'corrected', 'other_result', 'pending'];

const othersOf = (result: Result, procedures: readonly Procedure[]): Cells =>
  RESULTS.filter((one) => one !== result).flatMap((one) =>
    cellsOf({ about: 'procedures', procedures, result: one }).flat(),
  );

function otherApplicants(applicant: Applicant): Cells {
  const own: readonly Applicant[] = applicant === 'organizations' ? ORGANIZATIONS : [applicant];
  const all: readonly Applicant[] = ['natural_person', ...ORGANIZATIONS];
  return all.filter((one) => !own.includes(one)).map((one) => `applications.received.${one}`);
}

const otherOutcomes = (groups: readonly string[]): Cells =>
  GROUPS.filter((one) => !groups.includes(one)).flatMap((one) => cellsOf({ about: 'outcomes', rows: [one] }).flat());
