import { Ajv2020 } from 'ajv/dist/2020.js';
import standaloneCode from 'ajv/dist/standalone/index.js';
import { configSchema } from '../src/config/config-schema.ts';
import { EDITIONS } from '../src/form/editions.ts';
import { reportSchema } from '../src/form/json-schema.ts';
import type { JsonSchema } from '../src/form/schema-types.ts';
import { RESULT_SCHEMA } from '../src/reporters/result-schema.ts';

/** What is generated before anything else can be built: files by their path, and the code of the validators. */
export function generate(): Record<'schemas' | 'validators', Record<string, string>> {
  const forms = EDITIONS.map((form) => [`form${form.id}`, reportSchema(form)] as const);
  return {
    schemas: schemas(),
    validators: {
      'src/check/validators.js': compiled(Object.fromEntries(forms)),
      'src/config/validator.js': compiled({ config: configSchema() }),
    },
  };
}

/** The schemas, which are committed; a test fails when they are stale. */
export function schemas(): Record<string, string> {
  const forms = EDITIONS.map((form) => [`schemas/${form.id}/report.schema.json`, json(reportSchema(form))]);
  return {
    ...Object.fromEntries(forms),
    'schemas/config.schema.json': json(configSchema()),
    'schemas/result.schema.json': json(RESULT_SCHEMA),
  };
}

/** Schemas as functions, by the name they are exported as, compiled ahead of time: compiling costs more than checking. */
function compiled(byName: Record<string, JsonSchema>): string {
  const ajv = new Ajv2020({
    allErrors: true,
    inlineRefs: false,
    strict: true,
    allowUnionTypes: true,
    strictTypes: false,
    strictRequired: false,
    // We say it in our own words.
    messages: false,
    code: { source: true, esm: true },
  });
  const names: Record<string, string> = {};
  for (const [name, whole] of Object.entries(byName)) {
    const schema = withoutAnnotations(whole);
    ajv.addSchema(schema);
    names[name] = String(schema.$id);
  }
  return (standaloneCode as unknown as { default: typeof standaloneCode.default }).default(ajv, names);
}

/** A schema without what only editors read: it is loaded with the validators. */
function withoutAnnotations({ title: _, description: __, examples: ___, ...schema }: JsonSchema): JsonSchema {
  const all = (schemas: Readonly<Record<string, JsonSchema>>) =>
    Object.fromEntries(Object.entries(schemas).map(([name, one]) => [name, withoutAnnotations(one)]));
  return {
    ...schema,
    ...(schema.properties && { properties: all(schema.properties) }),
    ...(schema.$defs && { $defs: all(schema.$defs) }),
    ...(schema.items && { items: withoutAnnotations(schema.items) }),
  };
}

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;
