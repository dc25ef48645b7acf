import type { Finding } from '../../diagnostics/diagnostic.ts';
import { cellUnknown } from './cell-unknown.ts';
import { unknownKey } from './unknown-key.ts';

/** A row that is not there, beside a key that no row has: the key was meant to be that row. */
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
