import type { JsonSchema } from '../form/schema-types.ts';
import { SHARD } from './shard-schema.ts';

const place = (description: string): JsonSchema => ({ description, type: 'integer', minimum: 1 });
export const nullable = (description: string): JsonSchema => ({ description, type: ['string', 'null'] });
export const text = (description: string): JsonSchema => ({ description, type: 'string' });
export const list = (description: string, items: JsonSchema): JsonSchema => ({ description, type: 'array', items });
export const count = (description: string): JsonSchema => ({ description, type: 'integer', minimum: 0 });

export function closed(properties: Record<string, JsonSchema>): JsonSchema {
  return { type: 'object', additionalProperties: false, required: Object.keys(properties), properties };
}

/** The first properties are not in every object. */
const withMore = (more: Record<string, JsonSchema>, properties: Record<string, JsonSchema>): JsonSchema => ({
  ...closed(properties),
  properties: { ...properties, ...more },
});

const file = text('Relative to the working folder, with /');
const path = text('Dotted, from the root of the file');

const PLACE = nullable('Only in a published file: the page, table, row and column, in words');

const related = withMore(
  { place: PLACE },
  {
    file,
    path,
    line: place('From 1'),
    column: place('From 1, in UTF-16 units'),
    message: text('The cell and its number'),
  },
);

const PRINTED = nullable('Only in a published file: what stands in the cell');

const diagnostic = withMore(
  { place: PLACE, printed: PRINTED },
  {
    file,
    rule: text('The public id of the rule'),
    severity: { enum: ['error', 'warning', 'info'] },
    message: text('What is wrong, in the chosen language'),
    hint: nullable('What to do about it'),
    reference: nullable('The law or the part of the form that demands it'),
    path,
    pointer: text('The same path as a JSON pointer'),
    line: place('From 1'),
    column: place('From 1, in UTF-16 units'),
    endLine: place('From 1'),
    endColumn: place('Exclusive'),
    related: list('The related cells', related),
    cause: { description: 'Index of the finding that caused this one', type: ['integer', 'null'], minimum: 0 },
    waiver: nullable('A waiver to paste into the report'),
  },
);

export const problem = closed({
  message: text('Why something could not be checked or built'),
  hint: nullable('What to do about it'),
});

const PROBLEMS = list('Only if something could not be checked or built, with exit code 2', problem);

/** The JSON Schema of what `--reporter json` prints. */
export const RESULT_SCHEMA: JsonSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: 'urn:ogi-report:result',
  title: 'Result of report validate and report build',
  ...withMore(
    { problems: PROBLEMS, shard: SHARD },
    {
      version: { description: 'Version of this format', enum: [1] },
      files: list('The files that were checked', file),
      errors: count('Findings of severity error'),
      warnings: count('Findings of severity warning'),
      infos: count('Findings of severity info'),
      waived: count('Findings that are waived'),
      outputs: list('The files that were written', file),
      diagnostics: list('Ordered by file, line, column and rule', diagnostic),
    },
  ),
};
