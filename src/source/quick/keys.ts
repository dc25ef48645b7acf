import type { Pair, Scalar } from 'yaml';
import { isSuspiciousPair } from '../slips/suspicious.ts';
import { DOUBT } from './doubt.ts';
import { pair } from './nodes.ts';
import { plain } from './scalars.ts';

const KEY = /([A-Za-z_][\w.-]{0,99}):(?=[ \n]|$)/y;

/** Whether a plain key with its colon is at an offset. */
export function isKeyAt(text: string, at: number): boolean {
  KEY.lastIndex = at;
  return KEY.test(text);
}

/** The keys of a map: plain words, each of them once. */
export class Keys {
  /** The offset after the colon of the last key. */
  end = 0;
  private readonly known = new Set<string>();

  constructor(private readonly text: string) {}

  read(at: number): Scalar {
    KEY.lastIndex = at;
    const word = KEY.exec(this.text)?.[1];
    if (word === undefined || this.known.has(word)) throw DOUBT;
    this.known.add(word);
    this.end = KEY.lastIndex;
    return plain(word, at);
  }

  /** The key with its value, unless it may be a slip. */
  pair(key: Scalar, value: unknown): Pair {
    const read = pair(key, value);
    if (isSuspiciousPair(read, this.text)) throw DOUBT;
    return read;
  }
}
