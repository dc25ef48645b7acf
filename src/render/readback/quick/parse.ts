import { ours, PdfDict, PdfName, PdfRef, type PdfValue } from './values.ts';

/** Lists and dictionaries inside each other. Ours have 4. */
const DEEPEST = 20;

/** A word that is no value: an operator, or a part of the file such as `endobj`. */
export class PdfWord {
  readonly word: string;
  constructor(word: string) {
    this.word = word;
  }
}

// Exactly what Chrome and pdf-lib write. Comments, hexadecimal with spaces and strings with brackets are not among it.
const END = '(?=[\\t\\n\\f\\r ()<>[\\]/]|$)';
/** A number, as a pattern. */
export const DIGITS = '[-+]?(?:\\d{1,7}\\.\\d{0,8}|\\d{1,10}|\\.\\d{1,18})';
const NUMBER = new RegExp(`${DIGITS}${END}`, 'y');
const REF_END = new RegExp(` 0 R${END}`, 'y');
const NAME = new RegExp(`/[!-$&'*-.0-;=?-Z\\\\^-z|~]*${END}`, 'y');
const HEX = /<(?:[0-9A-Fa-f]{2})*>/y;
const STRING = /\((?:[^()\\\r]|\\[()\\nrt]|\\[0-3][0-7]{2})*\)/y;
const WORD = new RegExp(`[A-Za-z]+[0-9*]?${END}`, 'y');
const SPACE = /[\t\n\f\r ]*/y;

/** Reads values and words one after the other from the text of a file or of a stream, one character for each byte. */
export class PdfTokens {
  readonly text: string;
  /** The position after the last token. */
  at: number;
  constructor(text: string, at = 0) {
    this.text = text;
    this.at = at;
  }

  /** True if only spaces are left. */
  get isAtEnd(): boolean {
    this.skipSpaces();
    return this.at >= this.text.length;
  }

  /** Passes what the pattern matches here, if it does. */
  match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.at;
    const match = pattern.exec(this.text);
    if (match) this.at = pattern.lastIndex;
    return match;
  }

  /** Throws `NotOurs` if there is no value. */
  value(): PdfValue {
    const token = this.next();
    ours(!(token instanceof PdfWord));
    return token;
  }

  /** Throws `NotOurs` if something else follows. */
  word(expected: string): void {
    const token = this.next();
    ours(token instanceof PdfWord && token.word === expected);
  }

  next(depth = 0): PdfValue | PdfWord {
    ours(depth <= DEEPEST);
    this.skipSpaces();
    const { text, at } = this;
    const sign = text[at] ?? '';
    if (sign === '<' && text[at + 1] !== '<') return bytesOfHex(this.take(HEX).slice(1, -1));
    if (sign === '/') return new PdfName(plainName(this.take(NAME).slice(1)));
    if (sign === '(') return plainString(this.take(STRING).slice(1, -1));
    if (sign === '<' || sign === '[') {
      this.at += sign === '<' ? 2 : 1;
      return sign === '<' ? this.dict(depth) : this.list(depth);
    }
    if (sign === ']' || text.startsWith('>>', at)) {
      this.at += sign === ']' ? 1 : 2;
      return sign === ']' ? LIST_END : DICT_END;
    }
    if (/[A-Za-z]/.test(sign)) {
      const word = this.take(WORD);
      return WORDS.has(word) ? (WORDS.get(word) as PdfValue) : new PdfWord(word);
    }
    return this.number();
  }

  private number(): number | PdfRef {
    const number = Number(this.take(NUMBER));
    REF_END.lastIndex = this.at;
    if (!(this.text.startsWith(' 0 R', this.at) && REF_END.test(this.text))) return number;
    ours(Number.isInteger(number) && number > 0);
    this.at = REF_END.lastIndex;
    return new PdfRef(number);
  }

  /** The text of the pattern, which must be next. */
  private take(pattern: RegExp): string {
    const start = this.at;
    pattern.lastIndex = start;
    ours(pattern.test(this.text));
    this.at = pattern.lastIndex;
    return this.text.slice(start, this.at);
  }

  private skipSpaces(): void {
    SPACE.lastIndex = this.at;
    SPACE.test(this.text);
    this.at = SPACE.lastIndex;
  }

  private dict(depth: number): PdfDict {
    const dict = new PdfDict();
    for (;;) {
      const key = this.next(depth + 1);
      if (key === DICT_END) return dict;
      ours(key instanceof PdfName && !dict.has(key.name));
      const value = this.next(depth + 1);
      ours(!(value instanceof PdfWord));
      dict.set(key.name, value);
    }
  }

  private list(depth: number): PdfValue[] {
    const list: PdfValue[] = [];
    for (;;) {
      const value = this.next(depth + 1);
      if (value instanceof PdfWord) {
        ours(value === LIST_END);
        return list;
      }
      list.push(value);
    }
  }
}

const LIST_END = new PdfWord(']');
const DICT_END = new PdfWord('>>');
const WORDS = new Map<string, PdfValue>([
  ['true', true],
  ['false', false],
  ['null', null],
]);

/** The bytes that hexadecimal digits write, one character each. */
export function bytesOfHex(digits: string): string {
  let bytes = '';
  for (let at = 0; at < digits.length; at += 2)
    bytes += String.fromCharCode(Number.parseInt(digits.slice(at, at + 2), 16));
  return bytes;
}

function plainName(name: string): string {
  if (!name.includes('#')) return name;
  return name.replace(/#(..?)?/g, (_, code: string | undefined) => {
    ours(code !== undefined && /^[0-9A-Fa-f]{2}$/.test(code) && code !== '00');
    return String.fromCharCode(Number.parseInt(code, 16));
  });
}

const ESCAPED: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' };

const plainString = (literal: string): string =>
  literal.replace(/\\([0-7]{3}|.)/g, (_, code: string) =>
    code.length === 3 ? String.fromCharCode(Number.parseInt(code, 8)) : (ESCAPED[code] ?? code),
  );
