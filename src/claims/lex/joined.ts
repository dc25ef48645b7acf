import { BARE_CARRIED, WAITING } from '../vocabulary/requests.ts';
import { AND } from '../vocabulary/signs.ts';
import { FROM } from '../vocabulary/whose.ts';
import type { Token } from './token.ts';

/** Words that may stand between a year and 结转: 结转到2026年. */
const BETWEEN = 2;

/**
 * 结转 does not say from when or until when; the year beside it does: 2024年结转 are those carried over, 结转至2026年 those
 * carried forward.
 */
export function joined(tokens: readonly Token[]): Token[] {
  const result: Token[] = [];
  for (const [index, token] of tokens.entries()) {
    if (token.role !== 'event' && token.role !== 'time') {
      result.push(token);
      continue;
    }
    const before = result.findLastIndex(({ role }) => role !== 'plain' && role !== 'to' && role !== 'by');
    const last = result[before];
    // 新收的和上年结转的: the year belongs to the word behind it.
    if (isCarried(token) && before >= 0 && isAndLast(last)) {
      result.splice(
        before,
        result.length - before,
        { ...last, role: 'and', value: '' },
        { ...token, value: 'carried_over' },
      );
      continue;
    }
    const isNear = last !== undefined && result.length - before <= BETWEEN;
    // 期初在办12件: what was in hand when the year began.
    const isFromStart = last?.role === 'time' && last.value === 'start' && token.value === 'carried_forward';
    if (isNear && ((isCarried(token) && isLastYear(last)) || isFromStart))
      result.splice(before, result.length - before, merged(last, token, 'carried_over'));
    else if (
      isNear &&
      isCarried(last) &&
      token.role === 'time' &&
      (token.value === 'plan' || (token.value === 'own' && !isWaiting(last))) &&
      (!isWaiting(last) || isContinued(tokens[index + 1]))
    )
      result.splice(
        before,
        result.length - before,
        // 结转本年 is a number of this year also where it is told of last year.
        ...(token.value === 'own' ? [{ ...token, start: last.start, end: last.start, text: '' }] : []),
        merged(last, token, token.value === 'plan' ? 'carried_forward' : 'carried_over'),
      );
    else result.push(token);
  }
  return result.map((token, index) => {
    if (!isCarried(token)) return token;
    return token.value === 'moved' && !isDeniedOfLast(result, index)
      ? { ...token, role: 'unknown', value: '' }
      : { ...token, value: directionOf(index, result) };
  });
}

/** 上年没有遗留的申请 */
const isDeniedOfLast = (tokens: readonly Token[], index: number): boolean => {
  const [year, sign] = tokens.slice(Math.max(0, index - 2), index);
  return sign?.role === 'none' && year?.role === 'time' && (isLastYear(year) || year.value === 'own');
};

/** 结转2件 behind what was concluded goes to the next year; behind 新收23件 alone it does not say where it goes. */
function directionOf(index: number, tokens: readonly Token[]): string {
  if (!BARE_CARRIED.includes((tokens[index] as Token).text) || tokens[index + 1]?.role !== 'figure')
    return 'carried_forward';
  const isEnd = ({ role, value }: Token) => role === 'mark' && ENDS.has(value);
  const before = tokens.slice(tokens.slice(0, index).findLastIndex(isEnd) + 1, index);
  const end = tokens.slice(index).findIndex(isEnd);
  const behind = tokens.slice(index + 1, end < 0 ? tokens.length : index + end);
  const has = (all: readonly Token[], ...values: readonly string[]) =>
    all.some(({ role, value }) => role === 'rest' || (role === 'event' && values.includes(value)));
  if (has(before, 'finished', 'answered', 'carried_over')) return 'carried_forward';
  return has(behind, 'carried_forward') ? 'carried_over' : 'carried';
}

/** Where a sentence ends. */
const ENDS = new Set(['。', '!', '?', '\n']);

/** 2024年, and 从2024年 as where something comes from. */
const isLastYear = ({ role, value, text }: Token): boolean =>
  role === 'time' && (value === 'last' || (value === 'other' && FROM.some((one) => text.startsWith(one))));

const isCarried = ({ role, value }: Token): boolean => role === 'event' && (value === 'carried' || value === 'moved');

/** 待2026年续办, 需2026年答复, but not 待2026年修订. */
const isWaiting = ({ role, text }: Token): boolean => role === 'event' && WAITING.includes(text);
const isContinued = (next: Token | undefined): boolean => next?.role === 'event' || next?.role === 'plain';

const isAndLast = (token: Token | undefined): token is Token =>
  token?.role === 'compared' && token.value === 'last' && AND.some((one) => token.text.startsWith(one));

const merged = (first: Token, last: Token, value: string): Token => ({
  role: 'event',
  value,
  text: first.text + last.text,
  start: first.start,
  end: last.end,
});
