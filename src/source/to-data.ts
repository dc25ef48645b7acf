import { isMap, isScalar, isSeq, type Node, Scalar } from 'yaml';
import { INVISIBLE } from './characters.ts';
import { meant } from './meant.ts';

/** A whole number that a JavaScript number represents exactly and prints as written. */
const PLAIN_INTEGER = /^(0|-?[1-9][0-9]{0,14})$/;

// Folding joins two lines with a space, which does not belong between Chinese characters.
const FOLDED_SPACE =
  /(?<=[\p{Script=Han}\u3000-\u303f\uff00-\uffef“”‘’]) (?=[\p{Script=Han}\u3000-\u303f\uff00-\uffef“”‘’])/gu;

/**
 * Converts a YAML node to plain data. Only a plain whole number becomes a JavaScript number; everything else
 * (`012`, `0x1F`, `1e3`, `1,234`, `59237.2449`) stays text, so that no digit is lost and no notation is guessed.
 * Objects have no prototype, so a key such as `__proto__` is an ordinary key.
 */
export function toData(node: unknown): unknown {
  if (isMap(node)) {
    const data: Record<string, unknown> = Object.create(null);
    for (const pair of node.items) data[keyOf(pair.key)] = toData(pair.value);
    return data;
  }
  if (isSeq(node)) return node.items.map(toData);
  return isScalar(node) ? scalarData(node) : null;
}

/** The text of a key, as written, without invisible characters. */
export function keyOf(key: unknown): string {
  if (!isScalar(key)) return String(key as Node | null);
  const words = key.source ?? String(key.value);
  return PLAIN_KEY.test(words) ? words : words.replace(INVISIBLE, '');
}

/** Nearly all keys, tested in less time than a search for invisible characters takes. */
const PLAIN_KEY = /^[\w.-]*$/;

function scalarData(scalar: Scalar): unknown {
  const { value } = scalar;
  if (typeof value === 'string') return textData(value, scalar.type);
  if (scalar.type !== Scalar.PLAIN || value === null || typeof value === 'boolean') return value;
  return number(scalar.source ?? String(value));
}

const number = (text: string): string | number => (PLAIN_INTEGER.test(text) ? Number(text) : text);

function textData(value: string, type: Scalar['type']): unknown {
  if (type === Scalar.BLOCK_LITERAL) return value.replace(INVISIBLE, '');
  const text = meant(value);
  // A number in Chinese quotes or after an invisible character is read as if it stood alone.
  return type === Scalar.PLAIN && text !== value ? number(text) : text.replace(FOLDED_SPACE, '');
}
