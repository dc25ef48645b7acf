import { isScalar, type Pair, Scalar, type YAMLMap } from 'yaml';
import { keyOf } from '../source/to-data.ts';
import type { Edit } from './edit.ts';
import { endOf, indentAt, isFlow, keyStart, lineEnding, lineStart, nextLine } from './positions.ts';

/** A key to insert into a map. */
export interface NewKey {
  readonly key: string;
  /** The keys of the map in the order of the form. */
  readonly order: readonly string[];
  /** Its value, for a map in braces. */
  readonly flow: string;
  /** Its lines, for a map in block style; takes the indentation of the map's keys. */
  readonly block: (indent: string) => readonly string[];
  /** Put blank lines around them. */
  readonly apart?: boolean;
}

/** Inserts a key into a map, after the nearest key that precedes it in the form; undefined if the notation of the map can't be edited. */
export function insertKey(text: string, map: YAMLMap, added: NewKey): Edit | undefined {
  const at = added.order.indexOf(added.key);
  const find = (keys: readonly string[]) =>
    keys.map((key) => map.items.find((pair) => keyOf(pair.key) === key)).find((pair) => pair !== undefined);
  const before = find(added.order.slice(0, at).reverse());
  const after = before ? undefined : find(added.order.slice(at + 1));
  const beside = before ?? after ?? map.items.at(-1);
  if (!beside) return undefined;
  const insert = isFlow(map) ? insertBetweenBraces : insertLines;
  const last = !after && beside === map.items.at(-1);
  return insert(text, beside, { ...added, first: after !== undefined, last });
}

type PlacedKey = NewKey & { readonly first: boolean; readonly last: boolean };

function insertBetweenBraces(text: string, beside: Pair, { key, flow, first }: PlacedKey): Edit | undefined {
  const offset = first ? keyStart(beside) : endOf(text, beside);
  if (offset === undefined) return undefined;
  const quoted = isScalar(beside.key) && beside.key.type === Scalar.QUOTE_DOUBLE;
  const pair = `${quoted ? JSON.stringify(key) : key}: ${flow}`;
  return { start: offset, end: offset, text: first ? `${pair}, ` : `, ${pair}` };
}

function insertLines(text: string, beside: Pair, { block, first, last, apart }: PlacedKey): Edit | undefined {
  const start = keyStart(beside);
  const indent = start === undefined ? undefined : indentAt(text, start);
  const end = endOf(text, beside);
  if (start === undefined || indent === undefined || end === undefined) return undefined;
  const below = nextLine(text, end);
  // After the last key, comments belong to it: a total that someone commented out stays above the new one.
  const under = last && !apart ? belowComments(text, below, indent) : below;
  const offset = first ? aboveComments(text, lineStart(text, start), indent) : under;
  // Blank lines right after a block of text may be part of it, so the new blank line goes after the insertion.
  const blankBelow = first || end === offset || /\n\r?\n$/.test(text.slice(0, offset));
  const added = block(indent);
  const lines = !apart ? added : blankBelow ? [...added, ''] : ['', ...added];
  const eol = lineEnding(text);
  const lastLineIsOpen = offset === text.length && !text.endsWith('\n');
  // A carriage return alone is part of the value; a line feed after it would make it a line break.
  if (lastLineIsOpen && text.endsWith('\r')) return undefined;
  return {
    start: offset,
    end: offset,
    text: lastLineIsOpen ? eol + lines.join(eol) : lines.join(eol) + eol,
  };
}

/** The start of the comment lines right above a key, which belong to it. Similar lines in a block of text are indented more. */
function aboveComments(text: string, start: number, indent: string): number {
  let here = start;
  while (here > 0) {
    const above = lineStart(text, here - 1);
    if (!text.startsWith(`${indent}#`, above)) break;
    here = above;
  }
  return here;
}

/** The end of the comment lines right below a key, if they are indented like it. */
function belowComments(text: string, start: number, indent: string): number {
  let here = start;
  while (text.startsWith(`${indent}#`, here)) {
    const feed = text.indexOf('\n', here);
    here = feed < 0 ? text.length : feed + 1;
  }
  return here;
}
