import { governs } from '../counted.ts';
import type { Token } from '../lex/lexer.ts';
import type { Bracket, Clause } from '../lex/sentences.ts';
import { type Item, type Mention, mentionOf } from '../reading.ts';

const isToken = (item: Token | Bracket): item is Token => item.role !== 'bracket';

/**
 * 予以公开、部分公开分别为70件、20件: gives each of the figures behind 分别 its own words. Where the words and figures are not
 * equally many, none of them is read.
 */
export function shared(items: readonly Item[], clause: Clause, before: Clause | undefined): readonly Item[] {
  const tokens = clause.items.filter(isToken);
  const sign = tokens.find(({ role }) => role === 'respectively');
  if (!sign) return items;
  const figures = items.filter(
    (item): item is Mention =>
      item.is === 'mention' &&
      item.figure.start > sign.start &&
      (item.figure.kind === 'count' || item.figure.kind === 'money'),
  );
  if (figures.length < 2) return items;
  const last = items.filter((item): item is Mention => item.is === 'mention' && item.figure.end <= sign.start).at(-1);
  const inClause = tokens.filter(({ start }) => start < sign.start && start >= (last?.figure.end ?? 0));
  const told = inClause.some(governs) ? inClause : [...(before?.items.filter(isToken) ?? []), ...inClause];
  const names = distributed(told, figures.length);
  const [first] = figures;
  return items.map((item) => {
    const index = figures.indexOf(item as Mention);
    if (index < 0 || !first) return item;
    const left = names?.[index];
    const written = { figure: (item as Mention).figure, left: left ?? [], right: [], modifiers: [] };
    return mentionOf(written, first.context, item as Mention);
  });
}

/** The words of each of `count` names; words of another role belong to all of them. */
function distributed(tokens: readonly Token[], count: number): Token[][] | undefined {
  const segments: Token[][] = [[]];
  for (const token of tokens) {
    if (token.role === 'and' || (token.role === 'mark' && token.value === '、')) segments.push([]);
    else segments.at(-1)?.push(token);
  }
  const named = segments.filter((segment) => segment.some(governs));
  if (named.length !== count) return undefined;
  const role = named[0]?.findLast(governs)?.role;
  const own = named.map((segment) => segment.filter((token) => token.role === role));
  if (own.some(({ length }) => length === 0)) return named;
  const common = segments.flat().filter((token) => token.role !== role);
  return own.map((words) => [...common, ...words]);
}
