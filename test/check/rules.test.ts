import { describe, expect, test } from 'vitest';
import { RULES } from '../../src/check/rules/index.ts';
import { DEFAULT_SETTINGS } from '../../src/check/settings.ts';
import { oneLine } from '../harness.ts';
import { findingsInExample } from '../rule-examples.ts';

/** Rules that are off by default speak only when asked. */
const on = (id: string, off?: true) =>
  off ? { ...DEFAULT_SETTINGS, severities: { [id]: 'warning' as const } } : DEFAULT_SETTINGS;

describe.each(RULES.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
  const { example } = rule;
  const settings = on(id, rule.off);

  test('the bad example is found, and nothing else in it', () => {
    const found = findingsInExample(example, example.bad, settings);
    expect(found.map((finding) => finding.rule)).toContain(id);
    expect(found.filter((finding) => finding.rule !== id).map(oneLine)).toEqual([]);
  });

  test('the good example has no finding at all', () => {
    expect(findingsInExample(example, example.good, settings).map(oneLine)).toEqual([]);
  });

  test('switched off, it says nothing', () => {
    const off = { ...settings, severities: { [id]: 'off' as const } };
    expect(findingsInExample(example, example.bad, off).map(oneLine)).toEqual([]);
  });
});

test('ids are words, each once', () => {
  const ids = RULES.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.filter((id) => !/^[a-z]+(-[a-z]+)*$/.test(id))).toEqual([]);
});
