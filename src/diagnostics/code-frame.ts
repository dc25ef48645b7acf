import type { Range } from './diagnostic.ts';
import { displayWidth } from './display-width.ts';

/** One line of a code frame. */
export interface FrameLine {
  readonly kind: 'context' | 'marked' | 'pointer';
  readonly text: string;
}

const ELLIPSIS = '…';

/**
 * The line of a file (`lines`) that a finding points at, with the line before it and a marker below it. Long lines are cut to
 * `columns` columns around the place; double-width characters take two columns.
 */
export function codeFrame(lines: readonly string[], range: Range, columns = 80): FrameLine[] {
  const number = (line: number) => String(line).padStart(String(range.line).length);
  const room = columns - number(range.line).length - 5;
  const text = (lines[range.line - 1] ?? '').replace(/\r$/, '').replaceAll('\t', ' ');
  if (text.trim() === '') return [];
  const end = range.endLine === range.line ? Math.max(range.endColumn, range.column + 1) : text.length + 1;
  const cut = cutAround(text, range.column - 1, Math.min(end - 1, text.length), room);
  const before = lines[range.line - 2]?.replace(/\r$/, '') ?? '';
  const context: FrameLine[] =
    before.trim() === '' ? [] : [{ kind: 'context', text: `  ${number(range.line - 1)} | ${cutEnd(before, room)}` }];
  const pointer = ' '.repeat(displayWidth(cut.before)) + '^'.repeat(Math.max(1, displayWidth(cut.marked)));
  return [
    ...context,
    { kind: 'marked', text: `> ${number(range.line)} | ${cut.before}${cut.marked}${cut.after}` },
    { kind: 'pointer', text: `  ${' '.repeat(number(range.line).length)} | ${pointer}` },
  ];
}

function cutAround(text: string, start: number, end: number, room: number) {
  const marked = cutEnd(text.slice(start, end), room);
  const left = cutStart(text.slice(0, start), Math.max(0, Math.min(room - displayWidth(marked), Math.floor(room / 2))));
  const right = cutEnd(text.slice(end), Math.max(0, room - displayWidth(left) - displayWidth(marked)));
  return { before: left, marked, after: right };
}

function cutEnd(text: string, room: number): string {
  if (displayWidth(text) <= room) return text;
  let kept = '';
  for (const char of text) {
    if (displayWidth(kept + char) > room - 1) break;
    kept += char;
  }
  return room > 0 ? kept + ELLIPSIS : '';
}

function cutStart(text: string, room: number): string {
  if (displayWidth(text) <= room) return text;
  let kept = '';
  for (const char of [...text].reverse()) {
    if (displayWidth(char + kept) > room - 1) break;
    kept = char + kept;
  }
  return room > 0 ? ELLIPSIS + kept : '';
}
