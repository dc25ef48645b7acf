import { isMap, isScalar, isSeq, type Pair, Scalar } from 'yaml';
import type { Path } from '../../diagnostics/diagnostic.ts';
import { hasUnseen } from '../characters.ts';
import { keyOf } from '../to-data.ts';
import { aroundValue } from './around-value.ts';
import { commentInText } from './comment-in-text.ts';
import { folded } from './folded.ts';
import { hiddenComment } from './hidden-comment.ts';
import { invisibleIn } from './invisible.ts';
import type { Remark, Value } from './remark.ts';

const OF_VALUES: readonly ((value: Value) => Remark | undefined)[] = [
  aroundValue,
  hiddenComment,
  folded,
  commentInText,
];

/** What should be said about the values of a file that can be read. */
export function remarksOf(contents: unknown, text: string): Remark[] {
  const remarks: Remark[] = [];
  const ofKeys = hasUnseen(text) ? [invisibleIn] : [];
  const ofValues = [...ofKeys, ...OF_VALUES];
  // Most values of a report are numbers, and only these two things can be wrong beside them.
  const isOdd = ofKeys.length > 0 || BESIDE_VALUE.test(text);
  const isNumber = (node: unknown): boolean =>
    isScalar(node) && node.type === Scalar.PLAIN && typeof node.value !== 'string';
  const say = (value: Value, checks = ofValues): void => {
    for (const check of checks) {
      const remark = check(value);
      if (remark) remarks.push(remark);
    }
  };
  const walk = (node: unknown, path: Path, pair?: Pair, isInBraces = false): void => {
    if (isMap(node)) {
      for (const item of node.items) {
        if (!isOdd && isNumber(item.value)) continue;
        const below = [...path, keyOf(item.key)];
        const key = ofKeys.length > 0 ? valueAt(item.key, below, undefined, true) : undefined;
        if (key) say({ ...key, isKey: true }, ofKeys);
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
    const column = isInBraces || keyStart === undefined ? undefined : columnOf(text, keyStart);
    const [start, end] = node.range;
    return { text, scalar: node, path, key: String(path.at(-1) ?? ''), start, end, column };
  };
  walk(contents, []);
  return remarks;
}

/** What can begin a comment behind a value. */
const BESIDE_VALUE = /[ \t]#/;

const columnOf = (text: string, at: number): number => at - (text.lastIndexOf('\n', at - 1) + 1);
