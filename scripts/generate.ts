import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import standaloneCode from 'ajv/dist/standalone/index.js';
import Handlebars from 'handlebars';
import { configSchema } from '../src/config/config-schema.ts';
import { EDITIONS } from '../src/form/editions.ts';
import { reportSchema } from '../src/form/json-schema.ts';
import type { JsonSchema } from '../src/form/schema-types.ts';
import { ANSWER, JOB } from '../src/queue/job-schema.ts';
import { COMPILE_OPTIONS, hashOfTemplates, textOf } from '../src/render/template-sources.ts';
import { DIFF_SCHEMA } from '../src/reporters/diff-schema.ts';
import { IMPORT_SCHEMA } from '../src/reporters/import-schema.ts';
import { RESULT_SCHEMA } from '../src/reporters/result-schema.ts';
import { SHARD_RESULT } from '../src/reporters/shard-schema.ts';

/**
 * Generates the files that the rest of the build needs, by path: schemas, and modules with validators and templates.
 */
export function generate(root: string): Record<'schemas' | 'modules', Record<string, string>> {
  const forms = EDITIONS.map((form) => [`form${form.id}`, reportSchema(form)] as const);
  return {
    schemas: schemas(),
    modules: {
      'src/check/validators.js': compiled(Object.fromEntries(forms)),
      'src/config/validator.js': compiled({ config: configSchema() }),
      'src/import/adapters/pdf/character-maps.js': characterMaps(join(root, 'node_modules/pdfjs-dist/cmaps')),
      'src/queue/validators.js': compiled({ job: JOB, answer: ANSWER }),
      'src/reporters/validator.js': compiled({ shardResult: SHARD_RESULT }),
      'src/render/official-templates.js': officialTemplates(join(root, 'templates/official')),
    },
  };
}

/** The schemas, by path. They are committed; a test fails if they are out of date. */
export function schemas(): Record<string, string> {
  const forms = EDITIONS.map((form) => [`schemas/${form.id}/report.schema.json`, json(reportSchema(form))]);
  return {
    ...Object.fromEntries(forms),
    'schemas/config.schema.json': json(configSchema()),
    'schemas/diff.schema.json': json(DIFF_SCHEMA),
    'schemas/import.schema.json': json(IMPORT_SCHEMA),
    'schemas/result.schema.json': json(RESULT_SCHEMA),
  };
}

/** The maps of simplified Chinese that pdf.js looks for when a PDF names one of them: they must not be looked for on a disk. */
function characterMaps(folder: string): string {
  const names = readdirSync(folder).filter((name) => /^(?:GB|UniGB-U|Adobe-GB1-UCS2)/u.test(name));
  const maps = Object.fromEntries(names.sort().map((name) => [name, readFileSync(join(folder, name), 'base64')]));
  return `export const maps = ${JSON.stringify(maps)};\n`;
}

/** Compiles the templates of `templates/official`, because compiling takes longer than rendering a page. */
function officialTemplates(folder: string): string {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => name.endsWith('.hbs'))
    .sort();
  const sources = new Map(names.map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
  const code = names.map(
    (name) =>
      `${JSON.stringify(name)}: ${Handlebars.precompile(textOf(name, sources.get(name) ?? ''), COMPILE_OPTIONS)}`,
  );
  return `export const templates = {\n${code.join(',\n')}\n};\nexport const hash = '${hashOfTemplates(sources)}';\n`;
}

/** Compiles schemas to functions, by export name, because compiling takes longer than checking a report. */
function compiled(byName: Record<string, JsonSchema>): string {
  const ajv = new Ajv2020({
    allErrors: true,
    inlineRefs: false,
    strict: true,
    allowUnionTypes: true,
    strictTypes: false,
    strictRequired: false,
    // The messages are in check/structure/.
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

/** Removes the texts for editors from a schema, because it is loaded with the validators. */
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
