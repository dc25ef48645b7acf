import type { Role } from '../vocabulary/words.ts';
import type { Figure } from './figures.ts';

/** A word, a figure or a mark of a text; `unknown` for words that are not in the vocabulary. */
export interface Token {
  readonly role: Role | 'unknown' | 'figure' | 'name' | 'mark';
  readonly value: string;
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly figure?: Figure;
}

/** 文件: documents of any kind. */
export const isDocument = ({ role, value }: Pick<Token, 'role' | 'value'>): boolean =>
  role === 'plain' && value === 'document';

/** True for words that are not in the vocabulary, and for those that name a subject: 土地, 文件. */
export const isOutside = (token: Pick<Token, 'role' | 'value'>): boolean =>
  token.role === 'unknown' || isDocument(token) || (token.role === 'aspect' && token.value === 'theme');

const RELATING = new Set<string>(['change', 'compared', 'share', 'rate'] satisfies Role[]);

/**
 * True for words whose figure is a share, a rate or a change: it is no number of the tables, no part of a list, and not what a
 * conclusion is about. A new role of such words is added here.
 */
export const relates = ({ role }: { readonly role: string }): boolean => RELATING.has(role);
