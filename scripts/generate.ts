import { Ajv2020 } from 'ajv/dist/2020.js';
import standaloneCode from 'ajv/dist/standalone/index.js';
import { EDITIONS } from '../src/form/editions.ts';
import { reportSchema } from '../src/form/json-schema.ts';
import { RESULT_SCHEMA } from '../src/reporters/result-schema.ts';

/** Everything that is generated from the form: the schema files by their path, and the code of the validators. */
export function generate(): { schemas: Record<string, string>; validators: string } {
  return { schemas: schemas(), validators: validators() };
}

/** The schemas, which are committed; a test fails when they are stale. */
export function schemas(): Record<string, string> {
  const forms = EDITIONS.map((form) => [`schemas/${form.id}/report.schema.json`, json(reportSchema(form))]);
  return { ...Object.fromEntries(forms), 'schemas/result.schema.json': json(RESULT_SCHEMA) };
}

/** The report schemas as functions, compiled ahead of time: compiling them costs more than checking a report. */
function validators(): string {
  const ajv = new Ajv2020({
    allErrors: true,
    inlineRefs: false,
    strict: true,
    allowUnionTypes: true,
    strictTypes: false,
    strictRequired: false,
    code: { source: true, esm: true },
  });
  const names: Record<string, string> = {};
  for (const form of EDITIONS) {
    const schema = reportSchema(form);
    ajv.addSchema(schema);
    names[`form${form.id}`] = String(schema.$id);
  }
  return (standaloneCode as unknown as { default: typeof standaloneCode.default }).default(ajv, names);
}

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;
