import { evaluate } from '../report/expression.ts';
import type { Report } from '../report/report.ts';
import { findBindings } from './bindings.ts';
import { proseFields } from './fields.ts';

/** The prose of a report, or of one of its sections, with the numbers of `{{…}}` as printed. Empty if there is none. */
export function proseText(report: Report, section?: string): string {
  const fields = proseFields(report).filter(({ path }) => section === undefined || path[0] === section);
  return fields.map(({ text }) => withNumbers(report, text)).join('\n');
}

/** A text in which bindings (or only those that `which` selects) are replaced by their numbers. Bindings that print nothing stay. */
export function withNumbers(report: Report, text: string, which = (_expression: string): boolean => true): string {
  return findBindings(text).reduce((printed, { written, expression }) => {
    const found = expression !== undefined && which(expression) ? evaluate(report, expression) : undefined;
    return found && 'text' in found && found.text !== '' ? printed.replace(written, () => found.text) : printed;
  }, text);
}
