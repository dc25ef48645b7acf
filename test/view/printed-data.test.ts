import { expect, test } from 'vitest';
import { type Data, getIn } from '../../src/report/access.ts';
import { type Report, readReport } from '../../src/report/report.ts';
import { reportData } from '../../src/view/data.ts';
import { pageView } from '../../src/view/page.ts';
import { printedData } from '../../src/view/printed-data.ts';
import { distinctReport } from '../render/distinct-report.ts';
import { nothingHappened } from '../reports.ts';

const printed = (report: Report): Data => JSON.parse(printedData(report, pageView(report)));

test.each(['2021', '2019'])('it has every number of the complete data of the form of %s', (edition) => {
  const report = distinctReport(edition);
  const numbers = (data: Data) => [...report.cells.values()].map(({ path }) => [path, getIn(data, path)]);
  const all = numbers(JSON.parse(reportData(report)));
  expect(all.length).toBeGreaterThan(100);
  expect(all.filter(([, value]) => value === undefined)).toEqual([]);
  expect(numbers(printed(report))).toEqual(all);
});

test('texts are as they are printed: without Markdown, with numbers, in their places', () => {
  const before = readReport({ ...nothingHappened(2022), applications: { received: { natural_person: 8 } } });
  const report = readReport(
    {
      ...nothingHappened(2023),
      period: { from: '2023-05-01', to: '2023-12-31' },
      corrected: { date: '2024-03-01', note: '更正了表三' },
      overview: {
        text: '收到**{{applications.received.natural_person}}件**，{{change applications.received.natural_person}}。\n\n- 甲 <b>\n- [乙](https://example.com "不印的标题")\n\n[丙]: https://example.com "照印的定义"',
        parts: [{ aspect: 'on_request', heading: '依申请公开', text: '正文' }],
      },
      applications: {
        received: { natural_person: 9 },
        text_above: '表*前*',
        footnote: '注：{{applications.received.natural_person}}',
        text_below: '表后',
      },
    },
    before,
  );
  expect(printed(report)).toMatchObject({
    period: { from: '2023-05-01', to: '2023-12-31' },
    corrected: { date: '2024-03-01', note: '更正了表三' },
    overview: {
      text: '收到9件，增长12.5%。\n甲 <b>\n乙\n[丙]: https://example.com "照印的定义"',
      parts: [{ heading: '（一）依申请公开', text: '正文' }],
    },
    applications: { text_above: '表前', footnote: '注：9', text_below: '表后' },
  });
});

test('a report of which little can be read has what there is', () => {
  expect(printed(readReport({ secret: 'x', year: 'x', waivers: [{ reason: 'x' }] }))).not.toMatchObject({ year: 'x' });
  expect(JSON.stringify(printed(readReport({ secret: 'x', waivers: [{ reason: 'y' }] })))).not.toMatch(
    /"(secret|waivers)"/,
  );
});
