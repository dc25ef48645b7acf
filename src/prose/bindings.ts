/** `{{…}}` in prose: it prints a number of the report, so that text and table can not disagree, or draws a chart of some. */

/** One pair of braces in a text. */
export interface Binding {
  /** As written, braces included. */
  readonly written: string;
  /** What stands between the braces (`report/expression.ts`), trimmed; undefined when it is not made of words and numbers, or not closed. */
  readonly expression: string | undefined;
  /** Where it starts in the text. */
  readonly offset: number;
}

const BRACES = /\{\{([^{}\n]*)\}\}|\{\{|\}\}/gu;
const WORDS = /^[a-z0-9_.]+(?: +[a-z0-9_.]+)*$/iu;
/** The name of a chart may stand in quotation marks of any kind. */
const CHART = /^chart +["“”']([a-z0-9_]+)["“”']((?: +[0-9]+)*)$/iu;

/** Every pair of braces in a text, in order. */
export function findBindings(text: string): Binding[] {
  return [...text.matchAll(BRACES)].map((match) => {
    const inside = match[1]?.trim().replace(CHART, 'chart $1$2');
    const expression = inside !== undefined && WORDS.test(inside) ? inside : undefined;
    return { written: match[0], expression, offset: match.index };
  });
}
