import { labelAt } from '../check/structure/labels.ts';
import { reportSchema } from '../form/json-schema.ts';
import { findBindings } from '../prose/bindings.ts';
import { proseFields } from '../prose/fields.ts';
import { readText } from '../prose/read-text.ts';
import { withNumbers } from '../prose/section-text.ts';
import { isChart } from '../report/charts.ts';
import { evaluate } from '../report/expression.ts';
import type { Report } from '../report/report.ts';
import type { PlacedSentence } from './types.ts';

/** A sentence of a report; two with the same key say the same. */
export interface ComparedSentence extends PlacedSentence {
  /** The sentence as printed, without spaces and with one width and shape of punctuation. */
  readonly key: string;
  /** It is the line of a chart. */
  readonly isChart: boolean;
}

// To the end of a sentence with the quotation marks and brackets that close after it, or to the end of a paragraph.
const SENTENCE = /[^。!?\n]+(?:[。!?]+["')》】〕]*)?/gu;

/** The sentences and headings of all prose of a report in printed order, with bound numbers as printed; and its charts. */
export function sentencesOf(report: Report): ComparedSentence[] {
  const schema = reportSchema(report.form);
  const print = (expression: string) => {
    const found = evaluate(report, expression);
    // A number that is not known yet must not be taken for 0.
    return 'text' in found && found.text !== '' ? found.text : `{{${expression}}}`;
  };
  return proseFields(report).flatMap(({ path, text: raw }) => {
    const name = labelAt(report, schema, path);
    const { text, written } = readText(raw, print);
    const sentences = [...text.matchAll(SENTENCE)].flatMap(({ 0: key, index }) => {
      const shown = oneLine(withNumbers(report, written(index, index + key.length)));
      return key.trim() === '' ? [] : [{ path, name, key: key.trim(), text: shown, isChart: false }];
    });
    const charts = findBindings(raw).filter(({ expression = '' }) => isChart(expression));
    return [
      ...sentences,
      ...charts.map(({ written: chart }) => ({ path, name, key: chart, text: chart, isChart: true })),
    ];
  });
}

/** Without the line breaks of the file. */
const oneLine = (text: string): string =>
  text
    .replace(/(?<=[^\x20-\x7e])\s*\n\s*(?=[^\x20-\x7e])/gu, '')
    .replace(/\s*\n\s*/gu, ' ')
    .trim();
