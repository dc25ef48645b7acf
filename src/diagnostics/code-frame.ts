import type { Range } from './diagnostic.ts';
import { displayWidth, fitting } from './display-width.ts';

/** One line of a code frame. */
export interface FrameLine {
  readonly kind: 'context' | 'marked' | 'pointer';
  readonly text: string;
}

const ELLIPSIS = '…';

/** Characters to the left and right of a place that are looked at; a line can have millions, and many findings. */
const WINDOW = 1000;

/**
 * The line of a file (`lines`) that a finding points at, with the line before it and a marker below it. Long lines are cut to
 * `columns` columns around the place; double-width characters take two columns.
 */
export function codeFrame(lines: readonly string[], range: Range, columns = 80): FrameLine[] {
  const number = (line: number) => String(line).padStart(String(range.line).length);
  const room = columns - number(range.line).length - 5;
  const cut = cutAround(lines[range.line - 1] ?? '', range, room);
  if (`${cut.before}${cut.marked}${cut.after}`.trim() === '') return [];
  const before = shown(lines[range.line - 2]?.slice(0, WINDOW) ?? '');
  const context: FrameLine[] =
    before.trim() === '' ? [] : [{ kind: 'context', text: `  ${number(range.line - 1)} | ${cutEnd(before, room)}` }];
  const pointer = ' '.repeat(displayWidth(cut.before)) + '^'.repeat(Math.max(1, displayWidth(cut.marked)));
  return [
    ...context,
    { kind: 'marked', text: `> ${number(range.line)} | ${cut.before}${cut.marked}${cut.after}` },
    { kind: 'pointer', text: `  ${' '.repeat(number(range.line).length)} | ${pointer}` },
  ];
}

const shown = (text: string): string => text.replace(/\r$/, '').replaceAll('\t', ' ');

function cutAround(line: string, { line: first, column, endLine, endColumn }: Range, room: number) {
  const start = column - 1;
  const end = Math.min(endLine === first ? Math.max(endColumn - 1, column) : line.length, line.length);
  const marked = cutEnd(shown(line.slice(start, Math.min(end, start + WINDOW))), room);
  const toTheLeft = shown(line.slice(Math.max(0, start - WINDOW), start));
  const left = cutStart(toTheLeft, Math.max(0, Math.min(room - displayWidth(marked), Math.floor(room / 2))));
  const toTheRight = shown(line.slice(end, end + WINDOW));
  const right = cutEnd(toTheRight, Math.max(0, room - displayWidth(left) - displayWidth(marked)));
  return { before: left, marked, after: right };
}

function cutEnd(text: string, room: number): string {
  if (fitting(text, room) === text) return text;
  return room > 0 ? fitting(text, room - 1) + ELLIPSIS : '';
}

function cutStart(text: string, room: number): string {
  if (displayWidth(text) <= room) return text;
  const reversed = (part: string) => [...part].reverse().join('');
  return room > 0 ? ELLIPSIS + reversed(fitting(reversed(text), room - 1)) : '';
}
