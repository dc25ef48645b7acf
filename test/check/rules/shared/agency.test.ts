import { expect, test } from 'vitest';
import { type Agency, makesRules, publisherOf } from '../../../../src/check/rules/shared/agency.ts';

const LEVELS = ['national', 'province', 'city', 'county', 'township'];
const KINDS = ['government', 'office', 'department', 'dispatched', 'authorized'];
const agency = (level: string | undefined, kind: string | undefined, vertical = false): Agency => ({
  name: '清溪县教育局',
  level,
  kind,
  scope: 'own',
  vertical,
});

test('who has a date of publication of its own', () => {
  const publishers = LEVELS.map((level) => KINDS.map((kind) => publisherOf(agency(level, kind))));
  const above = ['government', 'government', 'department', 'dispatched', 'authorized'];
  expect(publishers).toEqual([
    above,
    above,
    above,
    above,
    ['township', 'township', 'township', 'dispatched', 'authorized'],
  ]);
  for (const level of LEVELS) expect(publisherOf(agency(level, 'department', true))).toBe('vertical');
});

test('who can make 规章', () => {
  const can = LEVELS.map((level) => KINDS.filter((kind) => makesRules(agency(level, kind))));
  expect(can).toEqual([
    ['government', 'office', 'department', 'authorized'],
    ['government', 'office'],
    ['government', 'office'],
    [],
    [],
  ]);
});

test('of a head that does not say who reports, nothing is known', () => {
  for (const one of [agency(undefined, 'department'), agency('county', undefined), agency('conty', 'department')]) {
    expect(publisherOf(one)).toBeUndefined();
    expect(makesRules(one)).toBeUndefined();
  }
});
