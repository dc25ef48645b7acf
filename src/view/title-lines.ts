import { type TitleWord, titleWords } from './title-words.ts';

/** Characters of 22 pt on a line of 156 mm. */
const LINE = 20;
/** The widest digit, in em. */
const NARROW = 0.6;
/** Lines of nearly the same width look equal. */
const ALIKE = 2;
/** Words of a title that nobody would write. */
const MOST_WORDS = 100;
/** What makes a title worse, beside the breaks between words that belong together. */
const COST = { line: 1.5, lost: 20, short: 4, mixed: 8, torn: 8, hourglass: 3, empty: 0.02 };

/** A bracket that opens inside a line and does not close on it. */
const OPENED = /.[（〔][^）〕]*$/u;

type Line = readonly string[];

interface Lines {
  readonly cost: number;
  readonly lines: readonly Line[];
}

/** The title as its lines on paper, each of whole words, in the shape of a trapezoid or a rhombus (GB/T 9704-2012, 7.3.1). */
export function titleLines(title: string): readonly Line[] {
  const words = titleWords(title);
  if (words.length > MOST_WORDS || widthOf(words) <= LINE) return [words.map(({ text }) => text)];
  const known = new Map<string, Lines>();
  /** The best lines from a word on, below a line of the width `above`. */
  const linesFrom = (from: number, above: number, narrows: boolean): Lines => {
    if (from === words.length) return { cost: 0, lines: [] };
    const key = `${from} ${above} ${narrows}`;
    const best = known.get(key) ?? bestOf(linesBelow(from, above, narrows));
    known.set(key, best);
    return best;
  };
  const linesBelow = (from: number, above: number, narrows: boolean): Lines[] => {
    const fitting = words.slice(from).findIndex((_, index) => widthOf(words.slice(from, from + index + 1)) > LINE);
    const most = fitting === -1 ? words.length - from : Math.max(1, fitting);
    return Array.from({ length: most }, (_, index) => {
      const line = words.slice(from, from + index + 1);
      const width = widthOf(line);
      const below = linesFrom(from + line.length, width, narrows || width < above - ALIKE);
      const hourglass = narrows && width > above + ALIKE ? COST.hourglass : 0;
      return {
        cost: costOf(line, width) + hourglass + below.cost,
        lines: [line.map(({ text }) => text), ...below.lines],
      };
    });
  };
  return linesFrom(0, 0, false).lines;
}

const bestOf = (all: readonly Lines[]): Lines => all.reduce((best, one) => (one.cost < best.cost ? one : best));

/** Empty space costs by its square, so equal lines are better than a full and a short one. */
function costOf(line: readonly TitleWord[], width: number): number {
  const mixes = line.some(({ cost }, index) => index > 0 && cost === 0);
  const empty = COST.empty * (LINE - width) ** 2;
  return (
    (line[0]?.cost ?? 0) +
    COST.line +
    empty +
    (width < 3 ? COST.lost : width < 5 ? COST.short : 0) +
    (mixes ? COST.mixed : 0) +
    (OPENED.test(line.map(({ text }) => text).join('')) ? COST.torn : 0)
  );
}

const widthOf = (words: readonly TitleWord[]): number =>
  [...words.map(({ text }) => text).join('')].reduce((sum, char) => sum + (char < '\u2000' ? NARROW : 1), 0);
