import {
  PDFArray,
  PDFBool,
  PDFCatalog,
  PDFContext,
  PDFDict,
  PDFHexString,
  PDFName,
  PDFNull,
  PDFNumber,
  type PDFObject,
  PDFPageLeaf,
  PDFPageTree,
  PDFRawStream,
  PDFRef,
  PDFString,
} from '@cantoo/pdf-lib';

/** Characters that end a name or a number: white space and delimiters. */
const ENDS = new Uint8Array(256);
for (const char of '\0\t\n\f\r ()<>[]{}/%') ENDS[char.charCodeAt(0)] = 1;
const BLANKS = new Uint8Array(256);
for (const char of '\0\t\n\f\r ') BLANKS[char.charCodeAt(0)] = 1;

const TYPE = PDFName.of('Type');
const LENGTH = PDFName.of('Length');
/** The library has classes for some dictionaries. */
const CLASSES = new Map<PDFObject | undefined, Pick<typeof PDFDict, 'fromMapWithContext'>>([
  [PDFName.of('Catalog'), PDFCatalog],
  [PDFName.of('Pages'), PDFPageTree],
  [PDFName.of('Page'), PDFPageLeaf],
]);
const WORDS = new Map<string, PDFObject>([
  ['true', PDFBool.True],
  ['false', PDFBool.False],
  ['null', PDFNull],
]);

/**
 * Reads a PDF as Chrome writes it: all objects one after the other, no object streams, not encrypted. Several times faster than
 * the parser of the library, which expects any PDF. Throws for everything else.
 */
export function parsePdf(bytes: Uint8Array): PDFContext {
  const parser = new Parser(bytes);
  parser.document();
  return parser.context;
}

class Parser {
  readonly context = PDFContext.create();
  private readonly names = new Map<string, PDFName>();
  private readonly numbers = new Map<string, PDFNumber>();
  private readonly text: string;
  private at = 0;

  constructor(private readonly bytes: Uint8Array) {
    this.text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  }

  document(): void {
    // The header is two comments.
    this.at = /^(?:%[^\n]*\n)*/.exec(this.text)?.[0].length ?? 0;
    for (this.blanks(); !this.text.startsWith('xref', this.at); this.blanks()) {
      const ref = PDFRef.of(this.whole(), this.whole());
      this.word('obj');
      this.context.assign(ref, this.object());
      this.word('endobj');
    }
    this.at = this.text.indexOf('trailer', this.at);
    this.word('trailer');
    const trailer = this.object();
    if (!(trailer instanceof PDFDict)) throw this.unexpected();
    const { Root, Info, ID } = Object.fromEntries(
      trailer.entries().map(([key, value]) => [key.asString().slice(1), value]),
    );
    Object.assign(this.context.trailerInfo, { Root, Info, ID });
  }

  private object(): PDFObject {
    this.blanks();
    const { text, at } = this;
    switch (text[at]) {
      case '/':
        return this.name();
      case '<':
        return text[at + 1] === '<' ? this.dictOrStream() : this.hexString();
      case '(':
        return this.string();
      case '[':
        return this.array();
      default:
        return this.numberOrRef();
    }
  }

  private name(): PDFName {
    const written = this.token(this.at + 1);
    let name = this.names.get(written);
    if (!name) {
      name = PDFName.of(written);
      this.names.set(written, name);
    }
    return name;
  }

  private numberOrRef(): PDFObject {
    const written = this.token(this.at);
    const word = WORDS.get(written);
    if (word) return word;
    // In an array of numbers, the next ones are no reference.
    const reference = /^\d+$/.test(written) && this.text[this.at] === ' ' ? this.generation() : undefined;
    if (reference !== undefined) return PDFRef.of(Number(written), reference);
    let number = this.numbers.get(written);
    if (!number) {
      if (!/^[+-]?(?:\d+\.?\d*|\.\d+)$/.test(written)) throw this.unexpected();
      number = PDFNumber.of(Number(written));
      this.numbers.set(written, number);
    }
    return number;
  }

  /** The rest of a reference after its number: ` 0 R`. */
  private generation(): number | undefined {
    const end = this.endOf(this.at + 1);
    if (!this.text.startsWith(' R', end) || !this.endsAt(end + 2)) return undefined;
    const generation = Number(this.text.slice(this.at + 1, end));
    if (!Number.isInteger(generation)) return undefined;
    this.at = end + 2;
    return generation;
  }

  private hexString(): PDFHexString {
    const end = this.text.indexOf('>', this.at);
    const value = this.text.slice(this.at + 1, end);
    if (end < 0) throw this.unexpected();
    this.at = end + 1;
    return PDFHexString.of(value);
  }

  /** The string as it is written, with its escapes. */
  private string(): PDFString {
    const start = this.at + 1;
    let depth = 0;
    for (; this.at < this.text.length; this.at++) {
      const char = this.text[this.at];
      if (char === '\\') this.at++;
      else if (char === '(') depth++;
      else if (char === ')' && --depth === 0) return PDFString.of(this.text.slice(start, this.at++));
    }
    throw this.unexpected();
  }

  private array(): PDFArray {
    const array = PDFArray.withContext(this.context);
    this.at++;
    for (this.blanks(); this.text[this.at] !== ']'; this.blanks()) array.push(this.object());
    this.at++;
    return array;
  }

  private dictOrStream(): PDFObject {
    const map = new Map<PDFName, PDFObject>();
    this.at += 2;
    for (this.blanks(); this.text[this.at] === '/'; this.blanks()) map.set(this.name(), this.object());
    this.word('>>');
    const own = CLASSES.get(map.get(TYPE)) ?? PDFDict;
    const dict = own.fromMapWithContext(map, this.context);
    this.blanks();
    return this.text.startsWith('stream', this.at) ? this.stream(dict) : dict;
  }

  private stream(dict: PDFDict): PDFRawStream {
    const length = dict.get(LENGTH);
    const start = this.at + (this.text.startsWith('\r\n', this.at + 6) ? 8 : 7);
    if (!(length instanceof PDFNumber)) throw this.unexpected();
    this.at = start + length.asNumber();
    const contents = this.bytes.subarray(start, this.at);
    this.word('endstream');
    return PDFRawStream.of(dict, contents);
  }

  private word(word: string): void {
    this.blanks();
    if (!this.text.startsWith(word, this.at)) throw this.unexpected();
    this.at += word.length;
  }

  private whole(): number {
    this.blanks();
    const written = this.token(this.at);
    if (!/^\d+$/.test(written)) throw this.unexpected();
    return Number(written);
  }

  private token(start: number): string {
    this.at = this.endOf(start);
    return this.text.slice(start, this.at);
  }

  private endOf(start: number): number {
    let end = start;
    while (!this.endsAt(end)) end++;
    return end;
  }

  private endsAt(index: number): boolean {
    return index >= this.text.length || ENDS[this.text.charCodeAt(index)] === 1;
  }

  private blanks(): void {
    while (BLANKS[this.text.charCodeAt(this.at)] === 1) this.at++;
  }

  private unexpected(): Error {
    return new Error(`unexpected at byte ${this.at}`);
  }
}
