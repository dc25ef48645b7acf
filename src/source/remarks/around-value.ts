import { Scalar } from 'yaml';
import { say } from '../../diagnostics/text.ts';
import { INVISIBLE, QUOTES } from '../characters.ts';
import { isWord } from '../meant.ts';
import type { Remark, Value } from './remark.ts';
import { yamlAroundValue } from './rules.ts';

/** A longer text has quotation marks of its own. */
const LONGEST = 2000;
/** Words of ASCII that are printed as they are. The checks of numbers, dates and choices find quotation marks around others. */
const PRINTED = new Set(['phone', 'fax', 'postcode', 'email']);

/** Chinese quotation marks around a text, which would be printed: YAML only knows straight ones. */
export function aroundValue({ text, scalar, path, key, start, end }: Value): Remark | undefined {
  // A waiver quotes what it is for; it is not printed.
  if (path[0] === 'waivers' || scalar.type === Scalar.BLOCK_FOLDED || scalar.type === Scalar.BLOCK_LITERAL)
    return undefined;
  const isBare = scalar.type === Scalar.PLAIN;
  const whole = String(isBare ? (scalar.source ?? scalar.value) : scalar.value);
  if (!QUOTE.test(whole)) return undefined;
  const value = whole.replace(INVISIBLE, '').trim();
  const inside = value.length > LONGEST ? undefined : withoutQuotes(value);
  if (inside === undefined || (isWord(inside) && !PRINTED.has(key))) return undefined;
  const written = isBare && isPlain(inside) ? inside : JSON.stringify(inside);
  const signs = `${value[0]} ${value.at(-1)}`;
  return {
    path,
    message: {
      rule: yamlAroundValue,
      message: say(
        `值两边有引号（${signs}），会一起印出来`,
        `There are quotation marks (${signs}) around the value, and they would be printed`,
      ),
      hint: say(`写成 ${written}`, `Write ${written}`),
    },
    start,
    end,
    edits: text.slice(start, end).includes('\n') ? [] : [{ start, end, text: written }],
    done: say(`去掉两边的引号：${written}`, `without the quotation marks: ${written}`),
  };
}

const WRAPPED = new RegExp(`^[${QUOTES}]([^]*)[${QUOTES}]$`, 'u');
const QUOTE = new RegExp(`[${QUOTES}]`, 'u');

/** A text without the quotation marks around it; undefined if it has none, or more than these. */
function withoutQuotes(text: string): string | undefined {
  let inside = text;
  for (let match = WRAPPED.exec(inside); match; match = WRAPPED.exec(inside)) inside = (match[1] ?? '').trim();
  return inside === text || inside === '' || QUOTE.test(inside) ? undefined : inside;
}

/** Whether a text without quotes is this text to YAML. */
const isPlain = (text: string): boolean =>
  /^[\p{Script=Han}（《][\p{L}\d（）《》、，。·]*$/u.test(text) || /^\d[\d-]*$|^[a-z][\w.]*@[\w.]+$/i.test(text);
