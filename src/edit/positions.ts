import { isCollection, isMap, isPair, isScalar, type Pair, Scalar, type YAMLMap } from 'yaml';
import type { Source } from '../source/parse.ts';
import { keyOf } from '../source/to-data.ts';
import type { Edit } from './edit.ts';

/** Offsets of parts of a YAML document in its text; undefined for notations that can't be edited. */

/** The pair of a map with this key. */
export const pairOf = (map: YAMLMap, key: string): Pair | undefined =>
  map.items.find((pair) => keyOf(pair.key) === key);

/** Whether this is a map in braces. */
export const isFlow = (map: YAMLMap): boolean => map.flow === true;

export function keyStart({ key }: Pair): number | undefined {
  return isScalar(key) ? key.range?.[0] : undefined;
}

function keyEnd({ key }: Pair): number | undefined {
  return isScalar(key) ? key.range?.[1] : undefined;
}

/** The end of a pair: after its value, or after its colon if the value is empty, or after its key if there is no colon. */
export function endOf(text: string, pair: Pair): number | undefined {
  const { value } = pair;
  if (isCollection(value) && !value.flow && value.items.length > 0) {
    const last = value.items.at(-1);
    return isPair(last) ? endOf(text, last) : endOfItem(text, last);
  }
  if (isEmpty(value)) return afterColon(text, pair);
  return (value as Scalar | null)?.range?.[1] ?? keyEnd(pair);
}

function endOfItem(text: string, item: unknown): number | undefined {
  if (isMap(item) && !item.flow && item.items.length > 0) return endOf(text, item.items.at(-1) as Pair);
  return (item as Scalar | null)?.range?.[1];
}

/** Whether nothing is written for a value. */
const isEmpty = (value: unknown): boolean =>
  isScalar(value) && value.range !== undefined && value.range !== null && value.range[0] === value.range[1];

function afterColon(text: string, pair: Pair): number | undefined {
  const end = keyEnd(pair);
  const colon = end === undefined ? -1 : text.indexOf(':', end);
  return colon < 0 ? undefined : colon + 1;
}

export const lineStart = (text: string, offset: number): number => text.lastIndexOf('\n', offset - 1) + 1;

/** The start of the line after the one that contains `offset`; after the last line, the end of the text. */
export function nextLine(text: string, offset: number): number {
  // A block of text ends at the start of a line.
  if (offset > 0 && text[offset - 1] === '\n') return offset;
  const feed = text.indexOf('\n', offset);
  return feed < 0 ? text.length : feed + 1;
}

/** The spaces before `offset` in its line; undefined if there is anything else. */
export function indentAt(text: string, offset: number): string | undefined {
  const before = text.slice(lineStart(text, offset), offset);
  return /^ *$/.test(before) ? before : undefined;
}

/** The line ending that the file uses. */
export const lineEnding = (text: string): string => (/\r?\n/.exec(text)?.[0] === '\r\n' ? '\r\n' : '\n');

/** The range of a scalar's text inside its quotes; undefined for text of several lines. */
export function scalarRange(text: string, scalar: Scalar): { start: number; end: number } | undefined {
  const [start, end] = scalar.range ?? [0, 0];
  if (start === end || text.slice(start, end).includes('\n')) return undefined;
  if (scalar.type === Scalar.PLAIN) return { start, end };
  const quoted = scalar.type === Scalar.QUOTE_SINGLE || scalar.type === Scalar.QUOTE_DOUBLE;
  return quoted ? { start: start + 1, end: end - 1 } : undefined;
}

/** The range of the lines below `text: |`; undefined for other notations, which do not have the lines of the text as they are. */
export function literalRange({ text }: Source, node: unknown): { start: number; end: number } | undefined {
  if (!isScalar(node) || node.type !== Scalar.BLOCK_LITERAL || !node.range) return undefined;
  return { start: nextLine(text, node.range[0]), end: node.range[1] };
}

/** Writes a value in place of nothing or null (`total:`, `total: ~`, `{ total }`); empty quotes stay around it. */
export function fillIn(text: string, pair: Pair, written: string): Edit | undefined {
  const { value } = pair;
  if (value === null) {
    const [start, end] = [keyStart(pair), keyEnd(pair)];
    if (start === undefined || end === undefined || /\?\s*$/.test(text.slice(0, start))) return undefined;
    return { start: end, end, text: `: ${written}` };
  }
  if (isEmpty(value)) {
    const start = afterColon(text, pair);
    return start === undefined ? undefined : { start, end: start, text: ` ${written}` };
  }
  const range = isScalar(value) ? scalarRange(text, value) : undefined;
  return range && { ...range, text: written };
}
