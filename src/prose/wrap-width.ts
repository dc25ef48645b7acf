import { displayWidth } from '../diagnostics/display-width.ts';
import type { Line } from './lines.ts';
import { endsSentence, hasPunctuation } from './marks.ts';

/** The widths, in columns, at which the lines of a text are wrapped. */
export interface WrapWidth {
  /** A tenth of the wrapped lines are narrower, a tenth are wider. */
  readonly low: number;
  readonly usual: number;
  readonly high: number;
  /** How many wrapped lines were found. */
  readonly count: number;
  /** In how many blocks between empty lines. */
  readonly blocks: number;
}

/** Nobody wraps lines so narrow. */
const NARROWEST = 40;
/** Lines of one text are not wrapped at widths that differ by more. */
const WIDER = 1.3;

/** Whether a line of text can only be in the paragraph of the line above, or a paragraph of its own: it has no mark and no indent. */
export const isPlain = (line: Line, above: Line): boolean =>
  line.kind === 'text' &&
  (above.kind === 'text' || above.kind === 'item') &&
  !line.afterEmpty &&
  line.quotes === above.quotes &&
  line.mark === undefined;

/** A short line without punctuation is a heading, not a line that is wrapped. */
export const looksLikeHeading = ({ width, content }: Line, widest: number): boolean =>
  width <= Math.max(60, Math.min(widest, 160)) / 2 && !hasPunctuation(content);

/**
 * The usual width of wrapped lines: of those that end inside a sentence. undefined if there are none, or if most lines
 * around them are longer: then each paragraph is in one line, and some lack a full stop.
 */
export function wrapWidthOf(lines: readonly Line[]): WrapWidth | undefined {
  const wrapped = blocksOf(lines).map((block) => {
    const widest = block.reduce((width, line) => Math.max(width, line.width), 0);
    const open = block.flatMap((line, index) => {
      const next = block[index + 1];
      const isOpen = next && isPlain(next, line) && !endsSentence(line.content) && !line.content.includes('\t');
      return isOpen && !looksLikeHeading(line, widest) ? [line.width] : [];
    });
    const usual = middle(open);
    const longer = block.filter(({ width }) => width > usual * WIDER).length;
    return usual < NARROWEST || longer >= open.length ? [] : open;
  });
  const sorted = wrapped.flat().sort((a, b) => a - b);
  if (sorted.length === 0) return undefined;
  const blocks = wrapped.filter((widths) => widths.length > 0).length;
  const at = (share: number) => sorted[Math.floor((sorted.length - 1) * share)] as number;
  return { low: at(0.1), usual: at(0.5), high: at(0.9), count: sorted.length, blocks };
}

/** Splits lines at empty lines. */
function blocksOf(lines: readonly Line[]): Line[][] {
  const blocks: Line[][] = [];
  for (const line of lines) {
    if (line.afterEmpty) blocks.push([]);
    blocks.at(-1)?.push(line);
  }
  return blocks;
}

const middle = (widths: readonly number[]): number => widths.toSorted((a, b) => a - b)[widths.length >> 1] ?? 0;

/** Columns that punctuation, which must not begin a line, can leave blank at the end of a line. */
const SLACK = 3;
const WORD = /^[!-~]{1,40}/;

/** Whether the first word of the next line would not have fitted into a line of the usual width. */
export function isFull({ width }: Line, next: Line, wrap: WrapWidth): boolean {
  const word = displayWidth(WORD.exec(next.content)?.[0] ?? '一');
  return width + word >= wrap.low - SLACK && width <= wrap.high * 1.1 + SLACK;
}
