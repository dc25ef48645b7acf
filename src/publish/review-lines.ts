import type { ReviewNotes } from '../view/review-view.ts';

/**
 * The notes of the sheet are cut to a number of lines, because the sheet is one page. The lines are counted from the widths of
 * the characters, so that page and PDF are the same and no browser is needed. The widths are those of the widest characters of
 * their kind: rather a line too few than a second page.
 */

/** The characters of one line, less those that a rule against punctuation at its beginning moves to the next. */
const LINE = 45;
/** A kind of notes with all its items; `inline`: they are joined in one paragraph. */
export interface NoteList {
  readonly title: string;
  readonly count: number;
  readonly items: readonly (string | { readonly text: string; readonly stands: number })[];
  readonly inline?: boolean;
  /** The command that shows all of them. */
  readonly command: string;
}

/** Width of a text in 汉字. */
const emsOf = (text: string): number =>
  Array.from(text).reduce((sum, char) => sum + (char > '\u00ff' ? 1 : /[a-z0-9 .,;:()-]/.test(char) ? 0.6 : 0.95), 0);

/** 汉字 can be separated; other words go to the next line as a whole, if they are not longer than a line. */
const WORDS = /[!-~]+|[^!-~]/gu;

/** The number of lines that a text takes. */
export function linesOf(text: string, line = LINE): number {
  let [lines, used] = [1, 0];
  for (const [word] of text.matchAll(WORDS)) {
    const width = emsOf(word);
    if (used + width <= line) used += width;
    else {
      lines += Math.max(1, Math.ceil(width / line));
      used = width % line;
    }
  }
  return lines;
}

/** A text in at most so many lines, or a part of a line; one that is cut ends with an ellipsis. */
export function shortened(text: string, lines: number): string {
  if (emsOf(text) <= lines * LINE) return text;
  let kept = '';
  let ems = 1;
  for (const char of text) {
    ems += emsOf(char);
    if (ems > lines * LINE) break;
    kept += char;
  }
  return `${kept}…`;
}

/**
 * Every list gets at least `LEAST` lines, if it needs them; those before may use what those after do not need. Of a list that
 * does not fit, the rest is counted.
 */
export function withinLines(lists: readonly NoteList[], lines: number): ReviewNotes[] {
  let left = lines;
  return lists.map((list, index) => {
    const reserved = lists.slice(index + 1).reduce((sum, later) => sum + Math.min(LEAST, heightOf(later)), 0);
    const notes = cut(list, Math.max(LEAST, left - reserved));
    left -= heightOfNotes(notes);
    return notes;
  });
}

/** An item and the line that counts the rest. */
const LEAST = 3;
const SEPARATOR = '；';

const textOf = (item: NoteList['items'][number]): string => (typeof item === 'string' ? item : item.text);
const standsFor = (item: NoteList['items'][number]): number => (typeof item === 'string' ? 1 : item.stands);

const linesOfItems = ({ items, inline }: Pick<NoteList, 'items' | 'inline'>): string[] =>
  inline && items.length > 0 ? [items.map(textOf).join(SEPARATOR)] : items.map(textOf);

const heightOf = (list: NoteList): number => Math.max(1, sumOfLines(linesOfItems(list)));
const heightOfNotes = ({ lines, more }: ReviewNotes): number => sumOfLines(lines) + (more === undefined ? 0 : 1);
const sumOfLines = (lines: readonly string[]): number => lines.reduce((sum, line) => sum + linesOf(line), 0);

function cut(list: NoteList, lines: number): ReviewNotes {
  const { title, items, inline = false } = list;
  const count = String(list.count);
  if (items.length === 0) return { title, count, lines: ['无'] };
  if (heightOf(list) <= lines) return { title, count, lines: linesOfItems(list) };
  const kept: NoteList['items'][number][] = [];
  for (const item of items) {
    if (sumOfLines(linesOfItems({ items: [...kept, item], inline })) > lines - 1) break;
    kept.push(item);
  }
  const rest = items.slice(kept.length).reduce((sum, item) => sum + standsFor(item), 0);
  const shown = linesOfItems({ items: kept, inline });
  const more = `${kept.length > 0 ? '另有' : '有'} ${rest} 处，见 ${list.command}`;
  return { title, count, lines: shown, more };
}
