import type { ValidateFunction } from 'ajv';
import type { Finding, Path } from '../../diagnostics/diagnostic.ts';
import { reportSchema } from '../../form/json-schema.ts';
import { get } from '../../report/access.ts';
import type { Report } from '../../report/report.ts';
import { form2019, form2021 } from '../validators.js';
import { describe } from './schema-messages.ts';

const VALIDATORS: Readonly<Record<string, ValidateFunction>> = { 2019: form2019, 2021: form2021 };

/** A file with more faults than this is no report. */
const MOST_FINDINGS = 1000;

/** Checks a report's structure against the JSON Schema of its form. One finding a place. */
export function checkSchema(report: Report): Finding[] {
  const validate = VALIDATORS[report.form.id];
  if (!validate) throw new Error(`no validator was built for the form ${report.form.id}`);
  if (validate(report.data)) return [];
  const schema = reportSchema(report.form);
  const findings = new Map<string, Finding>();
  for (const error of validate.errors ?? []) {
    const path = pathOf(error.instancePath, report.data);
    const value = path.reduce<unknown>(get, report.data);
    const said = describe({ report, schema, error, path, value });
    if (!said) continue;
    const finding: Finding = { severity: 'error', path, ...said };
    const place = JSON.stringify(finding.path);
    if (!findings.has(place)) findings.set(place, finding);
    if (findings.size === MOST_FINDINGS) break;
  }
  return [...findings.values()];
}

/** A JSON pointer -> a path; list positions become numbers. */
function pathOf(pointer: string, data: unknown): Path {
  let here = data;
  return pointer
    .split('/')
    .slice(1)
    .map((escaped) => {
      const key = escaped.replaceAll('~1', '/').replaceAll('~0', '~');
      const segment = Array.isArray(here) ? Number(key) : key;
      here = get(here, segment);
      return segment;
    });
}
