import type { JsonSchema } from '../form/schema-types.ts';

/** The schemas of whole results, as they are carried from one machine to another. They are checked there, because anybody can write such a file. */

const TEXT: JsonSchema = { type: 'string' };
const PLACE: JsonSchema = { type: 'integer', minimum: 1 };
const BOTH = object({ zh: TEXT, en: TEXT });
const PATH: JsonSchema = { type: 'array', items: { type: ['string', 'integer'] } };
const RANGE = object({ line: PLACE, column: PLACE, endLine: PLACE, endColumn: PLACE });
const PRINTED = object({}, { place: BOTH, text: TEXT });
const RELATED = object(
  { file: TEXT, path: PATH, range: RANGE, message: BOTH },
  { in: { enum: ['previous'] }, minor: { type: 'boolean' }, printed: PRINTED },
);

/** A finding at its place. */
export const DIAGNOSTIC: JsonSchema = object(
  {
    file: TEXT,
    rule: TEXT,
    severity: { enum: ['error', 'warning', 'info'] },
    message: BOTH,
    path: PATH,
    range: RANGE,
    related: listOf(RELATED),
    fingerprint: TEXT,
  },
  {
    hint: BOTH,
    reference: BOTH,
    name: TEXT,
    printed: PRINTED,
    waiver: TEXT,
    cause: { type: 'integer', minimum: 0 },
  },
);

const WAIVED = object({ diagnostic: DIAGNOSTIC, by: { enum: ['waiver', 'baseline'] }, reason: TEXT });

/** The result of one file. */
export const FILE_RESULT: JsonSchema = object(
  { file: TEXT, text: TEXT, diagnostics: listOf(DIAGNOSTIC), waived: listOf(WAIVED), outputs: listOf(TEXT) },
  { subject: object({ agency: TEXT }, { year: { type: 'integer' } }) },
);

/** Why something could not be checked or built. */
export const WHOLE_PROBLEM: JsonSchema = object({ text: BOTH }, { file: TEXT, hint: BOTH, details: listOf(BOTH) });

/** What the JSON of a shard has in addition. */
export const SHARD: JsonSchema = {
  ...object(
    {
      tool: TEXT,
      index: { type: 'integer', minimum: 1 },
      count: { type: 'integer', minimum: 1 },
      results: listOf(FILE_RESULT),
      problems: listOf(WHOLE_PROBLEM),
    },
    { list: TEXT },
  ),
  description: 'Only with --shard: the whole results, which report merge joins. Their form may change with the version',
};

/** The JSON Schema of what `report merge` needs of a result. */
export const SHARD_RESULT: JsonSchema = {
  $id: 'urn:ogi-report:shard',
  type: 'object',
  required: ['shard'],
  properties: { shard: SHARD },
};

/** An object with these properties and no others; those of `more` can be missing. */
export function object(properties: Record<string, JsonSchema>, more: Record<string, JsonSchema> = {}): JsonSchema {
  return {
    type: 'object',
    additionalProperties: false,
    required: Object.keys(properties),
    properties: { ...properties, ...more },
  };
}

/** A list of such items. */
export function listOf(items: JsonSchema): JsonSchema {
  return { type: 'array', items };
}
