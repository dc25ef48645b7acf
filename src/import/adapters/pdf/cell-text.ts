import type { Box } from './geometry.ts';
import { continued, lineOf, linesOf, type TextLine } from './text-lines.ts';
import type { Token } from './tokens.ts';

/** The text of a cell: lines that were wrapped are joined, other line ends stay. */
export function cellText(tokens: readonly Token[], cell: Box): string {
  if (tokens.length === 0) return '';
  const lines = isVertical(tokens) ? columnsOf(tokens) : linesOf(tokens);
  let text = '';
  lines.forEach((line, index) => {
    const before = lines[index - 1];
    if (!before) text = line.text;
    else text = isWrapped(before, line, cell) ? joinedLines(text, line.text) : `${text}\n${line.text}`;
  });
  return text;
}

const isVertical = (tokens: readonly Token[]): boolean =>
  tokens.length > 1 && tokens.filter(({ vertical }) => vertical).length > tokens.length / 2;

/** Lines that go down, from right to left. */
function columnsOf(tokens: readonly Token[]): TextLine[] {
  const columns: Token[][] = [];
  const middle = ({ box }: Token) => (box.left + box.right) / 2;
  for (const token of [...tokens].sort((a, b) => middle(b) - middle(a))) {
    const column = columns.at(-1);
    if (column && middle(column[0] as Token) - middle(token) < token.size / 2) column.push(token);
    else columns.push([token]);
  }
  return columns.map((column) => {
    const down = column.sort((a, b) => a.box.top - b.box.top);
    return { ...lineOf(down), text: down.map(({ text }) => text).join('') };
  });
}

/** Whether a line ends only because the cell is full: the first token of the next one would not fit. */
function isWrapped(line: TextLine, next: TextLine, cell: Box): boolean {
  const [first] = next.tokens;
  if (!first) return true;
  if ([line, next].every(({ tokens }) => tokens.every(({ vertical }) => vertical))) return true;
  // Borders, and a margin that is the same on both sides.
  const margin = Math.min(line.box.left - cell.left, next.box.left - cell.left, MARGIN * line.size);
  const free = cell.right - line.box.right - Math.max(margin, 0);
  const centred = Math.max(0, line.box.left - cell.left - margin);
  // A number is broken only where not one more digit fits; two numbers below each other are not one.
  const [left, right] = [first.box.left, first.box.right];
  const needed = bothDigits(line.text, next.text) ? (right - left) / first.text.length : right - left;
  return free + centred < needed + 0.3 * line.size;
}
const MARGIN = 1.5;

const bothDigits = (text: string, next: string): boolean => /[\d.,]$/u.test(text) && /^[\d.,]/u.test(next);

/** A number that was too wide for its cell goes on in the next line. */
const joinedLines = (text: string, next: string): string =>
  bothDigits(text, next) ? text + next : continued(text, next);
