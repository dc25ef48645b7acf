/** `{{path}}` in prose: it prints a number of the report, so that text and table can not disagree. */

/** One pair of braces in a text. */
export interface Binding {
  /** As written, braces included. */
  readonly written: string;
  /** The path between the braces, trimmed; undefined when the braces hold something else or are not closed. */
  readonly path: string | undefined;
  /** Where it starts in the text. */
  readonly offset: number;
}

const BRACES = /\{\{([^{}\n]*)\}\}|\{\{|\}\}/gu;
const PATH = /^[a-z0-9_]+(\.[a-z0-9_]+)*$/iu;

/** Every pair of braces in a text, in order. */
export function findBindings(text: string): Binding[] {
  return [...text.matchAll(BRACES)].map((match) => {
    const path = match[1]?.trim();
    return { written: match[0], path: path !== undefined && PATH.test(path) ? path : undefined, offset: match.index };
  });
}
