import type { Token } from './token.ts';

/** The clauses between two brackets. */
export interface Bracket {
  readonly role: 'bracket';
  readonly clauses: readonly Clause[];
  readonly start: number;
  readonly end: number;
}

/** What stands between two punctuation marks. Brackets are children. */
export interface Clause {
  readonly items: readonly (Token | Bracket)[];
  /** Those of its items that are no brackets. */
  readonly tokens: readonly Token[];
  /** The mark before it: `,` `;` `:` `(`, or nothing at the start of a sentence. */
  readonly opens: string;
  readonly start: number;
  readonly end: number;
}

export interface Sentence {
  readonly clauses: readonly Clause[];
  readonly start: number;
  readonly end: number;
  /** The roles of all its tokens, also of those in brackets. */
  readonly roles: ReadonlySet<Token['role']>;
  /** It is the last one of its paragraph. */
  readonly isLast: boolean;
}

const ENDS = new Set(['。', '!', '?', '\n']);
const DIVIDES = new Set([',', ';', ':']);

/** Deeper brackets are not told apart. */
const DEEPEST = 6;

interface Open {
  readonly clauses: Clause[];
  items: (Token | Bracket)[];
  hasBrackets: boolean;
  opens: string;
  start: number;
}

const open = (opens: string, start: number): Open => ({ clauses: [], items: [], hasBrackets: false, opens, start });

function closeClause(level: Open, end: number, next: string): void {
  const { items, opens, hasBrackets } = level;
  if (items.length > 0) {
    const tokens = hasBrackets ? items.filter(isToken) : (items as Token[]);
    level.clauses.push({ items, tokens, opens, start: items[0]?.start ?? level.start, end });
  }
  // A mark with nothing before it (：、，twice) does not hide the one before it.
  level.opens = items.length > 0 || level.clauses.length === 0 ? next : level.opens;
  level.items = [];
  level.hasBrackets = false;
}

export const isToken = (item: Token | Bracket): item is Token => item.role !== 'bracket';

/** Groups the tokens of a text into sentences, clauses and brackets, in linear time. */
export function sentencesOf(tokens: readonly Token[]): Sentence[] {
  const sentences: Sentence[] = [];
  let levels: Open[] = [open('', 0)];
  let roles = new Set<Token['role']>();
  const top = (): Open => levels.at(-1) as Open;
  const closeBracket = (end: number) => {
    const level = levels.pop() as Open;
    closeClause(level, end, '');
    if (level.clauses.length === 0) return;
    top().items.push({ role: 'bracket', clauses: level.clauses, start: level.start, end });
    top().hasBrackets = true;
  };
  const closeSentence = (end: number, isLast: boolean) => {
    while (levels.length > 1) closeBracket(end);
    closeClause(top(), end, '');
    const [{ clauses }] = levels as [Open];
    if (clauses.length > 0) sentences.push({ clauses, roles, start: clauses[0]?.start ?? 0, end, isLast });
    levels = [open('', end)];
    roles = new Set();
  };
  for (const token of tokens) {
    const { role, value, start, end } = token;
    roles.add(role);
    if (role !== 'mark') top().items.push(token);
    else if (value === '(') {
      if (levels.length <= DEEPEST) levels.push(open('(', end));
    } else if (value === ')' && levels.length > 1) closeBracket(start);
    else if (ENDS.has(value) && (levels.length === 1 || value === '\n')) closeSentence(start, value === '\n');
    else if (DIVIDES.has(value)) closeClause(top(), start, value);
    else if (value === '、') top().items.push(token);
  }
  closeSentence(tokens.at(-1)?.end ?? 0, true);
  return sentences;
}
