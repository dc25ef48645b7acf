import { Composer, type Document, Parser, YAMLParseError } from 'yaml';
import { TOO_DEEP, TOO_LONG, TOO_MANY, type YamlMessage } from './yaml-rules.ts';

/** How much YAML is read: far more than the largest report has, and so little that every later step is quick. */
export const MOST = {
  /** Maps and lists around a value. */
  depth: 100,
  /** Words and signs, including spaces and line ends; a key with its value has about seven. */
  tokens: 200_000,
  /** Characters, without those of comments. */
  characters: 300_000,
} as const;

/** Thrown for a text that exceeds a limit. */
export class OverLimit extends Error {
  constructor(
    readonly finding: YamlMessage,
    /** The place in the text at which the parser stopped. */
    readonly offset: number,
  ) {
    super(finding.message.en);
  }
}

/** The parser of the library has no limits: some texts take it minutes and gigabytes, and deep nesting all its stack. */
class BoundedParser extends Parser {
  private tokens = 0;
  private characters = 0;

  override *next(token: string): ReturnType<Parser['next']> {
    this.tokens++;
    if (!token.startsWith('#')) this.characters += token.length;
    if (this.tokens > MOST.tokens) throw new OverLimit(TOO_MANY, this.offset);
    if (this.characters > MOST.characters) throw new OverLimit(TOO_LONG, this.offset);
    yield* super.next(token);
    if (this.stack.length > MOST.depth) throw new OverLimit(TOO_DEEP, this.offset);
  }
}

// `forbidden` finds repeated keys, because the composer would compare every key with every other.
const OPTIONS = { prettyErrors: false, merge: false, uniqueKeys: false } as const;

/** Parses a text; a second document in it is an error of the first. Throws `OverLimit`. */
export function parseDocument(text: string): Document.Parsed {
  const tokens = new BoundedParser().parse(text);
  const [document, second] = new Composer(OPTIONS).compose(tokens, true, text.length);
  if (second) document?.errors.push(new YAMLParseError([second.range[0], second.range[1]], 'MULTIPLE_DOCS', ''));
  return document as Document.Parsed;
}
