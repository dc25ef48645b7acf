import type { JsonSchema } from '../form/schema-types.ts';
import { DIAGNOSTIC, FILE_RESULT, listOf, object, WHOLE_PROBLEM } from '../reporters/shard-schema.ts';

const TEXT: JsonSchema = { type: 'string' };
const TRUTH: JsonSchema = { type: 'boolean' };
const COUNT: JsonSchema = { type: 'integer', minimum: 1 };
const { message, hint, reference, path, range, severity } = DIAGNOSTIC.properties as Record<string, JsonSchema>;
const mapOf = (value: JsonSchema): JsonSchema => ({ type: 'object', additionalProperties: value });

const FINDING = object(
  { rule: TEXT, severity: severity ?? TEXT, message: message ?? TEXT, path: path ?? TEXT },
  { hint: hint ?? TEXT, reference: reference ?? TEXT, range: range ?? TEXT },
);

const SETTINGS = object(
  {
    severities: mapOf({ enum: ['error', 'warning', 'info', 'off'] }),
    deadlines: mapOf({ type: 'string', pattern: '^[0-9]{2}-[0-9]{2}$' }),
  },
  { prose: object({ words: mapOf(listOf(TEXT)), ignore: listOf(TEXT) }) },
);

/** A name that no folder can hide in. */
const FORMAT: JsonSchema = { type: 'string', pattern: '^[a-z-]+$' };

const BUILD = object(
  {
    formats: listOf(FORMAT),
    draft: TRUTH,
    systemFonts: TRUTH,
    source: TRUTH,
    readBack: TRUTH,
    failOn: { enum: ['error', 'warning'] },
  },
  { epoch: { type: 'string', pattern: '^[0-9]{1,12}$' }, template: object({ folder: TEXT, files: mapOf(TEXT) }) },
);

/** The JSON Schema of a job. */
export const JOB: JsonSchema = {
  $id: 'urn:ogi-report:job',
  ...object(
    {
      tool: TEXT,
      name: TEXT,
      base: TEXT,
      text: TEXT,
      settings: SETTINGS,
      known: listOf(TEXT),
      today: { type: 'string', pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' },
    },
    {
      previous: { anyOf: [object({ file: TEXT, text: TEXT }), object({ finding: FINDING })] },
      build: BUILD,
    },
  ),
};

/** The JSON Schema of the first line of an answer. */
export const ANSWER: JsonSchema = {
  $id: 'urn:ogi-report:answer',
  anyOf: [
    object({
      result: FILE_RESULT,
      isFixable: TRUTH,
      tries: COUNT,
      files: listOf(object({ format: FORMAT, size: { type: 'integer', minimum: 0 } })),
    }),
    object({ problem: WHOLE_PROBLEM, tries: COUNT }),
  ],
};
