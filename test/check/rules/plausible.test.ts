import { describe, expect, test } from 'vitest';
import { DEFAULT_SETTINGS } from '../../../src/check/settings.ts';
import { findingsInExample } from '../../rule-examples.ts';

const found = (report: string) => findingsInExample({}, report).map(({ severity, rule }) => `${severity} ${rule}`);

describe('规章', () => {
  const rules = (agency: string, numbers = 'in_force: 2', year = 2023) =>
    found(`{ year: ${year}, agency: { ${agency} }, active_disclosure: { rules: { ${numbers} } } }`);

  test.each([
    'level: city, kind: government, scope: aggregate',
    'level: province, kind: office',
    'level: national, kind: department',
  ])('are made by { %s }', (agency) => {
    expect(rules(agency)).toEqual([]);
  });

  test.each([
    'level: county, kind: government, scope: aggregate',
    'level: county, kind: office',
    'level: city, kind: department',
    'level: city, kind: dispatched',
    'level: province, kind: department, vertical: true',
  ])('are not made by { %s }', (agency) => {
    expect(rules(agency)).toEqual(['warning rule-making-authority']);
  });

  test('zeros, unknown numbers and the ones of others are not held against anybody', () => {
    const bureau = 'level: city, kind: department';
    expect(rules(bureau, 'issued: 0, repealed: 0, in_force: 0')).toEqual([]);
    expect(rules(bureau, 'issued: null, repealed: 0, in_force: 0')).toEqual(['error cell-unknown']);
    expect(rules(bureau, 'newly_disclosed: 3, total_disclosed: 3', 2020)).toEqual([]);
    expect(rules(bureau, 'newly_made: 1', 2020)).toEqual(['warning rule-making-authority']);
  });
});

describe('other outcomes', () => {
  const outcomes = (other: string, text = '综述') => `
problems: { text: 受理前沟通不够。${text}下一步加强沟通。 }
applications: { received: { natural_person: 4 }, outcomes: { disclosed: { natural_person: 2 }, other_handling: { other: ${other} } } }`;

  test('half of all is no more than half', () => {
    expect(found(outcomes('{ natural_person: 2 }'))).toEqual([]);
    const more = outcomes('{ natural_person: 3 }').replace(
      'received: { natural_person: 4 }',
      'received: { natural_person: 5 }',
    );
    expect(found(more)).toEqual(['info other-outcomes-unexplained']);
    expect(found(more.replace('综述', '没有其他需要报告的事项。'))).toEqual(['info other-outcomes-unexplained']);
    expect(found(more.replace('综述', '申请人主动撤回3件。'))).toEqual([]);
    expect(found(more.replace('综述', '作其他处理3件。'))).toEqual([]);
    expect(found(more.replace('{ natural_person: 3 }', '{ natural_person: { value: 3, note: 申请人撤回 } }'))).toEqual(
      [],
    );
  });
});

describe('litigation after reconsideration', () => {
  const cases = (reconsideration: string, after: string) =>
    found(
      `reconsideration_and_litigation: { reconsideration: ${reconsideration}, litigation: { after_reconsideration: ${after} } }`,
    );

  test('is found where there was no reconsideration, if both are known', () => {
    expect(cases('0', '{ pending: 2 }')).toEqual(['info litigation-after-reconsideration']);
    expect(cases('{ pending: 1 }', '{ pending: 2 }')).toEqual([]);
    expect(cases('{ upheld: null }', '{ pending: 2 }')).toEqual(['error cell-unknown']);
    expect(cases('0', '{ pending: 2, upheld: null }')).toEqual(['error cell-unknown']);
  });
});

describe('the share carried forward', () => {
  const share = (received: number, left: number, asked = true) => {
    const severities = asked ? { 'carried-forward-share': 'warning' as const } : {};
    const report = `applications: { received: { natural_person: ${received} }, outcomes: { disclosed: { natural_person: ${received - left} } }, carried_forward: { natural_person: ${left} } }`;
    return findingsInExample({}, report, { ...DEFAULT_SETTINGS, severities }).map(({ rule }) => rule);
  };

  test('is found above 30 % of more than ten, where it was asked for', () => {
    expect(share(20, 6)).toEqual([]);
    expect(share(20, 7)).toEqual(['carried-forward-share']);
    expect(share(10, 10)).toEqual([]);
    expect(share(11, 4)).toEqual(['carried-forward-share']);
    expect(share(20, 20, false)).toEqual([]);
  });
});
