import type { Node, Pair, YAMLMap, YAMLSeq } from 'yaml';
import { block } from './block.ts';
import { DOUBT } from './doubt.ts';
import { OneLineFlow } from './flow.ts';
import { isKeyAt, Keys } from './keys.ts';
import { Lines } from './lines.ts';
import { map, seq } from './nodes.ts';
import { nothing, plain, withoutSpaces } from './scalars.ts';

/** So much is far from the limits of a file, `MOST`. */
const LONGEST = 60_000;
const DEEPEST = 20;
/** Tabs, carriage returns and control characters, which each have rules of their own, and a byte order mark. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that are left to `yaml`.
const ODD = /[\x00-\x09\x0b-\x1f]|^\ufeff/;

/**
 * Reads a report that is written as most are: keys in plain letters, each value on its line or below `|` or `>`.
 * Returns the nodes that `yaml` would make of it; undefined if something is written in another way, wrong or suspicious.
 */
export function quickContents(text: string): Node | undefined {
  if (text.length > LONGEST || ODD.test(text)) return undefined;
  try {
    return new Reader(text).read();
  } catch (error) {
    if (error === DOUBT) return undefined;
    throw error;
  }
}

class Reader {
  private readonly lines: Lines;

  constructor(private readonly text: string) {
    this.lines = new Lines(text);
  }

  read(): YAMLMap {
    const { lines } = this;
    if (lines.indent !== 0) throw DOUBT;
    const contents = this.map(0, 1);
    if (lines.indent >= 0) throw DOUBT;
    return contents;
  }

  /** The map whose first key is the content of the current line. */
  private map(indent: number, depth: number): YAMLMap {
    const { lines } = this;
    const start = lines.content;
    const keys = new Keys(this.text);
    const items: Pair[] = [];
    while (lines.indent === indent && !lines.isItem) {
      const key = keys.read(lines.content);
      items.push(keys.pair(key, this.afterKey(keys.end, indent, depth)));
    }
    return this.whole(map(items, false, start), items, indent, depth);
  }

  /** The list whose first item is the current line. */
  private list(indent: number, depth: number): YAMLSeq {
    const { lines } = this;
    const start = lines.content;
    const items: Node[] = [];
    while (lines.indent === indent && lines.isItem) {
      const from = lines.afterSpaces(lines.content + 1);
      if (isKeyAt(this.text, from)) {
        // The keys below are aligned with this one.
        lines.indent = from - lines.start;
        items.push(this.map(lines.indent, depth + 1));
      } else items.push(this.value(from, indent));
    }
    return this.whole(seq(items, false, start), items, indent, depth);
  }

  /** Takes a map or list at its end; a line that is indented further would continue its last value. */
  private whole<T>(node: T, items: readonly unknown[], indent: number, depth: number): T {
    if (items.length === 0 || this.lines.indent > indent || depth > DEEPEST) throw DOUBT;
    return node;
  }

  private afterKey(colon: number, indent: number, depth: number): Node {
    const { lines, text } = this;
    const from = lines.afterSpaces(colon);
    const isComment = text[from] === '#';
    if (from < lines.end && !isComment) return this.value(from, indent);
    if (depth > DEEPEST) throw DOUBT;
    lines.next();
    if (lines.indent > indent)
      return lines.isItem ? this.list(lines.indent, depth + 1) : this.map(lines.indent, depth + 1);
    if (lines.indent === indent && lines.isItem) return this.list(indent, depth + 1);
    if (isComment) throw DOUBT;
    return nothing(from);
  }

  /** A value that begins on the current line, after its key or sign. */
  private value(from: number, indent: number): Node {
    const { lines } = this;
    const sign = this.text[from] ?? '';
    if (sign === '|' || sign === '>') return block(lines, from, indent);
    const node = '{["\''.includes(sign) ? this.enclosed(from) : this.plain(from);
    lines.next();
    return node;
  }

  /** A value in quotes or brackets, after which only a comment may follow. */
  private enclosed(from: number): Node {
    const { lines, text } = this;
    const flow = new OneLineFlow(text, from);
    const node = flow.read();
    const after = lines.afterSpaces(flow.at);
    if (after !== lines.end && (text[after] !== '#' || after === flow.at)) throw DOUBT;
    return node;
  }

  private plain(from: number): Node {
    const line = this.text.slice(from, this.lines.end);
    const comment = line.indexOf(' #');
    const words = withoutSpaces(comment < 0 ? line : line.slice(0, comment));
    if (words === '' || words.endsWith(':') || words.includes(': ')) throw DOUBT;
    return plain(words, from);
  }
}
