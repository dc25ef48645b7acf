import { isScalar, type Pair, Scalar, type YAMLMap } from 'yaml';
import { keyOf } from '../source/to-data.ts';
import type { Edit } from './edit.ts';
import { endOf, indentAt, isFlow, keyStart, lineEnding, lineStart, nextLine } from './positions.ts';

/** A key that a map lacks. */
export interface NewKey {
  readonly key: string;
  /** The keys of the map in the order of the form. */
  readonly order: readonly string[];
  /** Between braces: the value. */
  readonly flow: string;
  /** On lines of its own, given the indentation of the map's keys. */
  readonly block: (indent: string) => readonly string[];
  /** A blank line parts them from what stands beside them. */
  readonly apart?: boolean;
}

/** Writes a key into a map, after the nearest key that comes before it in the form; undefined where the map is written in a way that is left alone. */
export function insertKey(text: string, map: YAMLMap, added: NewKey): Edit | undefined {
  const at = added.order.indexOf(added.key);
  const find = (keys: readonly string[]) =>
    keys.map((key) => map.items.find((pair) => keyOf(pair.key) === key)).find((pair) => pair !== undefined);
  const before = find(added.order.slice(0, at).reverse());
  const after = before ? undefined : find(added.order.slice(at + 1));
  const beside = before ?? after ?? map.items.at(-1);
  if (!beside) return undefined;
  const insert = isFlow(map) ? insertBetweenBraces : insertLines;
  return insert(text, beside, { ...added, first: after !== undefined });
}

type Placed = NewKey & { readonly first: boolean };

function insertBetweenBraces(text: string, beside: Pair, { key, flow, first }: Placed): Edit | undefined {
  const offset = first ? keyStart(beside) : endOf(text, beside);
  if (offset === undefined) return undefined;
  const quoted = isScalar(beside.key) && beside.key.type === Scalar.QUOTE_DOUBLE;
  const pair = `${quoted ? JSON.stringify(key) : key}: ${flow}`;
  return { start: offset, end: offset, text: first ? `${pair}, ` : `, ${pair}` };
}

function insertLines(text: string, beside: Pair, { block, first, apart }: Placed): Edit | undefined {
  const start = keyStart(beside);
  const indent = start === undefined ? undefined : indentAt(text, start);
  const end = endOf(text, beside);
  if (start === undefined || indent === undefined || end === undefined) return undefined;
  const offset = first ? aboveComments(text, lineStart(text, start), indent) : nextLine(text, end);
  // Blank lines right behind a block of text may be part of it: the new one stands behind what is added.
  const blankBelow = first || end === offset || /\n\r?\n$/.test(text.slice(0, offset));
  const added = block(indent);
  const lines = !apart ? added : blankBelow ? [...added, ''] : ['', ...added];
  const eol = lineEnding(text);
  const lastLineIsOpen = offset === text.length && !text.endsWith('\n');
  return {
    start: offset,
    end: offset,
    text: lastLineIsOpen ? eol + lines.join(eol) : lines.join(eol) + eol,
  };
}

/** The start of the comment lines right above a key: they speak of it. Text of a block that looks like them is indented more. */
function aboveComments(text: string, start: number, indent: string): number {
  let here = start;
  while (here > 0) {
    const above = lineStart(text, here - 1);
    if (!text.startsWith(`${indent}#`, above)) break;
    here = above;
  }
  return here;
}
