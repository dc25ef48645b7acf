import { labelAt } from '../check/structure/labels.ts';
import { INFORMATION_PROCESSING_FEE } from '../form/fee.ts';
import { reportSchema } from '../form/json-schema.ts';
import { proseFields } from '../prose/fields.ts';
import type { ComparedReport } from './read.ts';
import type { ChangedFact } from './types.ts';

/** The facts of the two reports that differ: everything that is neither a cell nor prose. */
export function changedFacts(before: ComparedReport, after: ComparedReport): ChangedFact[] {
  const [old, now] = [factsOf(before), factsOf(after)];
  const onlyPrinted = before.source.published !== undefined || after.source.published !== undefined;
  const schema = reportSchema(after.report.form);
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((path) => {
    const [one, other] = [old.get(path), now.get(path)];
    if (one === other || (onlyPrinted && !isPrinted(path))) return [];
    const name = labelAt(after.report, schema, path.split('.'));
    return [{ path, name, before: one, after: other }];
  });
}

/** A published file does not print the others, so that they are missing in it or were concluded from its text. */
const isPrinted = (path: string): boolean => PRINTED.test(path);
const PRINTED = /^(?:title|year|published|agency\.name|agency\.contact\..*|period\..*|corrected\..*)$/u;

/** Compared as cells, or told as a note: a form that is only written out is the same form. */
const ELSEWHERE = new Set([INFORMATION_PROCESSING_FEE.path, 'form']);

/** The scalars outside tables and prose, by their dotted path. */
function factsOf({ report }: ComparedReport): Map<string, string> {
  const prose = new Set(proseFields(report).map(({ path }) => path.join('.')));
  const tables = new Set(report.form.tables.map(({ key }) => key));
  const isOther = (path: string) => !prose.has(path) && !tables.has(path) && !ELSEWHERE.has(path);
  const below = (value: unknown, path: string): [string, string][] => {
    if (!isOther(path) || value === null || value === undefined) return [];
    if (typeof value !== 'object') return String(value).trim() === '' ? [] : [[path, String(value).trim()]];
    return Object.entries(value).flatMap(([key, item]) => below(item, path === '' ? key : `${path}.${key}`));
  };
  return new Map([...below(report.data, ''), ['title', report.title]]);
}
