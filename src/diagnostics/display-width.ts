import { eastAsianWidth } from 'get-east-asian-width';

const MARK = /^\p{Mark}|^[\u200b-\u200f\ufeff]/u;

/** The width of a text in terminal columns; Chinese and full-width characters take two. */
export function displayWidth(text: string): number {
  let width = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    // Most characters of a report are Chinese, with their punctuation, or ASCII.
    if (code >= 0x20 && code <= 0x7e) width++;
    else if (
      (code >= 0x4e00 && code <= 0x9fff) ||
      (code >= 0x3000 && code <= 0x3029) ||
      (code >= 0xff01 && code <= 0xff5e)
    )
      width += 2;
    else {
      const char = String.fromCodePoint(text.codePointAt(at) ?? 0);
      width += charWidth(char);
      at += char.length - 1;
    }
  }
  return width;
}

function charWidth(char: string): number {
  const code = char.codePointAt(0) ?? 0;
  // Most characters of a report are Chinese or ASCII.
  if (code >= 0x4e00 && code <= 0x9fff) return 2;
  if (code >= 0x20 && code <= 0x7e) return 1;
  // Unicode gives quotation marks an "ambiguous" width; terminals use one column by default.
  return MARK.test(char) ? 0 : eastAsianWidth(code);
}

/** The longest beginning of `text` that is at most `width` columns wide. Reads no more of the text than that. */
export function fitting(text: string, width: number): string {
  let [end, used] = [0, 0];
  for (const char of text) {
    used += charWidth(char);
    if (used > width) return text.slice(0, end);
    end += char.length;
  }
  return text;
}

// A line must not start with these, nor end with an opening mark.
const NOT_FIRST = /^[，。；：、！？）》”’〉】」』)%‰·]/u;
const NOT_LAST = /[（《“‘〈【「『(]$/u;

/** Breaks a text into lines of at most `width` columns: Latin text between words, Chinese between characters. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const paragraph of text.split('\n')) {
    let [line, used] = ['', 0];
    for (const piece of pieces(paragraph)) {
      const breaks = line !== '' && used + displayWidth(piece.trimEnd()) > width;
      if (breaks) {
        lines.push(line.trimEnd());
        [line, used] = ['', 0];
      }
      const added = breaks ? piece.trimStart() : piece;
      line += added;
      used += displayWidth(added);
    }
    lines.push(line.trimEnd());
  }
  return lines;
}

// A command of ours with its options and files, or a line of settings, to be copied; a run of Latin characters; blanks; or any other character.
const PART =
  /\bprose: \{(?: [a-z]+: \{)?[^{}\n]*\}(?: \})?|\breport [a-z]+(?: (?:--?[a-z][\w-]*|"[^"\n]*"|'[^'\n]*'|[\p{L}\p{N}\p{M}\u0021-\u024f]*[./_A-Z…][\p{L}\p{N}\p{M}\u0021-\u024f]*))* *|[\u0021-\u024f]+ *| +|./gu;

/** The parts of a text that must not be broken. Each character is looked at a fixed number of times. */
function* pieces(text: string): Generator<string> {
  let [piece, opens] = ['', false];
  for (const [part] of text.matchAll(PART)) {
    if (piece !== '' && !opens && !NOT_FIRST.test(part)) {
      yield piece;
      piece = '';
    }
    piece += part;
    opens = NOT_LAST.test(part);
  }
  if (piece !== '') yield piece;
}
