import { findBindings } from '../../prose/bindings.ts';
import type { Print } from '../../prose/markdown.ts';

/**
 * A text as rules on its wording read it: typographical variants are one, spaces and line breaks inside a paragraph are
 * gone, bound numbers are printed.
 *
 * - full-width ASCII is half-width: `（）` is `()`, `，` is `,`; all quotation marks are `"`, all dashes `-`
 * - 〈〉 and `<>` are `<>`; 《》, 〔〕 and 【】 stay what they are
 * - paragraphs, list items and headings end with `\n`; the marks of Markdown before them and `**` are gone
 */
export interface Reading {
  readonly text: string;
  /** What is written in the file for `text.slice(start, end)`. */
  readonly written: (start: number, end: number) => string;
}

/** Reads a text. Takes time in proportion to its length. */
export function readText(raw: string, print: Print): Reading {
  const out = new Output(raw);
  const bindings = findBindings(raw).filter(({ path }) => path !== undefined);
  let next = 0;
  let at = startOfLine(raw, 0);
  while (at < raw.length) {
    const binding = bindings[next];
    if (binding && binding.offset < at) {
      next++;
    } else if (binding && binding.offset === at) {
      // A number that is not known yet is still a number.
      out.add(print(binding.path ?? '') || '0', at, at + binding.written.length);
      at += binding.written.length;
    } else {
      at = readOne(raw, at, out);
    }
  }
  return out.reading();
}

/** Reads what stands at `at` and returns where the next thing stands. */
function readOne(raw: string, at: number, out: Output): number {
  const char = raw[at] ?? '';
  if (char === '\n') {
    const begin = startOfLine(raw, at + 1);
    if (out.inHeading || begin > at + 1 || endsParagraph(raw, at + 1)) out.endParagraph(at);
    else out.space(at);
    out.inHeading = raw[at + 1] === '#' && begin > at + 1;
    return begin;
  }
  if (char.trim() === '' || INVISIBLE.has(char)) {
    if (!INVISIBLE.has(char)) out.space(at);
    return at + 1;
  }
  if (char === '*' && raw[at + 1] === '*' && raw[at + 2] !== '*' && raw[at - 1] !== '*') return at + 2;
  if (char === '\\' && ASCII_MARK.test(raw[at + 1] ?? '')) return at + 1;
  out.add(unified(char), at, at + 1);
  return at + 1;
}

/** What is collected of a text, with the place in the file that each character comes from. */
class Output {
  inHeading: boolean;
  readonly #raw: string;
  readonly #pieces: string[] = [];
  readonly #starts: number[] = [];
  readonly #ends: number[] = [];
  #last = '\n';
  #spaceAt = -1;

  constructor(raw: string) {
    this.#raw = raw;
    this.inHeading = raw.startsWith('#') && startOfLine(raw, 0) > 0;
  }

  add(text: string, start: number, end: number): void {
    if (this.#spaceAt >= 0 && WORD.test(this.#last) && WORD.test(text[0] ?? '')) this.#push(' ', this.#spaceAt, start);
    for (const char of text.split('')) this.#push(char, start, end);
  }

  /** Kept between two words of Latin letters or digits only. */
  space(at: number): void {
    if (this.#spaceAt < 0) this.#spaceAt = at;
  }

  endParagraph(at: number): void {
    if (this.#last !== '\n') this.#push('\n', at, at + 1);
  }

  reading(): Reading {
    const [raw, starts, ends] = [this.#raw, this.#starts, this.#ends];
    return {
      text: this.#pieces.join(''),
      written: (start, end) => raw.slice(starts[start] ?? raw.length, ends[end - 1] ?? raw.length),
    };
  }

  #push(char: string, start: number, end: number): void {
    this.#pieces.push(char);
    this.#starts.push(start);
    this.#ends.push(end);
    this.#last = char;
    this.#spaceAt = -1;
  }
}

const WORD = /^[A-Za-z0-9]$/;
const ASCII_MARK = /^[!-/:-@[-`{-~]$/;
const INVISIBLE = new Set(['\u00ad', '\u200b', '\u200c', '\u200d', '\u2060', '\ufeff']);
/** The mark of a list item or a heading, at the start of a line. */
const MARK = /^\s*(?:(?:[-*+]|[0-9]{1,3}[.)]|#{1,6})\s+)/;
const BLOCK = /^\s*(?:$|\||>)/;

/** A mark is short: no more of a line is looked at. */
const head = (raw: string, at: number): string => {
  const line = raw.slice(at, at + 40);
  const end = line.indexOf('\n');
  return end < 0 ? line : line.slice(0, end);
};
const startOfLine = (raw: string, at: number): number => at + (MARK.exec(head(raw, at))?.[0].length ?? 0);
const endsParagraph = (raw: string, at: number): boolean => BLOCK.test(head(raw, at));

const SAME: Readonly<Record<string, string>> = Object.fromEntries(
  [
    ['"', "“”„‟‘’「」『』＂'"],
    ['-', '‐‑‒–—―−'],
    ['<', '〈‹'],
    ['>', '〉›'],
  ].flatMap(([one = '', all = '']) => all.split('').map((char) => [char, one])),
);

function unified(char: string): string {
  const same = SAME[char];
  if (same !== undefined) return same;
  const code = char.charCodeAt(0);
  return code >= 0xff01 && code <= 0xff5e ? String.fromCharCode(code - 0xfee0) : char;
}
