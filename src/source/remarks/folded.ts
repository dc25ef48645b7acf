import { Scalar } from 'yaml';
import { say } from '../../diagnostics/text.ts';
import { isTextKey } from '../slips/key.ts';
import type { Mend } from '../slips/slip.ts';
import { belowBar } from '../slips/value.ts';
import type { Remark, Value } from './remark.ts';
import { yamlFolded } from './rules.ts';

interface WrittenLine {
  readonly start: number;
  readonly end: number;
  readonly words: string;
  readonly indent: string;
}

/** Several paragraphs that YAML joins to one, because they are not below `|`. */
export function folded(value: Value): Remark | undefined {
  const { text, scalar, path, key, start, end } = value;
  if (scalar.type === Scalar.BLOCK_LITERAL) return undefined;
  const written = text.slice(start, end);
  if (!written.trimEnd().includes('\n') || !/\p{Script=Han}/u.test(written)) return undefined;
  const lines = linesOf(text, start, end, scalar.type === Scalar.BLOCK_FOLDED);
  const begins = paragraphs(lines, scalar.type === Scalar.BLOCK_FOLDED);
  const isKept = (line: WrittenLine | undefined) => scalar.type === Scalar.BLOCK_FOLDED && isFurtherIn(lines, line);
  const lost = lines.findIndex(
    (line, index) => index > 0 && !isKept(line) && !isKept(lines[index - 1]) && begins(index),
  );
  const line = lines[lost];
  if (!line) return undefined;
  return {
    path,
    message: {
      rule: yamlFolded,
      message: say(
        '不写 |，YAML 就把各行连起来，这一行可能不另起一段',
        'Without |, YAML joins lines, so this line may not begin a paragraph',
      ),
      hint:
        scalar.type === Scalar.BLOCK_FOLDED
          ? say(`把冒号后面的“${written[0]}”改成“|”`, `Replace the ${written[0]} after the colon by |`)
          : belowBar(key),
    },
    start: line.start,
    end: line.end,
    edits: unfolded(value, lines),
    done: say('文字写成 | 下面的一块，分段保留', 'the text is now a block below |, which keeps its paragraphs'),
  };
}

function linesOf(text: string, start: number, end: number, hasHead: boolean): WrittenLine[] {
  const lines: WrittenLine[] = [];
  for (let at = start; at < end; ) {
    const feed = text.indexOf('\n', at);
    const stop = feed < 0 || feed > end ? end : feed;
    const line = text.slice(at, stop);
    const words = line.trim();
    const from = at + line.indexOf(words);
    if (at > start || !hasHead)
      lines.push({ start: from, end: from + words.length, words, indent: text.slice(at, from) });
    at = stop + 1;
  }
  while (lines.at(-1)?.words === '') lines.pop();
  return lines;
}

/** A folded block keeps the line breaks around lines that are indented more than its first. */
const isFurtherIn = ([first]: readonly WrittenLine[], line: WrittenLine | undefined): boolean =>
  line !== undefined && line.words !== '' && first !== undefined && line.indent.length > first.indent.length;

const ITEM =
  /^(?:[（(][一二三四五六七八九十\d]{1,3}[）)]|[一二三四五六七八九十]{1,3}、|\d{1,2}(?:[、.．)）]\s?(?!\d)|\s)|[①-⑳]|[-*•] |[一二三四五]是)/u;
const SENTENCE = /[。；：！？]["”’）]?$/u;

/**
 * Returns whether a line begins a paragraph: after an empty line or with an item's mark; and, unless somebody asked for folding
 * with `>`, after a line that ends a sentence early.
 */
function paragraphs(lines: readonly WrittenLine[], isAskedFor: boolean): (index: number) => boolean {
  const others = lines.slice(0, -1).filter(({ words }) => words !== '');
  const endAlways = others.every(({ words }) => SENTENCE.test(words));
  const longest = lines.reduce((most, { words }) => Math.max(most, words.length), 0);
  return (index) => {
    const [before, line] = [lines[index - 1], lines[index]];
    if (!line || line.words === '') return false;
    if (!before || before.words === '' || /\u3000/u.test(line.indent)) return true;
    if (!SENTENCE.test(before.words)) return false;
    return ITEM.test(line.words) || (!isAskedFor && (endAlways || before.words.length < longest * 0.6));
  };
}

function unfolded({ text, scalar, start, end, key, column }: Value, lines: readonly WrittenLine[]): Mend[] {
  if (column === undefined || !isTextKey(key)) return [];
  if (scalar.type === Scalar.BLOCK_FOLDED) return [{ start, end: start + 1, text: '|' }];
  const isQuoted = scalar.type !== Scalar.PLAIN;
  const inside = isQuoted ? text.slice(start + 1, end - 1) : text.slice(start, end);
  if (isQuoted && /\\|''/.test(inside)) return [];
  const feed = /\r\n/.test(inside) ? '\r\n' : '\n';
  const pad = ' '.repeat(column + 2);
  const words = inside.split(/\r?\n/).map((line) => line.trim());
  const wide = lines.map(({ indent }) => indent.replace(/[^\u3000]/gu, ''));
  const block = words.map((line, index) => (line === '' ? '' : `${pad}${wide[index] ?? ''}${line}`));
  // A value on the line below its key has the line break already.
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const isBelow = text.slice(lineStart, start).trim() === '';
  const from = isBelow ? text.lastIndexOf(':', lineStart) + 1 : start;
  return [{ start: from, end, text: `${isBelow ? ' ' : ''}|${feed}${block.join(feed)}` }];
}
