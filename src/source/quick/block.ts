import type { Scalar } from 'yaml';
import { DOUBT } from './doubt.ts';
import type { Lines } from './lines.ts';
import { scalar } from './nodes.ts';

const HEADER = /[|>](-?) *(?=\n)/y;

/**
 * Reads a text below `|` or `>`, and goes on to the line after it.
 * `start` is the offset of this sign, `indent` the indentation of its key or item.
 */
export function block(lines: Lines, start: number, indent: number): Scalar {
  const { text } = lines;
  HEADER.lastIndex = start;
  const header = HEADER.exec(text);
  if (!header) throw DOUBT;
  const { pieces, end, next } = piecesOf(lines, indent);
  lines.next(next);
  const isLiteral = text[start] === '|';
  const value = `${isLiteral ? pieces.join('\n') : folded(pieces)}${header[1] === '' ? '\n' : ''}`;
  return scalar(value, isLiteral ? 'BLOCK_LITERAL' : 'BLOCK_FOLDED', value, start, end);
}

/** The lines of the text without their indentation, the offset after the last of them, and that of the next line. */
function piecesOf(lines: Lines, indent: number): { pieces: string[]; end: number; next: number } {
  const { text } = lines;
  const pieces: string[] = [];
  let [own, count, end] = [-1, 0, 0];
  let at = lines.end + 1;
  for (let stop = 0; at < text.length; at = stop + 1) {
    const feed = text.indexOf('\n', at);
    stop = feed < 0 ? text.length : feed;
    const width = lines.afterSpaces(at) - at;
    if (at + width === stop) {
      // Spaces that are further in than the text are part of it.
      if (width > Math.max(0, own)) throw DOUBT;
      pieces.push('');
      continue;
    }
    if (own < 0) own = width;
    if (width < own || own <= indent) {
      if (width > indent || own <= indent) throw DOUBT;
      break;
    }
    pieces.push(text.slice(at + own, stop));
    count = pieces.length;
    end = Math.min(stop + 1, text.length);
  }
  if (count === 0) throw DOUBT;
  pieces.length = count;
  return { pieces, end, next: at };
}

/** Lines joined with a space; an empty line is a line break. */
function folded(pieces: readonly string[]): string {
  let value = '';
  let isAfterWords = false;
  for (const piece of pieces) {
    if (piece.startsWith(' ')) throw DOUBT;
    value += piece === '' ? '\n' : `${isAfterWords ? ' ' : ''}${piece}`;
    isAfterWords = piece !== '';
  }
  return value;
}
