import type { ReadingContext } from '../context.ts';
import type { Figure } from '../lex/figures.ts';
import type { Token } from '../lex/token.ts';
import type { Mention, Tail } from '../mention.ts';
import type { Doubt, Statement, Unread } from '../statement.ts';
import { CASE_UNITS, LOOSE_UNITS } from '../vocabulary/units.ts';
import type { SentenceRead } from './kind.ts';

/** How many characters before a figure are shown, so that readers can identify it. */
const SHOWN = 15;

/** The figures and conclusions of a sentence that no statement is about, each with the reason. */
export function unreadIn({ mentions, items }: SentenceRead, statements: readonly Statement[]): Unread[] {
  const read = new Set(statements.flatMap(figuresIn));
  const isRead = ({ start, end }: Tail) => statements.some((one) => one.start < end && one.end > start);
  const tails = items.filter((item): item is Tail => item.is === 'tail');
  return [
    ...mentions.filter(({ figure }) => !read.has(figure)).map(unreadOf),
    ...tails.filter((tail) => !isRead(tail)).flatMap(conclusionIn),
  ];
}

/** The figures of a statement. */
export function figuresIn(statement: Statement): readonly Figure[] {
  switch (statement.kind) {
    case 'count':
    case 'share':
      return [statement.figure];
    case 'unread':
      return statement.figure ? [statement.figure] : [];
    case 'change':
      return [statement.figure, statement.told?.base].flatMap((one) => one ?? []);
    case 'list':
      return [statement.whole, ...statement.parts];
    case 'outcomes':
      return statement.parts;
    case 'flow':
      return [statement.came.figure, statement.over, statement.finished, statement.forward].flatMap((one) => one ?? []);
    case 'conclusion':
    case 'rank':
      return [];
  }
}

function unreadOf(mention: Mention): Unread {
  const { figure, left } = mention;
  const start = Math.max(left[0]?.start ?? figure.start, figure.start - SHOWN);
  return {
    kind: 'unread',
    figure,
    start: Math.min(start, figure.start),
    end: figure.end,
    doubts: doubtsOf(mention),
    ...(!isOfTables(mention) && { isOther: true }),
  };
}

/** The first reason is the one that is told. */
function doubtsOf({ figure, doubts }: Mention): readonly Doubt[] {
  const unit: readonly Doubt[] = isOtherUnit(figure) ? [{ reason: 'unit', word: figure.unit }] : [];
  const round: readonly Doubt[] = figure.about ? [{ reason: 'round' }] : [];
  const found = [...unit, ...round, ...doubts];
  return found.length > 0 ? found : [{ reason: 'nothing' }];
}

const isOtherUnit = ({ kind, unit }: Mention['figure']): boolean => kind === 'count' && !CASE_UNITS.includes(unit);

/** What the tables count; 公开 and 收到 are also said of other things. */
const OF_TABLES = new Set<Token['role']>([
  'request',
  'applicant',
  'outcome',
  'row',
  'procedure',
  'result',
  'document',
  'decision',
  'fee',
]);

/** 3个 behind a sentence about applications need not count them. */
function isOfTables({ figure, left, right, context: { subject } }: Mention): boolean {
  if (isOtherUnit(figure)) return false;
  const words = [...left, ...right];
  if (words.some(({ role }) => OF_TABLES.has(role))) return true;
  const isOther = ({ role, value }: Token) => role === 'business' || (role === 'rate' && value === 'other');
  return isOfTable(subject) && !LOOSE_UNITS.includes(figure.unit) && !words.some(isOther);
}

const isOfTable = (subject: ReadingContext['subject']): boolean =>
  subject !== undefined && subject.of !== 'business' && subject.of !== 'information';

/** Words that make a clause without figures say something about numbers: 均, 未, 最多, 较上年. */
const SIGN_ROLES = ['all', 'none', 'rest', 'superlative', 'change', 'compared'] as const;
const SIGNS = new Set<Token['role']>(SIGN_ROLES);

/** Roles of words, one of which a sentence with something unread has. */
export const NEEDED_FOR_UNREAD: readonly Token['role'][] = ['figure', ...SIGN_ROLES];

/** 申请量下降, but not 提升申请办理质量. */
const isSign = ({ role }: Token, index: number, tokens: readonly Token[]): boolean =>
  SIGNS.has(role) &&
  (role !== 'change' || tokens.slice(0, index).some((one) => OF_TABLES.has(one.role) || one.role === 'compared'));

function conclusionIn({ tokens, context }: Tail): Unread[] {
  const { plan, body, time, exception } = context;
  if (plan || !tokens.some(isSign)) return [];
  const isTold = toldBeside(tokens, context);
  if (!tokens.some(isTold)) return [];
  const isPart = (token: Token, index: number) => isTold(token) || isSign(token, index, tokens);
  const words = tokens.slice(tokens.findIndex(isPart), tokens.findLastIndex(isPart) + 1);
  const word = words.find(({ role }) => role === 'unknown');
  const found = [body, time, exception].flatMap((one) => one ?? []);
  const doubts: readonly Doubt[] = word ? [...found, { reason: 'word', word: word.text }] : found;
  const [start, end] = [words[0]?.start ?? 0, words.at(-1)?.end ?? 0];
  return [{ kind: 'unread', start, end, doubts: doubts.length > 0 ? doubts : [{ reason: 'several' }] }];
}

/** Whether a word beside a sign is what the sign is about: 均答复 after 申请, but not 答复时都; 其余为零, but not 没有其他. */
function toldBeside(tokens: readonly Token[], { subject }: ReadingContext): (token: Token) => boolean {
  const sign = tokens.find(isSign);
  const isBehind = ({ start }: Token) => sign !== undefined && start > sign.start;
  const isOfRequests = sign?.role === 'none' || tokens.some(({ role }) => role === 'event');
  return (token) => {
    const { role, value } = token;
    if (role === 'request' && value === 'weak') return isOfRequests;
    if (OF_TABLES.has(role)) return true;
    if (!isOfTable(subject)) return false;
    return (
      role === 'compared' ||
      (role === 'rest' && !isBehind(token)) ||
      (role === 'event' && isBehind(token)) ||
      (role === 'all' && subject?.of === 'procedures')
    );
  };
}
