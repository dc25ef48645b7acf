import { expect, test } from 'vitest';
import { readReport } from '../../src/report/report.ts';
import { figuresOf } from '../../src/view/review-figures.ts';
import { at, type Data, distinctNumbers, EVERY_EDITION, nothingHappened, put, soundReport } from '../reports.ts';

const rowsOf = (data: Data, previous?: Data) => {
  const report = readReport(data, previous && readReport(previous));
  const rows = figuresOf(report).flatMap(({ title, rows: all }) =>
    all.map((row) => [`${title} ${row.label}`, row] as const),
  );
  return new Map(
    rows.map(([name, { now, before, change, percent }]) => [name, `${now} ${before} ${change} ${percent}`]),
  );
};

test.each(EVERY_EDITION)('form %s: results are the sums of their rows, and add up to the total', (_, form) => {
  const data = soundReport(form, distinctNumbers());
  const rows = [...rowsOf(data)];
  const from = rows.findIndex(([name]) => name.endsWith('予以公开'));
  const sum = rows.slice(from, from + 6).reduce((total, [, text]) => total + Number.parseInt(text, 10), 0);
  expect(sum).toBe(at(data, 'applications.outcomes.total.total'));
  expect(new Map(rows).get('依申请公开（件） 办理结果总计')).toBe(`${sum} — — —`);
});

test('without last year, only what was carried over can be compared', () => {
  const data = put(nothingHappened(), 'applications', {
    carried_over: { natural_person: 4 },
    carried_forward: { natural_person: 3 },
  });
  const rows = rowsOf(data);
  expect(rows.get('依申请公开（件） 结转下年度')).toBe('3 4 −1 −25.0%');
  expect([...rows.values()].filter((row) => !row.endsWith('— — —'))).toHaveLength(1);
});

test('money is compared exactly; a change from zero has no percentage; what is unknown is never zero', () => {
  const fee = 'active_disclosure.administrative_fees.amount_wan_yuan';
  const fines = 'active_disclosure.administrative_penalties.decisions';
  const year = (of: number, money: string, decisions: number | null): Data => {
    const data = put(nothingHappened(of), fee, money);
    return put(data, fines, decisions);
  };
  const rows = rowsOf(year(2023, '0.3', 5), year(2022, '0.1', 0));
  expect(rows.get('主动公开（件） 事业性收费（万元）')).toBe('0.3 0.1 +0.2 +200.0%');
  expect(rows.get('主动公开（件） 行政处罚决定')).toBe('5 0 +5 —');
  expect(rowsOf(year(2023, '0', null), year(2022, '0', 2)).get('主动公开（件） 行政处罚决定')).toBe('待填 2 — —');
  expect(rowsOf(year(2023, '0', 2), year(2022, '0', null)).get('主动公开（件） 行政处罚决定')).toBe('2 — — —');
});

test('a form of another edition has no figures to compare for other columns', () => {
  const rows = rowsOf(nothingHappened(2021), nothingHappened(2020));
  expect(rows.get('主动公开（件） 规章制发')).toBe('0 — — —');
  expect(rows.get('行政复议（件） 总计')).toBe('0 0 持平 —');
});
