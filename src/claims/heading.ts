import { governs } from './counted.ts';
import { type Clause, isToken } from './lex/sentences.ts';
import type { Token } from './lex/token.ts';
import { isFigure } from './mention.ts';
import { DESCRIBES, REASONS } from './vocabulary/signs.ts';

/** 本年新收政府信息公开申请数量：12件: the name stands in the clause before. */
export function headingOf(clause: Clause, before: Clause | undefined): readonly Token[] {
  if (!before || before.items.some(isFigure)) return [];
  if (clause.opens === ',') {
    const { tokens } = before;
    const isName = (isTotalOnly(clause) && isNameOnly(before)) || isCaseBefore(clause, tokens);
    return isName ? tokens : reasonOf(clause, tokens);
  }
  if (clause.opens !== ':') return [];
  // 与去年持平：信函3件: a comparison says nothing of the numbers behind it.
  if (before.items.some(({ role }) => role === 'compared')) return [];
  const own = clause.items.slice(0, clause.items.findIndex(isFigure)).filter(isToken);
  const heading = before.tokens;
  // 结转上年申请数：自然人2件: only who applied stands beside the figure.
  const isWho = own.filter(governs).every(({ role }) => role === 'applicant') && heading.some(isEvent);
  return own.some(governs) && !isWho ? [] : heading;
}

/** 共1件 */
function isTotalOnly({ items }: Clause): boolean {
  const own = items.slice(0, items.findIndex(isFigure));
  return own.some(({ role }) => role === 'total') && own.every(({ role }) => role === 'total' || role === 'plain');
}

/** 行政强制有记录，共1件: the clause before says nothing but what there is. */
const isNameOnly = ({ items, tokens }: Clause): boolean =>
  tokens.some(governs) &&
  items.every((item, index) => {
    const before = items[index - 1];
    const isThere = before?.role === 'plain' && before.value === 'exists';
    return isToken(item) && (governs(item) || IN_NAMES.has(item.role) || (item.role === 'unknown' && isThere));
  });
const IN_NAMES = new Set<string>(['plain', 'own', 'time', 'request', 'and', 'mark']);

const isEvent = ({ role }: Token): boolean => role === 'event';

/** 由企业提交的，有5件: the clause before says what the number alone counts. */
const isCaseBefore = ({ items }: Clause, before: readonly Token[]): boolean =>
  items.every(({ role }) => role === 'figure' || role === 'plain') &&
  before.some(governs) &&
  before[0]?.role !== 'to' &&
  (before.at(-1)?.text.endsWith(DESCRIBES) ?? false);

/** 因信息不存在，无法提供11件: the clause before limits the number to those with this reason. */
function reasonOf({ items }: Clause, before: readonly Token[]): readonly Token[] {
  const own = items.slice(0, items.findIndex(isFigure)).filter(isToken);
  const [first] = before;
  const isStart = first?.role === 'row' || REASONS.some((one) => first?.text.startsWith(one));
  const isReason = isStart && before.some(({ role }) => role === 'row' || role === 'aspect');
  return isReason && own.some(({ role }) => role === 'outcome' || role === 'event') ? before : [];
}
