/**
 * The number of codes in the ranges of a character map: `<0000> <ffff> <0000>` has 65,536. The content of other streams has no
 * ranges.
 */
export function mappedCharacters(content: Buffer): number {
  if (!content.includes('range')) return 0;
  let codes = 0;
  for (const [, ranges = ''] of content.toString('latin1').matchAll(RANGES)) {
    const words = ranges.match(WORD) ?? [];
    for (let at = 0; at + 1 < words.length; at += 3) {
      const [from, to] = [codeOf(words[at]), codeOf(words[at + 1])];
      // As pdf.js does, which gives up the map at such a range.
      if (!(to - from < LONGEST)) break;
      codes += Math.max(0, to - from + 1);
    }
  }
  return codes;
}

const RANGES = /begin(?:bf|cid)range((?:(?!(?:begin|end)(?:bf|cid)range)[\s\S])*)/gu;
/** A text in hexadecimal, a list, or a number. */
const WORD = /<[^>]*>|\[[^\]]*\]|\d+/gu;
const LONGEST = 2 ** 24;

/** NaN if it is no text in hexadecimal. A digit that is missing at the end is 0. */
function codeOf(word = ''): number {
  if (!word.startsWith('<')) return Number.NaN;
  const digits = word.replace(/[^\da-f]/giu, '');
  return Number.parseInt(digits.padEnd(digits.length + (digits.length % 2), '0') || '0', 16);
}
