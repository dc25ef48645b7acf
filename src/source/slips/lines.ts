import { ODD_SPACES, UNSEEN } from '../characters.ts';

/** A line of a text, with the offsets of its parts. */
export interface TextLine {
  readonly start: number;
  /** Without the line break. */
  readonly end: number;
  /** After spaces of any kind and invisible characters. */
  readonly content: number;
  /** Ordinary spaces before anything else. */
  readonly indent: number;
}

const INDENT = new RegExp(`[ ${ODD_SPACES}${UNSEEN}]*`, 'uy');
const SPACES = / */y;

/** The line that starts at an offset. */
export function lineAt(text: string, start: number): TextLine {
  const feed = text.indexOf('\n', start);
  const last = feed < 0 ? text.length : feed;
  const end = last > start && text[last - 1] === '\r' ? last - 1 : last;
  INDENT.lastIndex = start;
  SPACES.lastIndex = start;
  const content = Math.min(end, start + (INDENT.exec(text)?.[0].length ?? 0));
  return { start, end, content, indent: SPACES.exec(text)?.[0].length ?? 0 };
}

/** The offset of the line after an offset. */
export function lineAfter(text: string, at: number): number {
  const feed = text.indexOf('\n', at);
  return feed < 0 ? text.length + 1 : feed + 1;
}

export const isBlank = ({ content, end }: TextLine): boolean => content >= end;

/** The first character of the indent that is no ordinary space. */
export const oddIndent = (text: string, { start, indent, content }: TextLine): string | undefined =>
  content > start + indent ? text[start + indent] : undefined;
