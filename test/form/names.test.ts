import { expect, test } from 'vitest';
import { form2021 } from '../../src/form/2021/index.ts';
import { editionById, editionForYear, groupsThatMayBeRows, withGroupsAsRows } from '../../src/form/editions.ts';
import type { FormDef } from '../../src/form/types.ts';
import { cellName, formCells } from '../../src/form/walk.ts';

const cells = formCells(form2021);
const nameOf = (path: string) => {
  const cell = cells.get(path);
  return cell && cellName(cell);
};

test.each([
  ['active_disclosure.rules.in_force', '规章 · 现行有效件数'],
  ['applications.received.total', '一、本年新收政府信息公开申请数量 · 总计'],
  ['applications.outcomes.disclosed.other_organization', '（一）予以公开 · 其他'],
  ['applications.outcomes.not_disclosed.process_information.total', '（三）6.属于四类过程性信息 · 总计'],
  ['applications.outcomes.other_handling.other.natural_person', '（六）3.其他 · 自然人'],
  ['applications.outcomes.total.total', '（七）总计 · 总计'],
  ['reconsideration_and_litigation.reconsideration.upheld', '行政复议 · 结果维持'],
  ['reconsideration_and_litigation.litigation.direct.pending', '行政诉讼 · 未经复议直接起诉 · 尚未审结'],
])('%s is called as a person finds it on the page', (path, name) => {
  expect(nameOf(path)).toBe(name);
});

test('no two cells of a table have one name', () => {
  const names = [...cells.values()].map((cell) => `${cell.table.key} ${cellName(cell)}`);
  expect(new Set(names).size).toBe(names.length);
});

test('a year has one form, and no year before 2019 has any', () => {
  const ids = [2018, 2019, 2020, 2021, 2022, 2050].map((year) => editionForYear(year)?.id);
  expect(ids).toEqual([undefined, '2019', '2019', '2021', '2021', '2021']);
  expect(editionById('2020')).toBeUndefined();
});

test('（六）其他处理 is the one group that may be a row; then it has cells of its own', () => {
  expect(groupsThatMayBeRows(form2021)).toEqual(['applications.outcomes.other_handling']);
  const hybrid = formCells(withGroupsAsRows(form2021 as FormDef, new Set(groupsThatMayBeRows(form2021))));
  expect(hybrid.size).toBe(cells.size - 14);
  expect(hybrid.get('applications.outcomes.other_handling.total')?.row.label).toBe('（六）其他处理');
});
