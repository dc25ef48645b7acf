import { type Document, isAlias, isNode, isScalar, isSeq, type Pair, Scalar, visit } from 'yaml';
import { isTextKey } from './key.ts';

const ORDINARY_KEY = /^[\w.$ -]*$|^[\p{Script=Han}（）、]+$/u;

/** Whether a text that YAML can read has a key or a value that no report has, so that it was probably meant otherwise. */
export function isSuspicious(document: Document.Parsed, text: string): boolean {
  let found = false;
  visit(document, {
    Pair(_, pair) {
      if (isSuspiciousPair(pair, text)) found = true;
      return found ? visit.BREAK : undefined;
    },
  });
  return found;
}

/** Whether a key with its value may be a slip. */
export function isSuspiciousPair({ key, value }: Pair, text: string): boolean {
  if (!isScalar(key) || key.type !== Scalar.PLAIN) return false;
  const word = String(key.source ?? key.value);
  if (!ORDINARY_KEY.test(word) || word.startsWith('-')) return true;
  if (isSeq(value)) return isTextKey(word);
  if (isAlias(value)) return /[^\w]/.test(value.source);
  if (isNode(value) && /[^\w!/:,.-]|^!$/.test(`${(value as Scalar).anchor ?? ''}${value.tag ?? ''}`)) return true;
  if (isScalar(value) && value.value === null) return isTextKey(word) && isHashtag(value, text);
  return (
    isScalar(value) &&
    value.type === Scalar.PLAIN &&
    isSuspiciousValue(String(value.source ?? value.value), value, text)
  );
}

/** Whether a value is empty because it begins with `#`. */
function isHashtag({ range }: Scalar, text: string): boolean {
  const [start = 0] = range ?? [];
  return /^ *#[^\s#!]/.test(text.slice(start, start + 20));
}

function isSuspiciousValue(written: string, { range }: Scalar, text: string): boolean {
  // A map in full-width braces, or one that a full-width comma runs into.
  if (/^[｛﹛［【]\s*(?:[a-z_]+\s*[:：]|[］】])/u.test(written) || /[，、；;]\s*[a-z_]+\s*[：:]/u.test(written))
    return true;
  if (/^｜(?:\s|$)/u.test(written)) return true;
  // A key that lost its colon or the space after it takes a line of its own.
  const start = range?.[0] ?? 0;
  return /^[a-z_]+\s*[:：=]/u.test(written) && /(?:^|\n) *$/.test(text.slice(Math.max(0, start - 100), start));
}
