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

/** True for words that are not in the vocabulary, and for those that name a subject: 土地. */
export const isOutside = ({ role, value }: Pick<Token, 'role' | 'value'>): boolean =>
  role === 'unknown' || (role === 'aspect' && value === 'theme');
