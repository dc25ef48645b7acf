import { say } from '../../diagnostics/text.ts';
import { type YamlMessage, yamlReference, yamlSyntax } from '../yaml-rules.ts';
import { isTextKey, type Key, keyAt } from './key.ts';
import { DOUBLED } from './piece-slips.ts';
import { afterQuoted, hasSpecialStart, insideDoubled, withoutSign } from './quote.ts';

/** A value on the line of its key that YAML does not read as the text it is, and why. */
export interface BadValue {
  readonly message: YamlMessage;
  readonly start: number;
  readonly end: number;
}

/** The problem of a text that begins on the line of its key; undefined if YAML reads it as it is. */
export function badValue(text: string, { word }: Key, start: number, end: number): BadValue | undefined {
  const value = text.slice(start, end);
  const [sign = ''] = value;
  const unsigned = isTextKey(word) ? undefined : withoutSign(value);
  const bad = (at: number, length: number, zh: string, en: string, rule = yamlSyntax): BadValue => ({
    message: {
      rule,
      message: say(zh, en),
      hint: isTextKey(word)
        ? belowBar(word)
        : unsigned
          ? say(`去掉“${sign}”，写成 ${word}: ${unsigned}`, `Remove "${sign}" and write ${word}: ${unsigned}`)
          : IN_QUOTES,
    },
    start: start + at,
    end: start + at + length,
  });
  const doubled = insideDoubled(value);
  if (doubled !== undefined)
    return {
      ...bad(0, value.length, '', ''),
      message: { rule: yamlSyntax, message: DOUBLED, hint: say(`写成 ${doubled}`, `Write ${doubled}`) },
    };
  if (isPairs(value)) {
    const inBraces = braced(value);
    const message = say('几个键写在一行里，要用英文花括号括起来', 'Several keys on one line must be in braces');
    return {
      ...bad(0, 1, '', ''),
      message: { rule: yamlSyntax, message, hint: say(`写成 ${word}: ${inBraces}`, `Write ${word}: ${inBraces}`) },
    };
  }
  if (sign === '"' || sign === "'") {
    const closed = afterQuoted(value, 0);
    if (closed === undefined || /^\s*(?:#|$)/.test(value.slice(closed))) return undefined;
    return bad(
      0,
      closed,
      `文字用英文引号（${sign}）开头，引号后面还有字，YAML 读不出来`,
      `The text begins with a quote (${sign}) and goes on after the closing quote, so YAML cannot read it`,
    );
  }
  if (/^[|>](?![+-]?[0-9]?[+-]?\s*(?:\s#.*)?$)/.test(value))
    return bad(0, 1, `“${sign}”后面要换行，文字不能写在同一行`, `The text must start on the line after ${sign}`);
  // People draw a line or a star for "none" in a table.
  if (value.length === 1 && hasSpecialStart(value) && !isTextKey(word))
    return {
      ...bad(0, value.length, '', ''),
      message: {
        rule: yamlSyntax,
        message: say(`这里不能只写“${value}”`, `"${value}" cannot be the whole value here`),
        hint: say(
          `数没有就写 ${word}: 0，还不知道就写 ${word}: null；别的没有，删去这一行`,
          `If there is none of it, write ${word}: 0; if it is not known yet, ${word}: null; if it is not a number, remove the line`,
        ),
      },
    };
  if (hasSpecialStart(value) && !/^(?:\*\w|\{\{)/.test(value)) {
    const rule = sign === '*' ? yamlReference : yamlSyntax;
    return bad(
      0,
      1,
      `文字不能用“${sign}”开头，YAML 把它当成记号`,
      `A text cannot start with ${sign}, which has a meaning in YAML`,
      rule,
    );
  }
  if (/^\[.*\]\s*[^\s#]|^\{(?!\{)[^}]*\}\s*[^\s#},]/.test(value) || (isTextKey(word) && /^(?:\[|\{(?!\{))/.test(value)))
    return bad(
      0,
      1,
      `文字不能用“${sign}”开头，YAML 把它当成记号`,
      `A text cannot start with ${sign}, which has a meaning in YAML`,
    );
  const colon = value.search(/:(?:\s|$)/);
  if (colon >= 0 && /\p{Script=Han}/u.test(value) && !value.includes('{{'))
    return bad(
      colon,
      1,
      '文字里有英文冒号加空格，YAML 当成了另一个键',
      'The text contains a colon and a space, which YAML reads as another key',
    );
  return undefined;
}

/** Puts pairs of a map in braces; the closing one may be there. */
export const braced = (pairs: string): string => `{ ${(pairs.endsWith('}') ? pairs.slice(0, -1) : pairs).trimEnd()} }`;

/** Pairs of a map without the brace before them: `a: 1, b: 2`. */
export const isPairs = (value: string): boolean => {
  const key = keyAt(value, 0);
  return (
    key !== undefined &&
    /^[a-z_]+$/.test(key.word) &&
    /^:\s*[\w.]+\s*(?:\}$|$|,\s*[a-z_]+\s*:)/.test(value.slice(key.colon))
  );
};

/** The comment in a text that goes on in the next line, where YAML stops to read it. */
export function commentInside(
  text: string,
  { key, start, end }: { key: Key; start: number; end: number },
): BadValue | undefined {
  const at = text.slice(start, end).search(/(?<= )#/);
  if (at < 0) return undefined;
  const message = say(
    '“#”前面有空格，YAML 把后面的字当成注释，读不到',
    'YAML reads what follows a space and # as a comment',
  );
  return { message: { rule: yamlSyntax, message, hint: belowBar(key.word) }, start: start + at, end: start + at + 1 };
}

/** How to write a long text. */
export const belowBar = (word: string) =>
  say(
    `冒号后面只写 |（${word}: |），文字从下一行写起，每一行比 ${word} 多缩进两个空格`,
    `Write only | after the colon (${word}: |), and the text from the next line on, each line indented by two spaces more than ${word}`,
  );

const IN_QUOTES = say("用英文单引号把整个值括起来：'…'", "Put the whole value in single quotes: '…'");
