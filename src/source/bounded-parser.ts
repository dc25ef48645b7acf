import { Composer, type Document, Lexer, Parser, YAMLParseError } from 'yaml';
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

/** The tokens of the library's parser, which has no limits: some texts take it minutes and gigabytes, and deep nesting all its stack. */
function* boundedTokens(text: string): ReturnType<Parser['parse']> {
  const parser = new Parser();
  let [tokens, characters] = [0, 0];
  for (const token of new Lexer().lex(text)) {
    tokens++;
    if (!token.startsWith('#')) characters += token.length;
    if (tokens > MOST.tokens) throw new OverLimit(TOO_MANY, parser.offset);
    if (characters > MOST.characters) throw new OverLimit(TOO_LONG, parser.offset);
    yield* parser.next(token);
    if (parser.stack.length > MOST.depth) throw new OverLimit(TOO_DEEP, parser.offset);
  }
  yield* parser.end();
}

// `forbidden` finds repeated keys, because the composer would compare every key with every other.
const OPTIONS = { prettyErrors: false, merge: false, uniqueKeys: false } as const;

/** Parses a text; a second document in it is an error of the first. Throws `OverLimit`. */
export function parseDocument(text: string): Document.Parsed {
  const [document, second] = new Composer(OPTIONS).compose(boundedTokens(text), true, text.length);
  if (second) document?.errors.push(new YAMLParseError([second.range[0], second.range[1]], 'MULTIPLE_DOCS', ''));
  return document as Document.Parsed;
}
