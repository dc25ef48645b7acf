import { governs } from './counted.ts';
import type { Token } from './lex/token.ts';
import type { Item, Mention } from './mention.ts';
import type { Doubt } from './statement.ts';

/** Roles of the words before the number and in the clauses behind it that leave it the number of all that are carried forward. */
const BEFORE = new Set<Token['role']>(['rest', 'beside', 'plain', 'request', 'own', 'total']);
const BEHIND = new Set<Token['role']>([
  'plain',
  'aspect',
  'request',
  'by',
  'to',
  'unknown',
  'event',
  'row',
  'and',
  'such',
]);

/** 另有36件申请因征求第三方意见，跨入下一年度办理: a clause behind the number says what happened to the applications. */
export const withLaterEvent = (items: readonly Item[]): readonly Item[] =>
  items.map((item, index) => {
    if (item.is === 'tail' || !isOfRequests(item)) return item;
    const behind = behindIt(item, items.slice(index + 1, index + 1 + LOOK_AHEAD));
    if (!isForward(behind)) return item;
    const hard = item.doubts.filter(({ reason, soft }) => !soft && reason !== 'part');
    // Others can be carried forward for other reasons.
    const reason = behind.find(({ role }) => role === 'aspect' || role === 'row' || role === 'unknown');
    const part: Doubt[] = reason ? [{ reason: 'part', word: reason.text, soft: true }] : [];
    return { ...item, quantity: { about: 'requests', event: 'carried_forward' }, doubts: [...hard, ...part] };
  });

/** How many clauses behind a number can be about it. */
const LOOK_AHEAD = 4;

const isOfRequests = ({ figure, quantity, left, right }: Mention): boolean =>
  figure.kind === 'count' &&
  (quantity === undefined || (quantity.about === 'requests' && quantity.event === 'handled')) &&
  left.every(({ role }) => BEFORE.has(role)) &&
  [...left, ...right].some(({ role }) => role === 'request');

/** The words behind a number up to the next one. */
function behindIt({ depth }: Mention, next: readonly Item[]): readonly Token[] {
  const end = next.findIndex((item) => item.is === 'mention' || item.depth !== depth);
  return (end < 0 ? next : next.slice(0, end)).flatMap((item) => (item.is === 'tail' ? item.tokens : []));
}

function isForward(tokens: readonly Token[]): boolean {
  const isPart = tokens.some(({ role, value }) => !BEHIND.has(role) || (role === 'aspect' && value === 'some'));
  const said = tokens.findLast(governs);
  return !isPart && said?.role === 'event' && said.value === 'carried_forward';
}
