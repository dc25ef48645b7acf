import type { Figure } from '../lex/figures.ts';
import type { Token } from '../lex/token.ts';
import type { Mention } from '../mention.ts';

/** The numbers of this year and last year that the text gives itself. */
export interface Told {
  readonly now: Figure;
  readonly base: Figure;
}

const isLastYear = ({ role, value }: Token): boolean => role === 'time' && value === 'last';
const isTo = ({ role, value }: Token): boolean => role === 'change' && value === 'to';

/** True if a figure is last year's: 去年40件, 比上年40件, （去年40件）, 比2024年（31起）. */
export const isBase = ({ left, context, depth }: Mention): boolean =>
  !left.some(({ role, value }) => role === 'change' || (role === 'event' && value === 'carried_over')) &&
  (left.some((token) => isLastYear(token) || token.role === 'compared') ||
    context.timeValue === 'last' ||
    (depth > 0 && left.length === 0 && context.compared));

/** The two numbers beside a change: 新收46件，去年40件，…; 由去年的40件增加到46件，…; 新收46件，增长15%（去年40件）. */
export function pairAround(mentions: readonly Mention[], at: number): Told | undefined {
  const before = mentions.slice(0, at);
  // 增加6件，增长15%: both are about the numbers before them.
  while (before.at(-1)?.left.some((token) => token.role === 'change' && !isTo(token))) before.pop();
  const [first, second] = [before.at(-2), before.at(-1)];
  const next = mentions[at + 1];
  return (
    (first && second && (fromTo(first, second) ?? nowAndBase(first, second))) ||
    (second && next?.left.some(isLastYear) ? nowAndBase(second, next) : undefined)
  );
}

const ofNow = ({ left, context }: Mention): boolean =>
  !left.some((token) => isLastYear(token) || token.role === 'compared') && context.timeValue !== 'last';

/** 由去年的40件增加到46件; 2024年新收40件，2025年新收46件 */
function fromTo(base: Mention, now: Mention): Told | undefined {
  const isReached = now.left.some(isTo);
  const isNextYear = isBase(base) && now.left.some(({ role, value }) => role === 'time' && value === 'own');
  // 上年申请量40件，今年新收46件
  const isSame = countsSame(base, now) || !base.left.some(({ role }) => role === 'event');
  return (isReached || isNextYear) && ofNow(now) && isSame ? told(now, base) : undefined;
}

const nowAndBase = (now: Mention, base: Mention): Told | undefined =>
  isBase(base) && ofNow(now) && !now.left.some(isTo) && countsSame(now, base) ? told(now, base) : undefined;

/** 去年办结38件 is not last year's number of 新收46件. */
const countsSame = (first: Mention, second: Mention): boolean =>
  !second.left.some(({ role }) => role === 'respectively') &&
  second.left.every(
    ({ role, value }) => role !== 'event' || first.left.some((one) => one.role === role && one.value === value),
  );

function told({ figure: now }: Mention, { figure: base }: Mention): Told | undefined {
  const isSame = now.kind === base.kind && (now.kind === 'money' || (now.kind === 'count' && now.unit === base.unit));
  return isSame && !now.about && !base.about && base.value > 0 ? { now, base } : undefined;
}
