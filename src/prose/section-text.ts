import type { Report } from '../report/report.ts';
import { resolve } from '../report/resolve.ts';
import { findBindings } from './bindings.ts';
import { proseFields } from './fields.ts';

/** The prose of a report, or of one of its sections, as it is printed: `{{path}}` is its number. Empty where nothing is written. */
export function proseText(report: Report, section?: string): string {
  const fields = proseFields(report).filter(({ path }) => section === undefined || path[0] === section);
  return fields.map(({ text }) => withNumbers(report, text)).join('\n');
}

function withNumbers(report: Report, text: string): string {
  return findBindings(text).reduce((printed, { written, path }) => {
    const found = path === undefined ? undefined : resolve(report, path);
    if (!found) return printed;
    return printed.replace(written, () => ('cell' in found ? found.cell.text : found.text));
  }, text);
}
