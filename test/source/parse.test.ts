import { describe, expect, test } from 'vitest';
import type { Range } from '../../src/diagnostics/diagnostic.ts';
import { parse } from '../../src/source/parse.ts';
import { findingsOf, oneLine } from '../harness.ts';
import { nothingHappened, yamlOf } from '../reports.ts';

const sound = yamlOf(nothingHappened());
const found = (text: string) => findingsOf(text).map(oneLine);

describe('numbers stay as they were written', () => {
  const values = (text: string) => Object.values(parse(text, 'a.yaml').data as object);

  test('a plain whole number is a number, all else is text', () => {
    expect(values('a: 12\nb: 0\nc: -8\nd: 123456789012')).toEqual([12, 0, -8, 123456789012]);
    expect(values('a: 012\nb: 0x1F\nc: 1e3\nd: 1.0\ne: +2\nf: 59237.2449\ng: -0')).toEqual([
      '012',
      '0x1F',
      '1e3',
      '1.0',
      '+2',
      '59237.2449',
      '-0',
    ]);
    expect(values('a: 9007199254740993')).toEqual(['9007199254740993']);
  });

  test('YAML 1.2: yes is a word, true and null are what they say', () => {
    expect(values('a: yes\nb: true\nc: null\nd: ~\ne:\nf: 2024-01-22')).toEqual([
      'yes',
      true,
      null,
      null,
      null,
      '2024-01-22',
    ]);
  });

  test('a Chinese text folded over lines gets no blank where they join', () => {
    expect(values('a: >\n  主动公开，\n  依申请公开\n  open government\n  information\n')).toEqual([
      '主动公开，依申请公开 open government information\n',
    ]);
  });
});

describe('a file made to hurt', () => {
  const bomb = ['a: &a [x, x, x, x, x, x, x, x, x]'];
  for (const [name, last] of ['ba', 'cb', 'dc', 'ed', 'fe', 'gf', 'hg'].map((pair) => [...pair])) {
    bomb.push(`${name}: &${name} [${Array.from({ length: 9 }, () => `*${last}`).join(', ')}]`);
  }

  test('aliases of aliases are named, not followed', () => {
    const rules = new Set(findingsOf(bomb.join('\n')).map(({ rule }) => rule));
    expect(rules).toEqual(new Set(['yaml-reference']));
  });

  test('keys of objects are only keys', () => {
    const { data } = parse('__proto__: { polluted: 1 }\nconstructor: 2\n', 'a.yaml');
    expect(Object.getPrototypeOf(data)).toBeNull();
    expect(Object.keys(data as object)).toEqual(['__proto__', 'constructor']);
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
  });
});

describe('one slip is one finding', () => {
  test('a key that is indented too far', () => {
    const text =
      'year: 2023\nagency:\n   name: 清溪县教育局\n  level: county\n  kind: department\npublished: 2024-01-22\n';
    expect(found(text)).toEqual([expect.stringMatching(/^4:\d+ error yaml-syntax 缩进不对/)]);
  });

  test('a tab, with lines of the same level below it', () => {
    const text = 'agency:\n\tname: 清溪县教育局\n  level: county\n  kind: department\n  scope: own\nyear: 2023\n';
    expect(found(text)).toEqual([expect.stringMatching(/^2:\d+ error yaml-tab/)]);
  });
});

test('the marks of one document are no fault', () => {
  expect(found(`---\n${sound}`)).toEqual([]);
  expect(found(`%YAML 1.2\n---\n${sound}...\n`)).toEqual([]);
});

test.each(['{}清\ne', 'a: [\n\n] ]\n清: 1\n', 'a: "b\nc: d\n', '- a\nb: {\n}}\n清清'])(
  'a syntax error lies inside the text: %j',
  (text) => {
    const lines = text.split('\n');
    const ranges = parse(text, 'a.yaml').findings.map(({ range }) => range);
    const { line, column, endLine, endColumn } = ranges[0] as Range;
    expect(column).toBeLessThanOrEqual((lines[line - 1] ?? '').length + 1);
    expect(endColumn).toBeLessThanOrEqual((lines[endLine - 1] ?? '').length + 1);
    expect(endLine).toBeLessThanOrEqual(lines.length);
  },
);
