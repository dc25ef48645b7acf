import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { json } from '../../src/reporters/json.ts';
import { RESULT_SCHEMA } from '../../src/reporters/result-schema.ts';
import { findingsOf } from '../harness.ts';
import { nothingHappened, put, yamlOf } from '../reports.ts';
import { diagnostic, EVERYTHING, OPTIONS, resultOf as resultWith, UNABLE } from './samples.ts';

const validate = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(RESULT_SCHEMA);

const resultOf = (text: string, file: string) => ({
  file,
  text,
  diagnostics: findingsOf(text, file),
  outputs: [],
  waived: [],
});
const printed = (...texts: string[]) => {
  const value = JSON.parse(
    json(
      texts.map((text, index) => resultOf(text, `${index}.yaml`)),
      OPTIONS,
    ),
  );
  expect(validate(value), JSON.stringify(validate.errors)).toBe(true);
  return value;
};

const wrongTotal = put(nothingHappened(), 'reconsideration_and_litigation', {
  reconsideration: { upheld: 1, total: 2 },
  litigation: 0,
});
const wrongRow = put(nothingHappened(), 'applications', {
  received: { natural_person: 1, total: 2 },
  carried_over: 0,
  outcomes: {
    disclosed: { natural_person: 1 },
    partially_disclosed: 0,
    not_disclosed: 0,
    unable_to_provide: 0,
    not_processed: 0,
    other_handling: 0,
  },
  carried_forward: 0,
});

test('a report without a finding', () => {
  expect(printed(yamlOf(nothingHappened()))).toEqual({
    version: 1,
    files: ['0.yaml'],
    errors: 0,
    warnings: 0,
    infos: 0,
    waived: 0,
    outputs: [],
    diagnostics: [],
  });
});

test('a finding: its cell as path and pointer, its place, its operands', () => {
  const [finding, ...others] = printed(yamlOf(wrongTotal)).diagnostics;
  expect(others).toEqual([]);
  expect(finding).toMatchObject({
    file: '0.yaml',
    rule: 'results-total',
    severity: 'error',
    path: 'reconsideration_and_litigation.reconsideration.total',
    pointer: '/reconsideration_and_litigation/reconsideration/total',
    waiver: null,
    cause: null,
  });
  expect(finding.related).toHaveLength(4);
  expect(finding.related[0]).toMatchObject({ file: '0.yaml', path: expect.stringMatching(/\.upheld$/) });
});

describe('places', () => {
  test('columns are UTF-16 units from 1, the end is exclusive', () => {
    const text = 'overview: { text: "𠮷{{x.y}}" }\n';
    const found = printed(text).diagnostics.find(({ rule }: { rule: string }) => rule === 'unknown-path');
    const column = text.indexOf('{{') + 1;
    expect(found).toMatchObject({ line: 1, column, endLine: 1, endColumn: column + 7 });
  });

  test('a pointer escapes ~ and /', () => {
    const found = printed('a/b~c: 1\n').diagnostics.find(({ rule }: { rule: string }) => rule === 'unknown-key');
    expect(found.pointer).toBe('/a~1b~0c');
  });
});

test('ordered by file, line, column and rule', () => {
  const text = 'year: "x"\npublished: 2\nagency: { name: 1, level: x, kind: y }\n';
  const { diagnostics } = printed(text, text);
  const places = diagnostics.map(({ file, line, column, rule }: Record<string, string | number>) => [
    file,
    line,
    column,
    rule,
  ]);
  expect(places.length).toBeGreaterThan(10);
  expect(places).toEqual([...places].sort(compare));
});

const compare = (a: (string | number)[], b: (string | number)[]): number => {
  const at = a.findIndex((value, index) => value !== b[index]);
  return at < 0 ? 0 : (a[at] as string) < (b[at] as string) ? -1 : 1;
};

test('cause counts through all files', () => {
  const { diagnostics } = printed(yamlOf(wrongTotal), yamlOf(wrongRow));
  const rules = diagnostics.map(({ rule }: Diagnostic) => rule);
  const derived = rules.indexOf('applications-balance');
  expect(diagnostics[derived].cause).toBe(rules.indexOf('applicants-total'));
  expect(diagnostics[derived].file).toBe('1.yaml');
});

test('the other language changes messages, nothing else', () => {
  const results = [resultOf(yamlOf(wrongRow), 'a.yaml')];
  const plain = (language: 'zh' | 'en') =>
    JSON.parse(json(results, { ...OPTIONS, language }), (key, value) =>
      key === 'message' || key === 'hint' || key === 'reference' ? undefined : value,
    );
  expect(plain('en')).toEqual(plain('zh'));
  expect(json(results, { ...OPTIONS, language: 'en' })).toContain('a difference of 1');
});

test('what is waived is counted; the waiver of a finding stands beside it', () => {
  const { waived, diagnostics } = JSON.parse(json(EVERYTHING, OPTIONS));
  expect(waived).toBe(2);
  expect(diagnostics).toHaveLength(4);
  const [finding] = JSON.parse(json([resultWith([diagnostic({ waiver: '- rule: x\n' })])], OPTIONS)).diagnostics;
  expect(finding.waiver).toBe('- rule: x\n');
});

test('what could not be checked is a key of its own, only where there is some', () => {
  const value = JSON.parse(json([], UNABLE));
  expect(validate(value), JSON.stringify(validate.errors)).toBe(true);
  expect(value.problems).toEqual([{ message: '找不到', hint: '检查' }]);
  expect(JSON.parse(json(EVERYTHING, OPTIONS))).not.toHaveProperty('problems');
});
