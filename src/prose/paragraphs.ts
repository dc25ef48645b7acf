import { type Line, linesOf } from './lines.ts';
import {
  areWords,
  endsSentence,
  enumerates,
  goesOn,
  hasPunctuation,
  hasTitle,
  isLabelled,
  leads,
  takesUp,
} from './marks.ts';
import { isFull, isPlain, looksLikeHeading, type WrapWidth, wrapWidthOf } from './wrap-width.ts';

/** A line and how it goes with the line above. */
export interface ProseLine {
  readonly line: Line;
  /** It begins a paragraph, an item, a row or another block; otherwise it continues the paragraph of the line above. */
  readonly begins: boolean;
  /**
   * It cannot be told whether it begins a paragraph. It is read as if it does below the end of a sentence, otherwise as if
   * it does not.
   */
  readonly doubtful: boolean;
  /** It is in the list item above it. */
  readonly inItem: boolean;
}

/**
 * The lines of a text, grouped to paragraphs: the one reading of prose for all formats, checks and corrections. The time is
 * proportional to the length of the text.
 *
 * A line begins a paragraph if it is below an empty line, if it is indented, if it begins with the mark of an item, or if
 * the line above ends a sentence well short of the width at which the text is wrapped. So does a line that begins with a title.
 */
export function readParagraphs(text: string): ProseLine[] {
  const lines = linesOf(text);
  const reading = new Reading(lines);
  const read: ProseLine[] = [];
  let [inList, enumerated] = [false, false];
  for (const line of lines) {
    const above = read[read.length - 1];
    const hangs: boolean = inList && line.plainIndent && line.indent >= 2;
    const { joins, doubtful = false }: Joins = above ? reading.joins(line, above, { hangs, enumerated }) : BEGINS;
    const inItem: boolean = inList && line.quotes === above?.line.quotes && (hangs || joins);
    read.push({ line, begins: !joins, doubtful, inItem });
    inList = line.kind === 'item' || inItem;
    enumerated = (joins && enumerated) || enumerates(line.content);
  }
  return read;
}

/** What is known of the paragraph above a line. */
interface Context {
  /** The line has the indent of the list item above. */
  readonly hangs: boolean;
  /** An enumeration begins inside the paragraph: 存在问题：一是…… */
  readonly enumerated: boolean;
}

/** Whether a line continues the paragraph of the line above. */
interface Joins {
  readonly joins: boolean;
  readonly doubtful?: boolean;
}

const BEGINS: Joins = { joins: false };
const CONTINUES: Joins = { joins: true };

/** Well short of the usual width: a line that is wrapped is never so short. */
const SHORT = 0.7;
/** Longer than an item of a list usually is, in columns. */
const LONG = 64;
/** In a narrower text, a short line can be a wrapped one. */
const NARROW = 50;

class Reading {
  readonly #wrap: WrapWidth | undefined;
  readonly #widest: number;
  readonly #semicolons: number;

  constructor(lines: readonly Line[]) {
    this.#wrap = wrapWidthOf(lines);
    this.#widest = lines.reduce((widest, { width }) => Math.max(widest, width), 0);
    const ends = lines.filter((line, index) => {
      const next = lines[index + 1];
      return next && isPlain(next, line) && next.indent < 2 && endsSentence(line.content);
    });
    this.#semicolons = ends.filter(({ content }) => SEMICOLON.test(content)).length;
  }

  joins(line: Line, { line: above, begins }: ProseLine, { hangs, enumerated }: Context): Joins {
    const isBelowText = above.kind === 'text' || above.kind === 'item';
    if (line.afterEmpty || line.kind !== 'text' || !isBelowText || line.quotes !== above.quotes) return BEGINS;
    if (line.indent >= 2 && !hangs) return BEGINS;
    if (ALONE.test(line.content) || ALONE.test(above.content)) return BEGINS;
    const isWrapped = this.#wrap !== undefined && isFull(above, line, this.#wrap);
    const ends = endsSentence(above.content);
    if (line.mark === 'item') return { joins: isWrapped && !ends };
    if (ends && hasTitle(line.content)) return BEGINS;
    if (line.mark === 'ordinal') return { joins: enumerated && (isWrapped || !ends) };
    if (isWrapped || (above.breaks && !ends)) return CONTINUES;
    if (ends) return this.#afterSentence(line, above);
    return hangs ? CONTINUES : this.#insideSentence(line, above, begins);
  }

  #afterSentence(line: Line, { width, content, mark }: Line): Joins {
    const wrap = this.#wrap;
    // A long line that ends with a semicolon is a paragraph only if it is an item among others.
    if (SEMICOLON.test(content) && width >= LONG && mark === undefined && this.#semicolons < 2) return CONTINUES;
    if (takesUp(line.content)) return CONTINUES;
    if (leads(line.content) || looksLikeHeading(line, this.#widest)) return BEGINS;
    // Where no line ends inside a sentence, nothing is wrapped: each line is a paragraph.
    if (!wrap || width < wrap.usual * SHORT || width > wrap.high || isTight(wrap)) return BEGINS;
    // In several wrapped blocks, the empty lines between them are between the paragraphs.
    return wrap.blocks > 1 ? CONTINUES : { joins: false, doubtful: true };
  }

  #insideSentence(line: Line, above: Line, begins: boolean): Joins {
    const { content, mark, width, kind } = above;
    if (content.includes('\t') || line.content.includes('\t')) return BEGINS;
    if (goesOn(content) || (/[\w,.]$/.test(content) && /^\w/.test(line.content))) return CONTINUES;
    // 地址：…… below 单位：……
    if (isLabelled(content) && isLabelled(line.content) && width < LONG) return BEGINS;
    // 下一步：
    if (/[:：]$/.test(line.content)) return BEGINS;
    const isShort = width <= Math.max(60, this.#widest) * SHORT && !hasPunctuation(content);
    if (kind === 'text' && mark === 'item' && isShort) return BEGINS;
    if (begins && this.#widest >= NARROW && looksLikeHeading(above, this.#widest)) return BEGINS;
    const isNearly = this.#wrap !== undefined && width >= this.#wrap.low / 2 && width <= this.#wrap.high * 1.3;
    return { joins: true, doubtful: !isNearly && areWords(content, line.content) };
  }
}

const SEMICOLON = /[;；]$/;
const isTight = ({ count, usual, low }: WrapWidth): boolean => count >= 3 && usual - low <= 6;

/** Lines that are never joined: ```, ===, | a | b |, and captions, [图片], numbers of an axis */
const ALONE =
  /^(?:`{3}|~{3}|\||=+$|-{3,}$|(?:[图表]\s?(?:\d{1,2}|[一二三四五六七八九十])(?:[:：\s]\s?)(?![-—至、和])[^。；，]{2,40}$)|[[【](?:图片|图表|图像|图)[\]】]$|\d{1,9}(?:[ \t]+\d{1,9}){3,}$)/;
