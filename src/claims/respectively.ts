import { after } from './context-after.ts';

import { governs } from './counted.ts';
import type { Clause } from './lex/sentences.ts';
import { relates, type Token } from './lex/token.ts';
import { type Item, type Mention, mentionOf } from './mention.ts';

const isMention = (item: Item): item is Mention => item.is === 'mention';
const isJoint = ({ role, value }: Token): boolean => role === 'and' || (role === 'mark' && value === '、');

/** Roles of words that can be what one of several figures counts. */
const NAMES = new Set<Token['role']>(['channel', 'part', 'office', 'body', 'own', 'time', 'request']);

/**
 * 予以公开、部分公开分别为70件、20件 gives each of the figures its own words; 网上、信函各5件 makes two figures of one. Where
 * the words and figures are not equally many, none of them is read.
 */
export function shared(
  items: readonly Item[],
  clause: Clause,
  before: Clause | undefined,
  aggregate: boolean,
): readonly Item[] {
  const { tokens } = clause;
  const sign = tokens.find(({ role }) => role === 'respectively');
  if (!sign) return items;
  const figures = figuresBehind(items.filter(isMention), sign);
  const [first] = figures;
  // 各有11件和4件 gives each its own figure, as 分别有 does.
  const isEach = sign.value === 'each' && figures.length === 1;
  if (!first || (sign.value !== 'each' && figures.length === 1)) return items;
  const last = items.filter(isMention).findLast(({ figure }) => figure.end <= sign.start);
  const told = tokens.filter(
    ({ start, role }) => start >= (last?.figure.end ?? 0) && start < first.figure.start && role !== 'respectively',
  );
  const longer = [...(before?.tokens ?? []), ...told];
  const count = isEach ? undefined : figures.length;
  const names = distributed(told, count) ?? distributed(longer, count);
  if (isEach && !names) return items;
  const unit = figures.at(-1)?.figure.unit ?? '';
  // 分别占办结总数的……, 分别较上年增长……: all of them are shares or changes.
  const from = told.findIndex(relates);
  const compared = from < 0 ? [] : told.slice(from);
  const own = (mention: Mention, name: readonly Token[]): Mention => {
    const left = [...name.filter(({ role }) => role !== 'figure'), sign, ...compared];
    const isBare = mention.figure.kind === 'bare' && unit !== '';
    const figure = isBare ? { ...mention.figure, kind: 'count' as const, unit } : mention.figure;
    const { clause: within, depth, opens } = mention;
    const place = { clause: within, depth, opens };
    return mentionOf({ figure, left, right: [], modifiers: [] }, after(first.context, left, aggregate), place);
  };
  return items.flatMap((item): Item[] => {
    const index = figures.indexOf(item as Mention);
    if (index < 0) return [item];
    const mention = item as Mention;
    return isEach ? (names ?? []).map((name) => own(mention, name)) : [own(mention, names?.[index] ?? [])];
  });
}

/** The figures behind 分别为 up to one with words of its own. */
function figuresBehind(mentions: readonly Mention[], sign: Token): readonly Mention[] {
  const behind = mentions.filter(({ figure }) => figure.start > sign.start);
  const end = behind.findIndex(
    ({ left, figure }, index) =>
      (index > 0 && !left.every(({ role }) => role === 'and' || role === 'plain')) ||
      (figure.kind !== behind[0]?.figure.kind && figure.kind !== 'bare' && behind[0]?.figure.kind !== 'bare'),
  );
  return end < 0 ? behind : behind.slice(0, end);
}

/** The words of each of the names, as many as there are figures; words that only some of them have belong to all. */
function distributed(tokens: readonly Token[], count: number | undefined): Token[][] | undefined {
  const segments: Token[][] = [[]];
  for (const token of tokens.flatMap(apart)) {
    if (isJoint(token)) segments.push([]);
    else segments.at(-1)?.push(token);
  }
  const governed = segments.filter((segment) => segment.some(governs));
  const named = governed.length === count ? governed : segments.filter((one) => one.some(isName));
  if (named.length < 2 || (count !== undefined && named.length !== count)) return undefined;
  const roles = new Set(named.flat().map(({ role }) => role));
  const ofAll = [...roles].filter((role) => named.every((one) => one.some((token) => token.role === role)));
  if (!ofAll.some((role) => isName({ role }))) return named;
  const common = segments.flat().filter(({ role }) => !ofAll.includes(role));
  return named.map((segment) =>
    [...common, ...segment.filter(({ role }) => ofAll.includes(role))].sort((a, b) => a.start - b.start),
  );
}

const isName = (token: Pick<Token, 'role'>): boolean => governs(token as Token) || NAMES.has(token.role);

/** 予以公开和部分公开 is one word with two names. */
function apart(token: Token): Token[] {
  const values = token.role === 'outcome' ? token.value.split('+') : [];
  if (token.role === 'procedure' && token.value === 'both') values.push('reconsideration', 'litigation');
  if (values.length < 2) return [token];
  const mark: Token = { ...token, role: 'mark', value: '、' };
  return values.flatMap((value, index) => (index === 0 ? [{ ...token, value }] : [mark, { ...token, value }]));
}
