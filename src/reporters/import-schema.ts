import type { JsonSchema } from '../form/schema-types.ts';
import { closed, count, list, nullable, problem, text } from './result-schema.ts';

const number = (description: string): JsonSchema => ({ description, type: ['integer', 'null'], minimum: 1 });

const place = closed({
  page: number('From 1; null for a format without pages'),
  sheet: nullable('The name of a sheet of a workbook'),
  table: number('The number of the table in the file'),
  row: number('In the table, from 1'),
  column: number('In the table, from 1'),
});

const path = text('Dotted, from the root of a report file');
const placed = closed({
  text: text('As printed'),
  furniture: {
    description: 'It belongs to the page around the report: navigation, buttons, page headers',
    type: 'boolean',
  },
  place,
});

const cell = closed({
  path,
  name: text('The row and column in the words of the form'),
  value: nullable('The number as a report file has it; null if unknown'),
  note: nullable('The remark printed after the number'),
  text: text('What stood in the cell'),
  place,
  confidence: { enum: ['sure', 'doubtful', 'unknown'] },
  reason: text(
    'Why: plain, rewritten, note, proved-zero, shifted, label-guessed, ambiguous, unbalanced, recognized, unruled, blank, dash, not-a-number or missing',
  ),
});

const fact = closed({
  path,
  value: text('As a report file has it'),
  confidence: { enum: ['sure', 'doubtful'] },
  text: text('What it was read from'),
  place,
});

const prose = closed({ path, text: text('Markdown'), place });

const part = closed({
  section: { enum: ['overview', 'problems', 'other_matters'] },
  aspect: nullable('The aspect of the overview'),
  heading: text('Without its number'),
  text: text('Markdown'),
  place,
});

const remark = closed({
  table: text('The key of the table'),
  kind: text('shifted, split, sums-broken, rows-missing or label-misprinted'),
  text: text('In plain words'),
  place,
});

const doubt = {
  description: 'Why the whole file is doubtful; null if it is not',
  oneOf: [
    { type: 'null' },
    closed({
      kind: { enum: ['recognized-text', 'unknown-letters', 'pages-without-text'] },
      message: text('In plain words'),
    }),
  ],
};

const imported = closed({
  file: text('The published file'),
  format: text('The name of its format'),
  output: nullable('The report file that was written'),
  inside: { description: 'The report file was inside and was taken as it is', type: 'boolean' },
  doubt,
  form: text('The edition of the form'),
  cells: list('Every cell of the form, in printed order; empty if the report file was inside', cell),
  facts: list('What was read about the report', fact),
  texts: list('The texts of sections and tables', prose),
  parts: list('The parts of the sections, in order', part),
  missing: list('The keys of the tables that were not found', text('')),
  remarks: list('What was decided for whole tables', remark),
  leftovers: list('What has no place in a report file', placed),
  errors: count('Findings of severity error in the report file'),
  warnings: count('Findings of severity warning'),
});

const refused = closed({
  file: text('The file that cannot be read as a report'),
  kind: text('The kind of refusal: scanned-pdf, list-page'),
  message: text('What the file is'),
  hint: text('What to do instead'),
});

/** The JSON Schema of what `report import --reporter json` prints. */
export const IMPORT_SCHEMA: JsonSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: 'urn:ogi-report:import',
  title: 'Result of report import',
  ...closed({
    version: { description: 'Version of this format', enum: [1] },
    files: list('In order of their names', imported),
    refused: list('Files that are not reports or cannot be read', refused),
    problems: list('Why inputs cannot be found, opened or written, with exit code 2', problem),
  }),
};
