import type { Text } from './text.ts';

/** The most characters that a message quotes from a file, a name or an argument. */
const LONGEST = 200;
/** The most characters of a message; of a longer one, both ends are kept. */
const WHOLE = 1000;

// What stands in quotation marks, or has neither space nor punctuation: no words of ours are as long.
const QUOTES = [
  /(“[^“”]{200})[^“”]+/gu,
  /("[^"]{200})[^"]+/gu,
  /([^\s，。；：、（）“”"]{200})[^\s，。；：、（）“”"]+/gu,
];

/** A message with at most 200 characters of each quotation, so that its length does not depend on what it quotes. */
export function shortened(message: string): string {
  if (message.length <= LONGEST) return message;
  const short = QUOTES.reduce((text, quote) => text.replace(quote, '$1…'), message);
  return short.length <= WHOLE ? short : `${cut(short)}…${cut(short, -LONGEST)}`;
}

export const shortText = ({ zh, en }: Text): Text => ({ zh: shortened(zh), en: shortened(en) });

/** The first 200 characters of a text that is quoted by itself. */
export const start = (text: string): string => (text.length > LONGEST ? `${cut(text)}…` : text);

/** The last 200 characters. */
export const end = (text: string): string => (text.length > LONGEST ? `…${cut(text, -LONGEST)}` : text);

// Without half a surrogate pair where it is cut.
const cut = (text: string, from = 0): string =>
  (from < 0 ? text.slice(from) : text.slice(0, LONGEST)).replace(/^[\udc00-\udfff]|[\ud800-\udbff]$/g, '');
