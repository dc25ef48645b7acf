import { describe, expect, test } from 'vitest';
import { type Baseline, baselineOf, knownOf, parseBaseline, splitByBaseline } from '../../src/config/baseline.ts';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';

const finding = (fingerprint: string, more: Partial<Diagnostic> = {}): Diagnostic => ({
  file: 'a.yaml',
  rule: 'x',
  severity: 'error',
  message: { zh: '', en: '' },
  path: [],
  range: { line: 1, column: 1, endLine: 1, endColumn: 1 },
  related: [],
  fingerprint,
  ...more,
});

describe('a baseline file', () => {
  test('is read as it was written', () => {
    const baseline = baselineOf([{ file: 'a.yaml', diagnostics: [finding('b'), finding('a'), finding('a')] }]);
    expect(baseline.findings).toEqual({ 'a.yaml': ['a', 'a', 'b'] });
    expect(parseBaseline(JSON.stringify(baseline))).toEqual(baseline);
  });

  test('leaves out notes and files without findings, and names the others in order', () => {
    const note = finding('n', { severity: 'info' });
    const files = ['c', 'b', 'a'].map((file) => ({ file, diagnostics: file === 'b' ? [note] : [note, finding(file)] }));
    expect(Object.keys(baselineOf(files).findings)).toEqual(['a', 'c']);
  });

  test.each([
    ['no JSON', '{'],
    ['nothing', ''],
    ['null', 'null'],
    ['a list', '[]'],
    ['another version', '{"version":2,"findings":{}}'],
    ['no findings', '{"version":1}'],
    ['a list of findings', '{"version":1,"findings":[]}'],
    ['a text for a list', '{"version":1,"findings":{"a.yaml":"x"}}'],
    ['numbers for fingerprints', '{"version":1,"findings":{"a.yaml":[1]}}'],
    ['a wrong shape under a prototype key', '{"version":1,"findings":{"__proto__":{"a":1}}}'],
  ])('that holds %s is none', (_, text) => {
    expect(parseBaseline(text)).toBeUndefined();
  });

  test('knows files by their own names only', () => {
    const baseline = parseBaseline('{"version":1,"findings":{"__proto__":["x"]}}') as Baseline;
    expect(knownOf(baseline, '__proto__')).toEqual(['x']);
    const empty: Baseline = { version: 1, findings: {} };
    for (const name of ['constructor', '__proto__', 'toString', 'a.yaml']) expect(knownOf(empty, name)).toEqual([]);
  });
});

describe('findings that a baseline knows', () => {
  test('are as many as it lists', () => {
    const { fresh, old } = splitByBaseline([finding('a'), finding('a'), finding('b')], ['a']);
    expect([old.length, fresh.map(({ fingerprint }) => fingerprint)]).toEqual([1, ['a', 'b']]);
  });

  test('leave the others with their causes where they now stand', () => {
    const all = [finding('a'), finding('b'), finding('c', { cause: 1 }), finding('d', { cause: 0 })];
    const { fresh } = splitByBaseline(all, ['a']);
    expect(fresh.map(({ fingerprint, cause }) => [fingerprint, cause])).toEqual([
      ['b', undefined],
      ['c', 0],
      ['d', undefined],
    ]);
  });
});
