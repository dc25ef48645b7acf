import type { JsonSchema } from '../form/schema-types.ts';
import { closed, count, list, nullable, text } from './result-schema.ts';

const flag = (description: string): JsonSchema => ({ description, type: 'boolean' });
const orNull = (schema: JsonSchema): JsonSchema => ({ anyOf: [schema, { type: 'null' }] });
const agrees: JsonSchema = { description: 'null if a number is unknown', type: ['boolean', 'null'] };
const path = text('Dotted, from the root of a report file');
const name = text('As printed');
const number = nullable('As printed; null if unknown');

const side = closed({
  file: text('As it was given; with git: and its revision, if it is from git'),
  title: text('The title of the report'),
  year: { description: 'null if it is not given', type: ['integer', 'null'] },
  agency: text('The full name of the agency'),
  form: text('The edition of the form'),
  published: flag('It was read from a published file'),
  doubtful: count('Doubtful cells'),
  missing: list('The keys of the tables that were not found; their cells are not compared', text('')),
});

const cellSide = closed({
  state: { enum: ['stated', 'zero', 'computed', 'unknown'] },
  value: number,
  note: nullable('The note in brackets'),
  written: nullable('What stands there if it is not a number'),
  doubt: nullable('Why it is not certain that it was read rightly'),
});

const cell = closed({
  path,
  name,
  before: cellSide,
  after: cellSide,
  difference: nullable(
    'After minus before, exact, in the unit of the cell; null if one is unknown or only the note differs',
  ),
});

const fact = closed({
  path,
  name,
  before: nullable('null if it is not given'),
  after: nullable('null if it is not given'),
});

const sentence = orNull(closed({ path, name, text: text('As printed, with bound numbers') }));

const sentenceChange = closed({
  kind: { enum: ['removed', 'added', 'changed', 'moved'] },
  before: sentence,
  after: sentence,
  words: list(
    'A changed sentence in pieces; empty for the others',
    closed({ kind: { enum: ['same', 'removed', 'added'] }, text: text('') }),
  ),
});

const finding = closed({
  rule: text('The public id of the rule'),
  severity: { enum: ['error', 'warning', 'info'] },
  path,
  message: text('What is wrong, in the chosen language'),
  consequences: count('Other findings of the same list that follow from it'),
});

const years = closed({
  carried: list(
    'Carried forward in the first year, carried over in the second, in each column',
    closed({ column: text('As printed'), forward: number, over: number, agrees }),
  ),
  documents: list(
    'Documents in force: last year, plus issued, minus repealed',
    closed({ path, name, before: number, issued: number, repealed: number, due: number, in_force: number, agrees }),
  ),
  growth: list(
    'The main numbers',
    closed({
      path,
      name,
      before: number,
      after: number,
      difference: number,
      percent: nullable('Rounded to one decimal; null if a number is unknown or the first is 0'),
      doubtful: flag('One of them is doubtful'),
    }),
  ),
});

/** The JSON Schema of what `report diff --format json` prints. */
export const DIFF_SCHEMA: JsonSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: 'urn:ogi-report:diff',
  title: 'Result of report diff',
  ...closed({
    version: { description: 'Version of this format', enum: [1] },
    same: flag('Nothing of the content differs; the exit code is then 0'),
    view: { description: 'years: two years in a row, the earlier one first', enum: ['versions', 'years'] },
    before: side,
    after: side,
    notes: list(
      'What has to be known first',
      closed({
        kind: { enum: ['agencies', 'editions', 'years', 'order', 'generated', 'doubtful', 'missing'] },
        message: text('In the chosen language'),
      }),
    ),
    cells: list('In printed order', cell),
    facts: list('Agency, contact, dates', fact),
    sentences: list('Removed ones first, then the others in the order of the second report', sentenceChange),
    kept: count('Sentences that are in both'),
    typography: count('Of these, those that differ in spaces, line breaks or the shape of punctuation'),
    findings: closed({
      broken: list('Only in the second report', finding),
      cleared: list('Only in the first', finding),
    }),
    years: orNull(years),
  }),
};
