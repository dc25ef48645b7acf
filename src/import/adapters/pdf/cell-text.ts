import type { DrawnWord } from './drawn-words.ts';
import type { Box } from './geometry.ts';
import { continued, lineOf, linesOf, type PageLine } from './page-lines.ts';

/** The text of a cell: lines that were wrapped are joined, other line ends stay. */
export function cellText(words: readonly DrawnWord[], cell: Box): string {
  if (words.length === 0) return '';
  const lines = isVertical(words) ? columnsOf(words) : linesOf(words);
  let text = '';
  lines.forEach((line, index) => {
    const before = lines[index - 1];
    if (!before) text = line.text;
    else text = isWrapped(before, line, cell) ? joinedLines(text, line.text) : `${text}\n${line.text}`;
  });
  return text;
}

const isVertical = (words: readonly DrawnWord[]): boolean =>
  words.length > 1 && words.filter(({ vertical }) => vertical).length > words.length / 2;

/** Lines that go down, from right to left. */
function columnsOf(words: readonly DrawnWord[]): PageLine[] {
  const columns: DrawnWord[][] = [];
  const middle = ({ box }: DrawnWord) => (box.left + box.right) / 2;
  for (const word of [...words].sort((a, b) => middle(b) - middle(a))) {
    const column = columns.at(-1);
    if (column && middle(column[0] as DrawnWord) - middle(word) < word.size / 2) column.push(word);
    else columns.push([word]);
  }
  return columns.map((column) => {
    const down = column.sort((a, b) => a.box.top - b.box.top);
    return { ...lineOf(down), text: down.map(({ text }) => text).join('') };
  });
}

/** Whether a line ends only because the cell is full: the first word of the next one would not fit. */
function isWrapped(line: PageLine, next: PageLine, cell: Box): boolean {
  const [first] = next.words;
  if (!first) return true;
  if ([line, next].every(({ words }) => words.every(({ vertical }) => vertical))) return true;
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

/** Whether not one more digit fits beside the last number of a cell. */
export function isFull(words: readonly DrawnWord[], cell: Box): boolean {
  const last = linesOf(words).at(-1);
  if (!last || !/^[\d.,]+$/u.test(last.text)) return false;
  const digit = (last.box.right - last.box.left) / last.text.length;
  return cell.right - cell.left - (last.box.right - last.box.left) < digit + MARGIN * last.size;
}

const bothDigits = (text: string, next: string): boolean => /[\d.,]$/u.test(text) && /^[\d.,]/u.test(next);

/** A number that was too wide for its cell goes on in the next line. */
const joinedLines = (text: string, next: string): string =>
  bothDigits(text, next) ? text + next : continued(text, next);
