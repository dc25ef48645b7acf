import { type Document, isMap, isScalar, isSeq, type LineCounter, type Pair } from 'yaml';
import type { Path } from '../../diagnostics/diagnostic.ts';
import { keyOf } from '../to-data.ts';
import { aroundValue } from './around-value.ts';
import { commentInText } from './comment-in-text.ts';
import { folded } from './folded.ts';
import { hiddenComment } from './hidden-comment.ts';
import { invisibleIn } from './invisible.ts';
import type { Remark, Value } from './remark.ts';

const OF_VALUES: readonly ((value: Value) => Remark | undefined)[] = [
  invisibleIn,
  aroundValue,
  hiddenComment,
  folded,
  commentInText,
];

/** What should be said about the values of a file that can be read. */
export function remarksOf(document: Document.Parsed, text: string, lines: LineCounter): Remark[] {
  const remarks: Remark[] = [];
  const say = (value: Value, checks = OF_VALUES): void => {
    for (const check of checks) {
      const remark = check(value);
      if (remark) remarks.push(remark);
    }
  };
  const walk = (node: unknown, path: Path, pair?: Pair, isInBraces = false): void => {
    if (isMap(node)) {
      for (const item of node.items) {
        const below = [...path, keyOf(item.key)];
        const key = valueAt(item.key, below, undefined, true);
        if (key) say({ ...key, isKey: true }, [invisibleIn]);
        walk(item.value, below, item, isInBraces || node.flow === true);
      }
    } else if (isSeq(node)) {
      node.items.forEach((item, index) => {
        walk(item, [...path, index], undefined, isInBraces || node.flow === true);
      });
    } else {
      const value = valueAt(node, path, pair, isInBraces);
      if (value) say(value);
    }
  };
  const valueAt = (node: unknown, path: Path, pair: Pair | undefined, isInBraces: boolean): Value | undefined => {
    if (!isScalar(node) || !node.range) return undefined;
    const keyStart = isScalar(pair?.key) ? pair.key.range?.[0] : undefined;
    const column = isInBraces || keyStart === undefined ? undefined : lines.linePos(keyStart).col - 1;
    const [start, end] = node.range;
    return { text, scalar: node, path, key: String(path.at(-1) ?? ''), start, end, column };
  };
  walk(document.contents, []);
  return remarks;
}
