import { expect, test } from 'vitest';
import { readPublished } from '../../src/import/read-published.ts';

const page = (title: string, table: string) => ({
  name: '公示.html',
  bytes: new TextEncoder().encode(`<meta charset="utf-8"><h1>${title}</h1>${table}`),
});
const row = (...cells: readonly string[]) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;

test('other statistics with some labels of the form are no report', async () => {
  const table = `<table>${row('类别', '结果维持', '结果纠正', '尚未审结', '总计')}${row('行政复议', '3', '1', '2', '6')}</table>`;
  await expect(readPublished(page('2023年行政复议案件统计表', table))).rejects.toMatchObject({ kind: 'not-a-report' });
});

test('a file that does not speak of open government information is told apart', async () => {
  const bytes = new TextEncoder().encode(
    '<meta charset="utf-8"><h1>Changelog</h1><p>What is new in the version of today.</p>',
  );
  await expect(readPublished({ name: 'index.html', bytes })).rejects.toMatchObject({ kind: 'not-a-report' });
});

test('a report whose only readable table is certain is read', async () => {
  const sides = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计'];
  const table = `<table>
    <tr><td colspan="5">行政复议</td><td colspan="10">行政诉讼</td></tr>
    <tr>${sides.map((side) => `<td rowspan="2">${side}</td>`).join('')}<td colspan="5">未经复议直接起诉</td><td colspan="5">复议后起诉</td></tr>
    ${row(...sides, ...sides)}
    ${row(...'102031001210012'.split(''))}
  </table>`;
  const { tables } = await readPublished(page('清溪县教育局2023年政府信息公开工作年度报告', table));
  expect(tables.missing).toEqual(['active_disclosure', 'applications']);
  expect(tables.cells.get('reconsideration_and_litigation.reconsideration.other_result')?.value).toBe('2');
});
