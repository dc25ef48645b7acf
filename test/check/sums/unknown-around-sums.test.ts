import { describe, expect, test } from 'vitest';
import { form2021 } from '../../../src/form/2021/index.ts';
import { findingsOf } from '../../harness.ts';
import { at, type Data, distinctNumbers, put, soundReport, yamlOf } from '../../reports.ts';

const sound = soundReport(form2021, distinctNumbers());
const changed = (path: string, value: Data[string]) => put(structuredClone(sound), path, value);
const found = (data: Data) => findingsOf(yamlOf(data)).map(({ rule, path }) => `${rule} ${path.join('.')}`);

const row = 'applications.outcomes.not_disclosed.process_information';
const cell = `${row}.natural_person`;

describe.each([
  ['null', null, 'cell-unknown'],
  ['a slash', '/', 'not-a-count'],
  ['12件', '12件', 'not-a-count'],
])('a cell that holds %s', (_, value, rule) => {
  const data = changed(cell, value);

  test('is the one thing that is found in a report that adds up', () => {
    expect(found(data)).toEqual([`${rule} ${cell}`]);
  });

  test('hides no fault elsewhere in the table', () => {
    const other = 'applications.received.commercial_enterprise';
    const wrong = put(structuredClone(data), other, Number(at(sound, other)) + 1);
    expect(found(wrong)).toContain(`applications-balance ${other}`);
    expect(found(wrong)).toContain('applicants-total applications.received.total');
  });

  test('hides no sum of known parts that is above its total', () => {
    const wrong = put(structuredClone(data), `${row}.commercial_enterprise`, 99999);
    const rules = found(wrong).map((one) => one.split(' ')[0]);
    expect(rules).toContain('applicants-total');
    expect(rules).toContain('outcomes-total');
  });

  test('hides no total that can not be reached: the sums around it leave one number for the gap', () => {
    const larger = put(structuredClone(data), `${row}.total`, Number(at(sound, `${row}.total`)) + 1);
    const findings = findingsOf(yamlOf(larger)).filter(({ rule: id }) => id !== rule);
    expect(findings.map(({ rule: id }) => id).sort()).toEqual(['applicants-total', 'outcomes-total']);
    const [root] = findings.filter(({ cause }) => cause === undefined);
    expect(root?.path.join('.')).toBe(`${row}.total`);
  });
});

test('a gap that the sums leave one number for is told that number', () => {
  const [finding] = findingsOf(yamlOf(changed(cell, null)));
  expect(finding?.hint?.zh).toContain(`推算是 ${at(sound, cell)}；`);
});

test('gaps that leave room are not held against the totals around them', () => {
  const other = 'applications.outcomes.not_disclosed.internal_affairs';
  const data = structuredClone(sound);
  const gaps = [row, other].flatMap((path) => [`${path}.natural_person`, `${path}.commercial_enterprise`]);
  for (const gap of gaps) put(data, gap, null);
  put(data, `${row}.total`, Number(at(sound, `${row}.total`)) + 1);
  put(data, `${other}.total`, Number(at(sound, `${other}.total`)) - 1);
  expect(found(data).sort()).toEqual(gaps.map((gap) => `cell-unknown ${gap}`).sort());
});

test('a balance that can not close is found, though its remainder is not known', () => {
  const data = changed('applications.carried_forward', null);
  put(data, 'applications.outcomes.total.natural_person', 999_999);
  expect(found(data).join()).toContain('applications-balance');
});

test('a total whose parts are not all known is not computed, and nothing is held against it', () => {
  const data = changed(cell, null);
  delete (at(data, row) as Data).total;
  delete (at(data, 'applications.outcomes') as Data).total;
  expect(found(data)).toEqual([`cell-unknown ${cell}`]);
});

test('a whole row that is unknown is one finding, and the sums around it still bound it', () => {
  expect(found(changed(row, null))).toEqual([`cell-unknown ${row}`]);
  const total = 'applications.outcomes.total';
  const small = put(changed(row, null), `${total}.natural_person`, 1);
  expect(found(small)).toContain(`outcomes-total ${total}.natural_person`);
});
