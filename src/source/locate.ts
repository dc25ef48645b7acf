import { isCollection, isMap, isNode, isScalar, isSeq, type Node, type Pair, type YAMLMap } from 'yaml';
import type { Path, Range } from '../diagnostics/diagnostic.ts';
import { rangeAt, type Source } from './parse.ts';
import { keyOf } from './to-data.ts';

/**
 * Converts a path into lines and columns: those of the value if it is a scalar; those of the key if the value is a map, a list
 * or empty, or if `at` is 'key'. For a path that is not in the file: those of the nearest key above it.
 */
export function locate(source: Source, path: Path, at: 'key' | 'value' = 'value'): Range {
  let node = source.contents;
  let key: Node | undefined;
  for (const [depth, segment] of path.entries()) {
    const step = child(node, segment);
    if (!step) break;
    key = step.key ?? key;
    node = step.value;
    if (at === 'key' && depth === path.length - 1) return nodeRange(source, key);
  }
  const single = isScalar(node) && node.range && node.range[1] > node.range[0];
  return nodeRange(source, single || !key ? (node as Node) : key);
}

/** The YAML node at a path, with all that `yaml` knows of it; undefined if the file does not have it. */
export const nodeAt = (source: Source, path: Path): unknown => below(source.document?.contents, path);

/** The words of the value at a path: their offsets; undefined if there is no single value. */
export function valueRange(source: Source, path: Path): readonly [number, number] | undefined {
  const node = below(source.contents, path);
  return isScalar(node) && node.range ? [node.range[0], node.range[1]] : undefined;
}

const below = (contents: unknown, path: Path): unknown =>
  path.reduce<unknown>((node, segment) => child(node, segment)?.value, contents);

function child(node: unknown, segment: string | number): { key: Node | undefined; value: unknown } | undefined {
  if (isMap(node)) {
    const pair = pairsOf(node).get(String(segment));
    return pair && { key: isNode(pair.key) ? pair.key : undefined, value: pair.value };
  }
  if (!isSeq(node) || !(Number(segment) in node.items)) return undefined;
  const item = node.items[Number(segment)];
  return { key: isNode(item) ? item : undefined, value: item };
}

const known = new WeakMap<YAMLMap, Map<string, Pair>>();

/** The pairs of a map by their keys, of a repeated key the first. Cached: a map can have thousands of findings below it. */
function pairsOf(map: YAMLMap): Map<string, Pair> {
  const pairs = known.get(map) ?? new Map(map.items.toReversed().map((pair) => [keyOf(pair.key), pair]));
  known.set(map, pairs);
  return pairs;
}

function nodeRange(source: Source, placed: Node | undefined): Range {
  // An item of a list that is a map has no key of its own: its first key is shown.
  const [first] = isMap(placed) && !placed.flow ? placed.items : [];
  const node = first && isScalar(first.key) ? first.key : placed;
  const [start, end] = node?.range ?? [0, 0];
  // The end of a map is not useful to show; a block of text is shown from its start.
  return rangeAt(source.lines, start, isCollection(node) ? start : end);
}
