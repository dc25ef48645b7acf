import { findBindings } from '../prose/bindings.ts';
import { proseFields } from '../prose/fields.ts';
import { readText } from '../prose/read-text.ts';
import { type Chart, captionOf, chartOf, isChart, printedValue, wordsOf } from '../report/charts.ts';
import type { ComparedReport } from './read.ts';

/**
 * What the charts of a report file print in a published file, where they are read as sentences: captions, and the words or the
 * numbers beside the bars. Empty unless the first report is a file and the second one was read from a published file.
 */
export function drawnIn({ report, source }: ComparedReport, read: ComparedReport): ReadonlySet<string> {
  if (source.published || !read.source.published) return new Set();
  const charts = proseFields(report)
    .flatMap(({ text }) => findBindings(text))
    .flatMap(({ expression = '' }): Chart[] => {
      const made = isChart(expression) ? chartOf(report, expression) : undefined;
      return made && 'chart' in made ? [made.chart] : [];
    });
  const words = charts.flatMap((chart, index) => [captionOf(chart, index + 1), wordsOf(chart), ...barsOf(chart)]);
  return new Set(words.map((one) => withoutSpaces(readText(one, () => undefined).text)));
}

export const withoutSpaces = (text: string): string => text.replace(/\s/gu, '');

const barsOf = ({ bars }: Chart): string[] =>
  bars.flatMap(({ label, values }) => values.map((value) => `${label}${printedValue(value)}`));
