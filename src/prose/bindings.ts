import { isChart } from '../report/charts.ts';

/** Bindings: `{{…}}` in prose prints a number of the report, so that prose and table cannot disagree, or draws a chart. */

/** One binding in a text. */
export interface Binding {
  /** As written, braces included. */
  readonly written: string;
  /** The expression between the braces (`report/expression.ts`), trimmed; undefined if it has more than words and numbers, or is not closed. */
  readonly expression: string | undefined;
  /** Its offset in the text. */
  readonly offset: number;
}

const BRACES = /\{\{([^{}\n]*)\}\}|\{\{|\}\}/gu;
const WORDS = /^[a-z0-9_.]+(?: +[a-z0-9_.]+)*$/iu;
/** Any kind of quotation marks can enclose the name of a chart. */
const CHART = /^chart +["“”']([a-z0-9_]+)["“”']((?: +[0-9]+)*)$/iu;

/** All bindings in a text, in order. */
export function findBindings(text: string): Binding[] {
  if (!text.includes('{{') && !text.includes('}}')) return [];
  return [...text.matchAll(BRACES)].map((match) => {
    const inside = match[1]?.trim().replace(CHART, 'chart $1$2');
    const expression = inside !== undefined && WORDS.test(inside) ? inside : undefined;
    return { written: match[0], expression, offset: match.index };
  });
}

/** The chart for a line that contains nothing else. */
export function chartAlone(line: string): string | undefined {
  if (!line.startsWith('{{')) return undefined;
  const [binding] = findBindings(line);
  const { expression, written } = binding ?? {};
  return expression !== undefined && written === line.trim() && isChart(expression) ? expression : undefined;
}
