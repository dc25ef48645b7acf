import { evaluate } from '../report/expression.ts';
import type { Report } from '../report/report.ts';
import { findBindings } from './bindings.ts';
import { proseFields } from './fields.ts';

/** The prose of a report, or of one of its sections, as it is printed: `{{…}}` is its number. Empty where nothing is written. */
export function proseText(report: Report, section?: string): string {
  const fields = proseFields(report).filter(({ path }) => section === undefined || path[0] === section);
  return fields.map(({ text }) => withNumbers(report, text)).join('\n');
}

/** A text with its bound numbers printed, or those of them that `which` picks. What prints nothing stays as it is written. */
export function withNumbers(report: Report, text: string, which = (_expression: string): boolean => true): string {
  return findBindings(text).reduce((printed, { written, expression }) => {
    const found = expression !== undefined && which(expression) ? evaluate(report, expression) : undefined;
    return found && 'text' in found && found.text !== '' ? printed.replace(written, () => found.text) : printed;
  }, text);
}
