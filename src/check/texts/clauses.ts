/** A part of a text between two punctuation marks. */
export interface Clause {
  readonly start: number;
  readonly end: number;
  /** How many brackets it is in. */
  readonly depth: number;
}

export interface Sentence {
  readonly start: number;
  readonly end: number;
  readonly clauses: readonly Clause[];
}

const ENDS_SENTENCE = /[。!?\n]/u;
const ENDS_CLAUSE = /[,;:]/u;

/** Splits a text into sentences, and these into clauses. A comma or colon between digits does not end a clause. */
export function sentencesOf(text: string): Sentence[] {
  const sentences: Sentence[] = [];
  let clauses: Clause[] = [];
  let [begin, start, depth] = [0, 0, 0];
  const close = (at: number, next: number) => {
    if (at > start) clauses.push({ start, end: at, depth });
    start = next;
  };
  for (let at = 0; at <= text.length; at++) {
    const char = text[at] ?? '\n';
    if (char === '(' || char === ')') {
      close(at, at + 1);
      depth = Math.max(0, depth + (char === '(' ? 1 : -1));
    } else if (ENDS_SENTENCE.test(char) && (depth === 0 || char === '\n')) {
      close(at, at + 1);
      if (clauses.length > 0) sentences.push({ start: begin, end: at, clauses });
      [clauses, begin, depth] = [[], at + 1, 0];
    } else if (ENDS_CLAUSE.test(char) && !(isDigit(text[at - 1]) && isDigit(text[at + 1]))) {
      close(at, at + 1);
    }
  }
  return sentences;
}

const isDigit = (char = ''): boolean => /\d/.test(char);
