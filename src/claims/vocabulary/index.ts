import { BUSINESS } from './business.ts';
import { DISCLOSURE } from './disclosure.ts';
import { PLAIN } from './plain.ts';
import { PROCEDURES } from './procedures.ts';
import { REQUESTS } from './requests.ts';
import { SIGNS } from './signs.ts';
import { WHOSE } from './whose.ts';
import type { Words } from './words.ts';

/**
 * The words of statements about the tables. Texts come from `prose/read-text.ts`: full-width punctuation and digits are
 * half-width, and quotation marks are `"`. The longest matching word is used.
 *
 * To add a word, put it in the list of its meaning.
 */
export const WORDS: readonly Words[] = [
  ...REQUESTS,
  ...PROCEDURES,
  ...DISCLOSURE,
  ...SIGNS,
  ...WHOSE,
  ...BUSINESS,
  ...PLAIN,
];
