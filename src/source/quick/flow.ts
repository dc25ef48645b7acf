import type { Node, Pair, YAMLMap, YAMLSeq } from 'yaml';
import { DOUBT } from './doubt.ts';
import { Keys } from './keys.ts';
import { map, seq } from './nodes.ts';
import { plain, quoted, withoutSpaces } from './scalars.ts';

const PLAIN = /[^,[\]{}:#\n]+/y;
const DEEPEST = 10;

/** A map or list in braces or brackets, all of it on one line: `{ total: 3 }`. */
export class OneLineFlow {
  constructor(
    private readonly text: string,
    /** The offset that is read next. */
    public at: number,
  ) {}

  read(depth = 0): Node {
    const sign = this.text[this.at];
    if (depth > DEEPEST) throw DOUBT;
    if (sign === '{') return this.map(depth);
    if (sign === '[') return this.seq(depth);
    return this.scalar(sign);
  }

  private map(depth: number): YAMLMap {
    const start = this.at;
    const items: Pair[] = [];
    const keys = new Keys(this.text);
    this.each('}', () => {
      const key = keys.read(this.at);
      this.at = keys.end;
      this.skipSpaces();
      items.push(keys.pair(key, this.read(depth + 1)));
    });
    return map(items, true, start);
  }

  private seq(depth: number): YAMLSeq {
    const start = this.at;
    const items: Node[] = [];
    this.each(']', () => items.push(this.read(depth + 1)));
    return seq(items, true, start);
  }

  /** Reads items, with commas between them, up to the closing sign. */
  private each(close: string, item: () => void): void {
    this.at++;
    this.skipSpaces();
    if (this.text[this.at] !== close) {
      for (;;) {
        item();
        this.skipSpaces();
        if (this.text[this.at] !== ',') break;
        this.at++;
        this.skipSpaces();
      }
    }
    if (this.text[this.at] !== close) throw DOUBT;
    this.at++;
  }

  private scalar(sign: string | undefined): Node {
    const start = this.at;
    if (sign === '"' || sign === "'") {
      const node = quoted(this.text, start);
      this.at = node.range?.[1] ?? start;
      return node;
    }
    PLAIN.lastIndex = start;
    const written = PLAIN.exec(this.text)?.[0];
    if (written === undefined) throw DOUBT;
    this.at = PLAIN.lastIndex;
    return plain(withoutSpaces(written), start);
  }

  private skipSpaces(): void {
    while (this.text[this.at] === ' ') this.at++;
  }
}
