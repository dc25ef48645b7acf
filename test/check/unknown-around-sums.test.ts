import { describe, expect, test } from 'vitest';
import { form2021 } from '../../src/form/2021/index.ts';
import { findingsOf } from '../harness.ts';
import { at, type Data, distinctNumbers, put, soundReport, yamlOf } from '../reports.ts';

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
    expect(found(wrong)).toContain('applicants-total applications.received.total');
    expect(found(wrong)).toContain('applications-balance applications.received.commercial_enterprise');
  });

  test('hides no sum of known parts that is above its total', () => {
    const wrong = put(structuredClone(data), `${row}.commercial_enterprise`, 99999);
    expect(found(wrong)).toContain(`applicants-total ${row}.total`);
    expect(found(wrong)).toContain('outcomes-total applications.outcomes.total.commercial_enterprise');
  });

  test('leaves room for a total above what is known', () => {
    const larger = put(structuredClone(data), `${row}.total`, Number(at(sound, `${row}.total`)) + 1);
    expect(found(larger)).not.toContain(`applicants-total ${row}.total`);
  });
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
