import { asciiOf, ODD_SPACES, UNSEEN } from '../characters.ts';
import { keyAt } from './key.ts';
import { keyPieces } from './key-pieces.ts';
import { isBlank, lineAfter, lineAt, type TextLine } from './lines.ts';
import { afterQuoted, hasSpecialStart, inQuotes, insideDoubled } from './quote.ts';
import type { Piece } from './slip.ts';

/** What is wrong in a map in braces. */
export interface FlowText {
  readonly pieces: readonly Piece[];
  /** The offset after the closing brace, or where it cannot be read any further. */
  readonly end: number;
  readonly closed: boolean;
}

const OPENS = /[{｛﹛（]/u;
const CLOSES = /[}｝﹜）]/u;
const COMMAS = /[,，﹐、；;]/u;
const BLANK = new RegExp(`[\\s${ODD_SPACES}${UNSEEN}]{0,200}`, 'uy');
/** Maps in maps; a report has two. */
const DEEPEST = 5;

/** Reads a map whose opening brace is at an offset; undefined if that is not the start of a map. */
export function readFlow(text: string, at: number): FlowText | undefined {
  if (!OPENS.test(text[at] ?? '') || !startsMap(text, at + 1)) return undefined;
  const pieces: Piece[] = [];
  const result = readMap(text, at, pieces, 0);
  return { pieces, ...result };
}

/**
 * The closing braces that are missing at the end of a line, if the next line begins with a key of its own. `column`: where
 * the key of the map is.
 */
export function missingBraces(
  text: string,
  { start, end }: { start: number; end: number },
  column: number,
): Piece | undefined {
  const written = text.slice(start, end);
  const missing = openBraces(written);
  if (missing < 1 || !startsMap(text, start + 1)) return undefined;
  const last = start + written.replace(/[\s,，]*$/u, '').length;
  if (/[{｛"'#]$/u.test(text.slice(start, last))) return undefined;
  const next = nextWritten(text, end);
  if (!next || next.indent > column || !keyAt(text, next.content)) return undefined;
  // { natural_person: 6, ⏎ commercial_enterprise: 2 ⏎ }: the map goes on below.
  const below = text.slice(next.content, next.end);
  if (openBraces(below) < 0 || /[,，]\s*$/u.test(below)) return undefined;
  if (/[,，]\s*$/u.test(written) && next.indent === column && !/:\s*(?:\{.*)?$/u.test(below)) return undefined;
  const sign = '}'.repeat(missing);
  return { kind: 'unclosed', sign, start: last, end, text: ` ${sign.split('').join(' ')}` };
}

/** How many more braces a line opens than it closes; 0 for a line with quotes, where a brace can be text. */
const openBraces = (line: string): number =>
  /["'“”]/u.test(line) || line.length > LONGEST
    ? 0
    : (line.match(/[{｛]/gu)?.length ?? 0) - (line.match(/[}｝]/gu)?.length ?? 0);

/** A row of a table is never so long. */
const LONGEST = 1000;

/** The next line that is not blank, within a few lines. */
function nextWritten(text: string, at: number): TextLine | undefined {
  let line = lineAt(text, lineAfter(text, at));
  for (let count = 0; count < 5 && isBlank(line) && line.end < text.length; count++)
    line = lineAt(text, lineAfter(text, line.end));
  return isBlank(line) ? undefined : line;
}

const startsMap = (text: string, at: number): boolean => {
  const first = afterBlank(text, at);
  return keyAt(text, first) !== undefined || CLOSES.test(text[first] ?? '');
};

interface End {
  readonly end: number;
  readonly closed: boolean;
}

function readMap(text: string, at: number, pieces: Piece[], depth: number): End {
  wide(text, at, pieces);
  for (let here = beforeKey(text, at + 1, pieces); ; ) {
    if (CLOSES.test(text[here] ?? '')) {
      wide(text, here, pieces);
      return { end: here + 1, closed: true };
    }
    const key = keyAt(text, here);
    if (!key || depth > DEEPEST) return { end: here, closed: false };
    pieces.push(...keyPieces(text, key, true));
    const start = afterBlank(text, key.colon + 1);
    const end =
      OPENS.test(text[start] ?? '') && startsMap(text, start + 1)
        ? readMap(text, start, pieces, depth + 1)
        : readValue(text, start, pieces);
    if (!end.closed) return end;
    const next = afterBlank(text, end.end);
    if (COMMAS.test(text[next] ?? '')) {
      wide(text, next, pieces);
      here = beforeKey(text, next + 1, pieces);
    } else if (!CLOSES.test(text[next] ?? '')) {
      const following = keyAt(text, next);
      if (!following) return { end: next, closed: false };
      pieces.push({ kind: 'comma', sign: following.word, start: end.end, end: next, text: ', ' });
      here = next;
    } else here = next;
  }
}

/** Reads a value that is no map: up to a comma or brace that ends it, or the next key. */
function readValue(text: string, start: number, pieces: Piece[]): End {
  const quoted = /["']/.test(text[start] ?? '') ? afterQuoted(text, start) : undefined;
  if (quoted !== undefined && endsValue(text, afterBlank(text, quoted))) return { end: quoted, closed: true };
  let here = start;
  let reason = '';
  for (; here < text.length && text[here] !== '\n' && !endsValue(text, here); here++) {
    const [char, before] = [text[here] ?? '', text[here - 1] ?? ''];
    if (char === '#' && / /.test(before)) reason ||= '#';
    if (char === ':' && /\s/.test(text[here + 1] ?? '') && here > start) reason ||= ':';
    if (/\s/.test(char) && !/\s/.test(before) && here > start && keyAt(text, afterBlank(text, here))?.word) break;
  }
  const written = text.slice(start, here).trimEnd();
  const end = start + written.length;
  if (here >= text.length || text[here] === '\n') return { end: here, closed: false };
  const doubled = insideDoubled(written);
  if (doubled !== undefined) reason = '""';
  else if (/^["']/.test(written)) reason = written[0] ?? '';
  else if (hasSpecialStart(written) && written.length > 1) reason = written[0] ?? '';
  if (reason) pieces.push({ kind: 'text', sign: reason, start, end, text: doubled ?? inQuotes(written) });
  return { end, closed: true };
}

/** Whether a value ends before an offset. A full-width comma ends it only before a key or brace: a text may contain one. */
function endsValue(text: string, at: number): boolean {
  const char = text[at] ?? '';
  if (char === ',' || char === '}') return true;
  if (!COMMAS.test(char) && !CLOSES.test(char)) return false;
  const next = afterBlank(text, at + 1);
  if (CLOSES.test(char)) return char !== '）' ? isLast(text, at + 1) : isLast(text, at + 1) && !opensBefore(text, at);
  return keyAt(text, next) !== undefined || (text[next] === '}' && char !== '、');
}

const isLast = (text: string, at: number): boolean => /^[ ]{0,80}(?:[,，}｝#\r\n]|$)/u.test(text.slice(at, at + 82));

/** Whether the parenthesis that closes here was opened in the same value. */
const opensBefore = (text: string, at: number): boolean => {
  const before = text.slice(Math.max(0, at - 80), at);
  return before.lastIndexOf('（') > before.lastIndexOf(':');
};

/** The offset of a key after spaces; spaces that YAML takes for a part of the key are a piece. */
function beforeKey(text: string, at: number, pieces: Piece[]): number {
  const end = afterBlank(text, at);
  const sign = ODD.exec(text.slice(at, end))?.[0];
  if (sign !== undefined && keyAt(text, end)) pieces.push({ kind: 'unseen', sign, start: at, end, text: ' ' });
  return end;
}

const ODD = new RegExp(`[${ODD_SPACES.replace('\\t', '')}${UNSEEN}]`, 'u');

function afterBlank(text: string, at: number): number {
  BLANK.lastIndex = at;
  return at + (BLANK.exec(text)?.[0].length ?? 0);
}

function wide(text: string, at: number, pieces: Piece[]): void {
  const sign = text[at] ?? '';
  const ascii = asciiOf(sign);
  if (ascii === undefined) return;
  const glued = ascii === ',' && /\S/.test(text[at + 1] ?? '');
  pieces.push({ kind: 'wide', sign, start: at, end: at + 1, text: glued ? `${ascii} ` : ascii });
}
