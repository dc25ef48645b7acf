import { INVISIBLE, ODD_SPACES } from './characters.ts';

/** Whether a text is a number, a date or a word of the report format, and not prose. */
export const isWord = (text: string): boolean => /^[\w.@+/:０-９．－ -]{1,80}$/u.test(text) && /[\w０-９]/u.test(text);

/** A longer value is a text. */
export const LONGEST_WORD = 100;

/** For patterns: spaces of other kinds at the start or end. */
export const ODD_EDGES = `^[${ODD_SPACES}]+|[${ODD_SPACES}]+$`;
const EDGES = new RegExp(ODD_EDGES, 'gu');

/** A value without invisible characters; a number or word also without spaces of other kinds around it. */
export function meant(written: string): string {
  const clean = written.replace(INVISIBLE, '');
  const word = clean.length > LONGEST_WORD ? clean : clean.replace(EDGES, '');
  return isWord(word) ? word : clean;
}
