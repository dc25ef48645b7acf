import { expect, test } from 'vitest';
import { check } from '../../src/check/check.ts';
import { readReport } from '../../src/report/report.ts';
import { parse } from '../../src/source/parse.ts';
import { reportData } from '../../src/view/data.ts';
import { distinctReport } from '../render/distinct-report.ts';
import { nothingHappened } from '../reports.ts';

test.each(['2021', '2019'])(
  'the data of a report of the form of %s is a report file with the same cells',
  (edition) => {
    const report = distinctReport(edition);
    const source = parse(reportData(report), 'data.json');
    expect(check(source).diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    const texts = ({ cells }: typeof report) => [...cells.values()].map(({ path, text }) => [path, text]);
    expect(texts(readReport(source.data))).toEqual(texts(report));
  },
);

test('every zero and total is written out, a note stays with its number, an unknown cell is null', () => {
  const data = JSON.parse(
    reportData(
      readReport({
        year: 2023,
        active_disclosure: { rules: 0, administrative_fees: { amount_wan_yuan: '59237.2449' } },
        reconsideration_and_litigation: { reconsideration: { pending: { value: 1, note: '二审' } }, litigation: 0 },
      }),
    ),
  );
  expect(data.form).toBe('2021');
  expect(data.active_disclosure.rules).toEqual({ issued: 0, repealed: 0, in_force: 0 });
  expect(data.active_disclosure.administrative_fees.amount_wan_yuan).toBe('59237.2449');
  expect(data.reconsideration_and_litigation.reconsideration).toEqual({
    upheld: 0,
    corrected: 0,
    other_result: 0,
    pending: { value: 1, note: '二审' },
    total: 1,
  });
  expect(data.applications.received.total).toBe(null);
});

test('a change against last year, which the data does not hold, stands there as it is printed; other braces stay', () => {
  const text = '收到{{sum applications.received}}件，{{change applications.received}}；{{change nothing}}';
  const before = readReport({ ...nothingHappened(2022), applications: { received: { natural_person: 8 } } });
  const overview = { parts: [{ heading: '依申请公开', text }] };
  const now = { ...nothingHappened(2023), overview, applications: { received: { natural_person: 9 }, footnote: text } };
  const data = JSON.parse(reportData(readReport(now, before)));
  const printed = '收到{{sum applications.received}}件，增长12.5%；{{change nothing}}';
  expect(data.overview.parts).toEqual([{ heading: '依申请公开', text: printed }]);
  expect(data.applications.footnote).toBe(printed);
});

test('texts above and below a table stay beside its rows', () => {
  const texts = {
    text_above: '收到{{applications.received.total}}件。',
    text_below: '{{change applications.received}}。',
  };
  const row = { natural_person: 9 };
  const before = readReport({ ...nothingHappened(2022), applications: { received: { natural_person: 8 } } });
  const { applications } = JSON.parse(
    reportData(readReport({ ...nothingHappened(2023), applications: { received: row, ...texts } }, before)),
  );
  expect([applications.text_above, applications.text_below]).toEqual([texts.text_above, '增长12.5%。']);
});

test('a chart of two years has the numbers of the year before behind its name; others stay', () => {
  const text = '见图。\n\n{{chart "years"}}\n\n{{chart "outcomes"}}\n';
  const now = { ...nothingHappened(2023), problems: { text } };
  const data = JSON.parse(reportData(readReport(now, readReport(nothingHappened(2022)))));
  expect(data.problems.text).toBe('见图。\n\n{{chart years 0 0 0 0 0 0}}\n\n{{chart "outcomes"}}\n');
});
