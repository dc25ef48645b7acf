import type { Dictionary } from './dictionary.ts';
import type { Token } from './token.ts';

/** The tokens of a sentence. */
export interface LexedSentence {
  readonly tokens: readonly Token[];
  /** It names a time or a body, whose meaning depends on the report. */
  readonly isOfReport: boolean;
}

/** So many sentences are remembered, each up to this length. */
const MOST = 4000;
const LONGEST = 200;

const known = new WeakMap<Dictionary, Map<string, readonly Token[]>>();

/**
 * The tokens of a sentence without figures, which most reports of a year have word for word. They are remembered for each
 * dictionary, unless they depend on the report.
 */
export function knownTokens(dictionary: Dictionary, text: string, lexed: () => LexedSentence): readonly Token[] {
  const sentences = known.get(dictionary) ?? new Map<string, readonly Token[]>();
  known.set(dictionary, sentences);
  const before = sentences.get(text);
  if (before) return before;
  const { tokens, isOfReport } = lexed();
  if (isOfReport || text.length > LONGEST) return tokens;
  if (sentences.size >= MOST) sentences.clear();
  sentences.set(text, tokens);
  return tokens;
}
