import { NotOurs, ours, PdfDict, PdfName, PdfRef, type PdfValue } from './values.ts';

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
const SPACE = '[\\t\\n\\f\\r ]*';
const END = '(?=[\\t\\n\\f\\r ()<>[\\]/]|$)';
const TOKEN = new RegExp(
  `${SPACE}(?:(<<|>>|\\[|\\])|(\\d{1,7}) 0 R${END}|([-+]?(?:\\d{1,7}\\.\\d{0,8}|\\d{1,10}|\\.\\d{1,12}))${END}` +
    `|/([!-$&'*-.0-;=?-Z\\\\^-z|~]*)${END}|<((?:[0-9A-Fa-f]{2})*)>|\\(((?:[^()\\\\\\r]|\\\\[()\\\\nrt]|\\\\[0-3][0-7]{2})*)\\)` +
    `|([A-Za-z]+[0-9*]?)${END})`,
  'y',
);

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
    ENDING.lastIndex = this.at;
    return ENDING.test(this.text);
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
    TOKEN.lastIndex = this.at;
    const match = TOKEN.exec(this.text);
    if (!match || depth > DEEPEST) throw new NotOurs();
    this.at = TOKEN.lastIndex;
    const [, bracket, ref, number, name, hex, literal, word] = match;
    if (number !== undefined) return Number(number);
    if (hex !== undefined) return Buffer.from(hex, 'hex').toString('latin1');
    if (word !== undefined) return WORDS.has(word) ? (WORDS.get(word) as PdfValue) : new PdfWord(word);
    if (name !== undefined) return new PdfName(plainName(name));
    if (ref !== undefined) return new PdfRef(Number(ref));
    if (literal !== undefined) return plainString(literal);
    if (bracket === '<<') return this.dict(depth);
    if (bracket === '[') return this.list(depth);
    return new PdfWord(bracket as string);
  }

  private dict(depth: number): PdfDict {
    const dict = new PdfDict();
    for (;;) {
      const key = this.next(depth + 1);
      if (key instanceof PdfWord && key.word === '>>') return dict;
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
        ours(value.word === ']');
        return list;
      }
      list.push(value);
    }
  }
}

const ENDING = /[\t\n\f\r ]*$/y;
const WORDS = new Map<string, PdfValue>([
  ['true', true],
  ['false', false],
  ['null', null],
]);

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
