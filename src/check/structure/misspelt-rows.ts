import type { Finding } from '../../diagnostics/diagnostic.ts';
import { cellUnknown } from './cell-unknown.ts';
import { unknownKey } from './unknown-key.ts';

/** If a row is missing and there is an unknown key next to it, the key is probably that row: it becomes the cause of the finding. */
export function linkMisspeltRows(findings: readonly Finding[]): Finding[] {
  const strange = findings.filter(({ rule }) => rule === unknownKey.id);
  const missing = findings.filter(({ rule, at }) => rule === cellUnknown.id && at === 'key');
  return findings.map((finding) => {
    if (!missing.includes(finding)) return finding;
    const keys = strange.filter((other) => parentOf(other) === parentOf(finding));
    const rows = missing.filter((other) => parentOf(other) === parentOf(finding));
    const [cause] = keys;
    return cause && keys.length === 1 && rows.length === 1 ? { ...finding, cause } : finding;
  });
}

const parentOf = ({ path }: Finding): string => path.slice(0, -1).join('.');
