import { describe, expect, test } from 'vitest';
import { ALL_RULES } from '../../src/check/rule-list.ts';
import { DEFAULT_SETTINGS } from '../../src/check/settings.ts';
import { oneLine } from '../harness.ts';
import { checkExample, SHOWN, SHOWN_ELSEWHERE, settingsFor } from '../rule-examples.ts';

/** A waiver that does not count brings back the finding it was for. */
const COMES_BACK: Readonly<Record<string, readonly string[]>> = {
  'waiver-void': ['in-force-below-issued'],
  'waiver-expired': ['in-force-below-issued'],
};

describe.each(SHOWN.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
  test('the bad example is found, and nothing else in it, but for what follows from it', () => {
    const found = checkExample(rule, 'bad').diagnostics;
    expect(found.map((finding) => finding.rule)).toContain(id);
    const roots = found.filter(({ cause, rule: found }) => cause === undefined && found !== id);
    expect(roots.map((finding) => finding.rule)).toEqual(COMES_BACK[id] ?? []);
  });

  test('the good example has no finding at all', () => {
    expect(checkExample(rule, 'good').diagnostics.map(oneLine)).toEqual([]);
  });

  test.skipIf(rule.fixed)('switched off, it says nothing', () => {
    const off = { ...settingsFor(rule), severities: { [id]: 'off' as const } };
    expect(checkExample(rule, 'bad', off).diagnostics.map((finding) => finding.rule)).toEqual(COMES_BACK[id] ?? []);
  });

  test('the examples differ', () => {
    expect(rule.example.good).not.toBe(rule.example.bad);
  });
});

test('a rule that is off by default says nothing unless asked', () => {
  const silent = SHOWN.filter(({ off }) => off);
  expect(silent.length).toBeGreaterThan(0);
  for (const rule of silent) expect(checkExample(rule, 'bad', DEFAULT_SETTINGS).diagnostics).toEqual([]);
});

test('ids are words, each once', () => {
  const ids = ALL_RULES.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.filter((id) => !/^[a-z]+(-[a-z]+)*$/.test(id))).toEqual([]);
  expect(Object.keys(SHOWN_ELSEWHERE).filter((id) => !ids.includes(id))).toEqual([]);
});
