import { governs } from './counted.ts';
import type { Token } from './lex/token.ts';
import { DESCRIBES, NOT_DONE, WHOLLY } from './vocabulary/signs.ts';

/** A part of a clause that says that there is none of something, or that all are so. */
export interface Predicate {
  /** `unclear`: 未全部, 没有……未. */
  readonly says: 'none' | 'all' | 'unclear';
  readonly sign: Token;
  /** The words that say what there is none of, or what all are. */
  readonly told: readonly Token[];
  /** The other words of this part of the clause. */
  readonly rest: readonly Token[];
}

const isSign = ({ role }: Token): boolean => role === 'none' || role === 'all';
const divides = ({ role, value }: Token): boolean => role === 'mark' || (role === 'plain' && value === 'but');
const isNamed = (words: readonly Token[]): boolean =>
  words.some((one) => governs(one) || one.role === 'request' || (one.role === 'plain' && one.value === 'person'));

/** The predicates of a clause: 零复议、零诉讼 has two. */
export function predicatesIn(tokens: readonly Token[]): Predicate[] {
  const places = tokens.flatMap((token, index) => (isSign(token) ? [index] : []));
  if (places.length === 0) return [...causeIn(tokens), ...whollyIn(tokens)];
  const found: Predicate[] = [];
  let from = 0;
  let says: Predicate['says'] | undefined;
  for (const [position, place] of places.entries()) {
    const sign = tokens[place] as Token;
    const next = places[position + 1] ?? tokens.length;
    const between = tokens.slice(place + 1, next);
    const mark = between.findLastIndex(divides);
    const end = next < tokens.length && mark >= 0 ? place + 1 + mark : next;
    says = joined(says, sign);
    const isPlain = !between.some(governs);
    const isJoined =
      next < tokens.length && mark < 0 && (isPlain || (says === 'none' && !isSeparate(tokens[next] as Token)));
    // 均未收到, 均为零: the signs are one.
    if (isJoined && isPlain) continue;
    const behind = tokens.slice(place + 1, end);
    found.push(predicateOf(isJoined ? 'unclear' : says, sign, tokens.slice(from, place), behind));
    from = mark >= 0 ? end + 1 : end;
    says = undefined;
  }
  return found;
}

/** What two signs say together: 均未 is none, 无不 is all. */
function joined(before: Predicate['says'] | undefined, { role }: Token): Predicate['says'] {
  const own = role === 'none' ? 'none' : 'all';
  if (before === undefined || before === 'all') return own;
  return before === 'none' && own === 'none' ? 'all' : 'unclear';
}

/** 也未, 零: not a denial of the denial before. */
const isSeparate = ({ role, value }: Token): boolean => role === 'none' && value === 'also';

function predicateOf(
  says: Predicate['says'],
  sign: Token,
  before: readonly Token[],
  behind: readonly Token[],
): Predicate {
  // 行政处罚为零: the words stand before the sign.
  const isBefore =
    says === 'none' && !isNamed(behind) && behind.every(({ role }) => role === 'plain' || role === 'such');
  // 未被受理的，书面告知; 应公开而未公开的情形
  const isBare = NOT_DONE.some((one) => sign.text.endsWith(one));
  const describes = [behind.at(-1), isBare ? behind[0] : undefined].some((one) => one?.text.endsWith(DESCRIBES));
  const isCase = says === 'none' && sign.value === '' && describes;
  if (isCase) return { says: 'unclear', sign, told: behind, rest: before };
  return isBefore ? { says, sign, told: before, rest: behind } : { says, sign, told: behind, rest: before };
}

/** 其他处理1件，系申请人逾期不补正 */
function causeIn(tokens: readonly Token[]): Predicate[] {
  const [sign, ...told] = tokens;
  const isCause = sign?.role === 'plain' && sign.value === 'is' && told.some(({ role }) => role === 'row');
  return isCause ? [{ says: 'all', sign, told, rest: [] }] : [];
}

/** 全部予以公开 is one word of the form. */
function whollyIn(tokens: readonly Token[]): Predicate[] {
  const sign = tokens.find(({ role, text }) => role === 'outcome' && text.startsWith(WHOLLY));
  if (!sign) return [];
  const others = tokens.filter((token) => token !== sign);
  const isPlain = others.every(({ role }) => role === 'plain' || role === 'own' || role === 'request');
  return isPlain ? [{ says: 'all', sign, told: [sign], rest: others }] : [];
}
