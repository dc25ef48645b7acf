import { isChart } from '../report/charts.ts';
import { findBindings } from './bindings.ts';
import type { Print } from './markdown.ts';
import { isInsideNumber, numberLength } from './marks.ts';
import { type ProseLine, readParagraphs } from './paragraphs.ts';

/**
 * A text in normalized form, for rules about wording: typographical variants are unified, spaces and line breaks inside a
 * paragraph are removed, bindings are replaced by their numbers.
 *
 * - full-width ASCII is half-width: `（）` is `()`, `，` is `,`; all quotation marks are `"`, all dashes `-`
 * - 〈〉 and `<>` are `<>`; 《》, 〔〕 and 【】 stay as they are
 * - paragraphs, list items and headings end with `\n`; Markdown marks before them and `**` are removed
 */
export interface ReadText {
  readonly text: string;
  /** The source in the file of `text.slice(start, end)`. */
  readonly written: (start: number, end: number) => string;
  /** The offsets of that source in the text of the file. */
  readonly placeOf: (start: number, end: number) => { readonly from: number; readonly to: number };
}

/** Normalizes a text, in time proportional to its length. `paragraphs` are those of the text. */
export function readText(raw: string, print: Print, paragraphs: readonly ProseLine[] = readParagraphs(raw)): ReadText {
  const out = new ReadTextBuilder(raw);
  const bindings = findBindings(raw).filter(({ expression }) => expression !== undefined);
  let [next, done] = [0, 0];
  for (const { line, begins } of paragraphs) {
    if (begins) out.endParagraph(done);
    else if (!isInsideNumber(raw.slice(Math.max(0, done - 2), done), line.content)) out.space(done);
    done = line.end;
    for (let at = line.start + (line.sign.length || numberLength(line.content)); at < line.end; ) {
      const binding = bindings[next];
      if (binding && binding.offset < at) {
        next++;
      } else if (binding && binding.offset === at) {
        const { expression = '' } = binding;
        if (isChart(expression)) out.endParagraph(at);
        // A number that is not known yet is still a number.
        else out.add(print(expression) || '0', at, at + binding.written.length);
        at += binding.written.length;
      } else {
        at = readOne(raw, at, out);
      }
    }
  }
  if (raw.includes('\n', done)) out.endParagraph(done);
  return out.reading();
}

/** Reads the element at offset `at` and returns the offset of the next one. */
function readOne(raw: string, at: number, out: ReadTextBuilder): number {
  PLAIN.lastIndex = at;
  const run = PLAIN.exec(raw)?.[0];
  if (run !== undefined) {
    out.addRun(run.replace(VARIANT, unified), at);
    return at + run.length;
  }
  const char = raw[at] ?? '';
  if (INVISIBLE.test(char)) return at + 1;
  if (char.trim() === '') {
    out.space(at);
    return at + 1;
  }
  if (char === '*' && raw[at + 1] === '*' && raw[at + 2] !== '*' && raw[at - 1] !== '*') return at + 2;
  if (char === '\\' && ASCII_MARK.test(raw[at + 1] ?? '')) {
    out.addRun(raw[at + 1] ?? '', at + 1);
    return at + 2;
  }
  out.addRun(char, at);
  return at + 1;
}

/** A piece of the normalized text and the piece of the file it comes from. */
interface Stretch {
  /** Its offset in the normalized text. */
  readonly at: number;
  readonly start: number;
  readonly end: number;
}

/** Collects the normalized text, with the place in the file that each piece comes from. */
class ReadTextBuilder {
  readonly #raw: string;
  readonly #pieces: string[] = [];
  readonly #stretches: Stretch[] = [];
  #length = 0;
  #last = '\n';
  #spaceAt = -1;

  constructor(raw: string) {
    this.#raw = raw;
  }

  /** Adds the reading of a piece of the file as one unit. */
  add(text: string, start: number, end: number): void {
    if (this.#spaceAt >= 0 && WORD.test(this.#last) && WORD.test(text[0] ?? '')) this.#push(' ', this.#spaceAt, start);
    this.#push(text, start, end);
  }

  /** Adds characters that are in the file one for one. */
  addRun(text: string, start: number): void {
    this.add(text, start, start + text.length);
  }

  /** A space is kept only between two words of Latin letters or digits. */
  space(at: number): void {
    if (this.#spaceAt < 0) this.#spaceAt = at;
  }

  endParagraph(at: number): void {
    if (this.#last !== '\n') this.#push('\n', at, at + 1);
  }

  reading(): ReadText {
    const raw = this.#raw;
    return {
      text: this.#pieces.join(''),
      written: (start, end) => (end > start ? raw.slice(this.#place(start).from, this.#place(end - 1).to) : ''),
      placeOf: (start, end) => ({ from: this.#place(start).from, to: this.#place(end - 1).to }),
    };
  }

  #push(text: string, start: number, end: number): void {
    this.#pieces.push(text);
    this.#stretches.push({ at: this.#length, start, end });
    this.#length += text.length;
    this.#last = text.at(-1) ?? '';
    this.#spaceAt = -1;
  }

  /** The offset in the file of a character of the normalized text. */
  #place(index: number): { from: number; to: number } {
    const stretches = this.#stretches;
    let low = 0;
    let high = stretches.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((stretches[middle]?.at ?? 0) <= index) low = middle;
      else high = middle - 1;
    }
    const { at, start, end } = stretches[low] ?? { at: 0, start: 0, end: 0 };
    const length = (stretches[low + 1]?.at ?? this.#length) - at;
    // A piece whose source has a different length, such as a binding, is one unit.
    if (length !== end - start) return { from: start, to: end };
    return { from: start + index - at, to: start + index - at + 1 };
  }
}

const WORD = /^[A-Za-z0-9]$/;
const ASCII_MARK = /^[!-/:-@[-`{-~]$/;
const INVISIBLE = /\p{Cf}/u;
/** Characters that are copied or replaced by one variant, independent of context. */
const PLAIN = /[^\s*\\{\p{Cf}]+/uy;
const SAME: Readonly<Record<string, string>> = Object.fromEntries(
  [
    ['"', "“”„‟‘’「」『』＂'"],
    ['-', '‐‑‒–—―−'],
    ['<', '〈‹'],
    ['>', '〉›'],
  ].flatMap(([one = '', all = '']) => all.split('').map((char) => [char, one])),
);

const VARIANT = new RegExp(`[\\uff01-\\uff5e${Object.keys(SAME).join('')}]`, 'gu');

function unified(char: string): string {
  return SAME[char] ?? String.fromCharCode(char.charCodeAt(0) - 0xfee0);
}
