import type { ValidateFunction } from 'ajv';
import type { Finding, Path } from '../../diagnostics/diagnostic.ts';
import { reportSchema } from '../../form/json-schema.ts';
import { get } from '../../report/access.ts';
import type { Report } from '../../report/report.ts';
import { form2019, form2021 } from '../validators.js';
import { belongsToTables } from './labels.ts';
import { describeMissingKey } from './missing-key.ts';
import { describeNotAChoice } from './not-a-choice.ts';
import { describeNotACount } from './not-a-count.ts';
import { describeNotARow } from './not-a-row.ts';
import type { SchemaError, SchemaFinding } from './schema-error.ts';
import { describeUnknownKey } from './unknown-key.ts';
import { describeWrongType } from './wrong-type.ts';

const VALIDATORS: Readonly<Record<string, ValidateFunction>> = { 2019: form2019, 2021: form2021 };

/** A file with more faults than this is probably not a report. */
const MOST_FINDINGS = 1000;

/** Checks a report's structure against the JSON Schema of its form. Returns at most one finding for each place. */
export function checkSchema(report: Report): Finding[] {
  const validate = VALIDATORS[report.form.id];
  if (!validate) throw new Error(`no validator was built for the form ${report.form.id}`);
  if (validate(report.data)) return [];
  const schema = reportSchema(report.form);
  const findings = new Map<string, Finding>();
  for (const ajv of validate.errors ?? []) {
    const path = pathOf(ajv.instancePath, report.data);
    const value = path.reduce<unknown>(get, report.data);
    const said = describe({ report, schema, ajv, path, value });
    if (!said) continue;
    const finding: Finding = { severity: 'error', path, ...said };
    const place = JSON.stringify(finding.path);
    if (!findings.has(place)) findings.set(place, finding);
    if (findings.size === MOST_FINDINGS) break;
  }
  return [...findings.values()];
}

/** Turns a schema error into a finding; undefined if another check reports it better, or if it only repeats other errors. */
function describe(error: SchemaError): SchemaFinding | undefined {
  const { keyword } = error.ajv;
  if (keyword === 'if' || keyword === 'anyOf') return undefined;
  if (keyword === 'additionalProperties') return describeUnknownKey(error);
  if (keyword === 'required') return describeMissingKey(error);
  if (keyword === 'enum') return describeNotAChoice(error);
  const name = error.path.join('.');
  const cell = error.report.cells.get(name.replace(/\.value$/, ''));
  const inTables = cell !== undefined || belongsToTables(error.report, name);
  // An empty value is unknown: the check of unknown cells reports it.
  if (inTables && error.value === '') return undefined;
  if (cell) return describeNotACount(error, cell);
  return inTables && error.path.length > 0 ? describeNotARow(error) : describeWrongType(error);
}

/** Converts a JSON pointer to a path; positions in lists become numbers. */
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
