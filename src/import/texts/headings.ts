import type { PublishedLine } from './pieces.ts';
import { EXACT, LONGEST_TITLE, MEANT, NEAR, officialLength, officialTitlesIn, titleFit } from './section-titles.ts';

/** A line that can be the heading of a section. */
export interface Heading {
  readonly section: number;
  /** How well it fits; more is better. */
  readonly fit: number;
  /** The words are official, or nearly so. */
  readonly official: boolean;
  /** Only its number tells the section. */
  readonly byNumber: boolean;
  /** The text behind it in the same line; empty if there is none. */
  readonly rest: string;
}

const DOTS = /\.{2,}\d{0,3}$/u;

/** A line of a table of contents: 一、总体情况……1, or all of it in one line. */
export const isInContents = ({ squeezed: { text } }: PublishedLine): boolean =>
  DOTS.test(text) || (!text.includes('。') && officialTitlesIn(text) >= 3);

/** The sections of which a line can be the heading, with how well it fits. */
export function headingsIn(line: PublishedLine): Heading[] {
  const { text } = line.squeezed;
  const start = line.number?.length ?? 0;
  const body = text.slice(start);
  const stop = body.search(/[:。]/u);
  const title = stop < 0 ? body : body.slice(0, stop);
  const isShort = title.length <= LONGEST_TITLE;
  return [0, 1, 2, 3, 4, 5].flatMap((section): Heading[] => {
    const isAlone = stop < 0 ? line.text.length <= LONGEST_TITLE * 2 : stop === body.length - 1;
    const words = isShort && (isAlone || stop > 0) ? titleFit(title, section) : 0;
    const known = words < NEAR ? officialLength(body, section) : undefined;
    const behind = known === undefined ? undefined : offset(line, start + known);
    if (behind !== undefined && (line.number || /^\s/u.test(line.text.slice(behind)))) {
      return [headingOf(line, section, EXACT, restOf(line, start + (known ?? 0)))];
    }
    if (words === MEANT && !isAlone && !isTop(line)) return [];
    if (words > 0) return [headingOf(line, section, words, isAlone ? '' : restOf(line, start + stop + 1))];
    const isNumbered = isTop(line) && line.number?.value === section + 1 && stop < 0 && body.length <= 25;
    return isNumbered && !/[,;]/u.test(body) ? [{ ...headingOf(line, section, NUMBERED, ''), byNumber: true }] : [];
  });
}

const NUMBERED = 1.5;
const isTop = ({ number }: PublishedLine): boolean => number?.style === 'top' || number?.style === 'part';
const offset = ({ squeezed }: PublishedLine, length: number): number => squeezed.endOf(length);
const restOf = (line: PublishedLine, length: number): string =>
  line.text.slice(offset(line, length)).replace(/^[\s：:。、]+/u, '');

function headingOf(line: PublishedLine, section: number, words: number, rest: string): Heading {
  const { number, level } = line;
  const style = isTop(line) ? 1 : number?.style === 'arabic' ? 0.5 : number ? -1 : 0;
  const marked = level !== undefined || isBold(line) ? 0.5 : 0;
  const counted = number?.value === section + 1 ? 0.25 : 0;
  return { section, fit: words + style + marked + counted, official: words >= NEAR, byNumber: false, rest };
}

/** Whether the whole line is bold. */
export const isBold = ({ markdown }: PublishedLine): boolean =>
  markdown?.startsWith('**') === true && markdown.endsWith('**') && !markdown.slice(2, -2).includes('**');
