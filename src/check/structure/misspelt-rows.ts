import type { Finding } from '../../diagnostics/diagnostic.ts';
import { reportSchema } from '../../form/json-schema.ts';
import type { Report } from '../../report/report.ts';
import { cellUnknown } from './cell-unknown.ts';
import { missingKey } from './missing-key.ts';
import { pathMeant, unknownKey } from './unknown-key.ts';

/**
 * Leaves out that a key is missing if an unknown key means it: correcting the one brings the other. If a row is missing and there
 * is one unknown key next to it, the key is probably that row: it becomes the cause of the finding.
 */
export function linkMisspeltRows(report: Report, findings: readonly Finding[]): Finding[] {
  const strange = findings.filter(({ rule }) => rule === unknownKey.id);
  if (strange.length === 0) return [...findings];
  const missing = findings.filter(
    ({ rule, at }) => rule === missingKey.id || (rule === cellUnknown.id && at === 'key'),
  );
  const schema = reportSchema(report.form);
  const meant = new Set(strange.map(({ path }) => pathMeant(report, schema, path)?.join('.')));
  return findings.flatMap((finding) => {
    if (!missing.includes(finding)) return [finding];
    if (meant.has(finding.path.join('.'))) return [];
    const keys = strange.filter((other) => parentOf(other) === parentOf(finding));
    const rows = missing.filter((other) => parentOf(other) === parentOf(finding));
    const [cause] = keys;
    return [cause && keys.length === 1 && rows.length === 1 ? { ...finding, cause } : finding];
  });
}

const parentOf = ({ path }: Finding): string => path.slice(0, -1).join('.');
