import { expect, test } from 'vitest';
import { readReport } from '../../src/report/report.ts';
import type { GridCell } from '../../src/view/grid.ts';
import { pageView } from '../../src/view/page.ts';
import type { DraftNote, PageView } from '../../src/view/page-view.ts';

const base = { year: 2023, agency: { name: '清溪县教育局' }, published: '2024-01-05', applications: 0 };
const view = (extra: object = {}) => pageView(readReport({ ...base, ...extra }), []);
const MARK = '<mark>待填</mark>';

const cells = ({ sections }: PageView): GridCell[] =>
  sections.flatMap(({ table }) =>
    table
      ? [...table.grid.head, ...table.grid.bodies.flatMap(({ rows }) => rows)].flatMap((row) => [...row.cells])
      : [],
  );
const cell = (page: PageView, path: string) => cells(page).find((one) => one.path === path);

test('a draft says so in its title, a final page does not', () => {
  expect(view().title).toBe('清溪县教育局2023年政府信息公开工作年度报告〔草稿〕');
  expect(view().titleLines.at(-1)).toEqual(['〔草稿〕']);
  expect(view({ title: '自己的标题' }).titleParts).toEqual(['自己的标题', '〔草稿〕']);
  expect(pageView(readReport(base)).title).not.toContain('草稿');
  expect(pageView(readReport(base)).draft).toBeUndefined();
});

test('what the head does not say is named as missing', () => {
  const page = pageView(readReport({}), []);
  expect(page.title).toBe('〔机关全称待填〕〔年度待填〕年政府信息公开工作年度报告〔草稿〕');
  expect([page.agency, page.year, page.published, page.publishedDate]).toEqual([
    '〔机关全称待填〕',
    '〔年度待填〕',
    '〔日期待填〕',
    '',
  ]);
  expect(page.period).toBe('〔日期待填〕至〔日期待填〕');
  expect(view({ published: '2024-02-30' }).published).toBe('〔日期待填〕');
  expect(view({ agency: { name: ' ' } }).agency).toBe('〔机关全称待填〕');
});

test('an unknown cell is marked, a zero is a zero', () => {
  const page = view({
    applications: { received: { natural_person: '12件', total: null }, carried_over: 0 },
    active_disclosure: { rules: { issued: null, repealed: 2 } },
  });
  const unknown = { text: '待填', unknown: true };
  expect(cell(page, 'applications.received.natural_person')).toMatchObject(unknown);
  expect(cell(page, 'applications.received.total')).toMatchObject(unknown);
  expect(cell(page, 'applications.carried_over.total')).toMatchObject({ text: '0' });
  expect(cell(page, 'applications.carried_over.total')?.unknown).toBeUndefined();
  expect(cell(page, 'applications.carried_forward.total')).toMatchObject(unknown);
  expect(cell(page, 'active_disclosure.rules.issued')).toMatchObject(unknown);
  expect(cell(page, 'active_disclosure.rules.repealed')).toMatchObject({ text: '2' });
});

test('braces that nothing is known for are marked: a wrong path, an unknown cell, what is no path, a date that is none', () => {
  const text = (written: string, extra: object = {}) =>
    view({ ...extra, overview: { text: written } }).sections[0]?.html;
  expect(text('共{{applications.recieved.total}}件')).toBe(`<p>共${MARK}件</p>`);
  expect(text('共{{applications.received.total}}件', { applications: { received: null } })).toBe(`<p>共${MARK}件</p>`);
  expect(text('共{{新收 总数}}件，{{}}件')).toBe(`<p>共${MARK}件，${MARK}件</p>`);
  expect(text('{{published}}', { published: '2024-02-30' })).toBe(`<p>${MARK}</p>`);
  expect(text('{{published}}')).toBe('<p>2024-01-05</p>');
  expect(text('共{{ 件')).toBe('<p>共{{ 件</p>');
});

test('a text that is not written is marked, not left out', () => {
  const page = view({
    overview: { text: null, parts: [{ heading: '', text: '有' }, { heading: '依申请公开' }, '不是分项', { text: 12 }] },
    problems: [],
  });
  const [overview, , , , problems, other] = page.sections;
  expect(overview?.html).toBe(`<p>${MARK}</p>`);
  expect(overview?.parts.map(({ heading, html }) => [heading, html])).toEqual([
    [`（一）${MARK}`, '<p>有</p>'],
    ['（二）依申请公开', `<p>${MARK}</p>`],
    [`（三）${MARK}`, `<p>${MARK}</p>`],
    [`（四）${MARK}`, '<p>12</p>'],
  ]);
  expect([problems?.html, other?.html]).toEqual([`<p>${MARK}</p>`, `<p>${MARK}</p>`]);
});

test('of a fee that is not known, nothing is claimed', () => {
  const six = (fee: unknown) => view({ other_matters: { information_processing_fee: fee } }).sections[5]?.html;
  expect(six({ notices_issued: null, amount_collected_yuan: null })).toBe(
    `<p>2023年发出收费通知${MARK}件，实际收取信息处理费${MARK}元。</p>`,
  );
  expect(six({ notices_issued: 0, amount_collected_yuan: '约100' })).toContain(`实际收取信息处理费${MARK}元`);
  for (const fee of [null, '无', {}, 12]) expect(six(fee), String(fee)).not.toContain('没有');
  expect(six({ notices_issued: 0 })).toContain('没有收取');
});

const note = (path: string): DraftNote => ({ severity: '错误', rule: 'x', place: '第1行', message: '错', path });

test('the numbers of the notes stand on the cells they concern, or on the header of the row or group above', () => {
  const page = pageView(
    readReport(base),
    [
      'applications.received.total',
      'applications.carried_over',
      'applications.outcomes.not_disclosed.state_secret.bogus',
      'applications.received.total',
      'active_disclosure.rules.issued.value',
      'reconsideration_and_litigation.litigation',
      'overview.text',
      'applications',
      '',
    ].map(note),
  );
  const marked = cells(page).flatMap(({ path, id, notes }) => (notes ? [[path ?? id, notes]] : []));
  expect(marked).toEqual([
    ['active_disclosure.rules.issued', [5]],
    ['applications.received.total', [1, 4]],
    ['applications-carried_over', [2]],
    ['applications-outcomes-not_disclosed-state_secret', [3]],
    ['reconsideration_and_litigation-litigation', [6]],
  ]);
  expect(page.draft?.notes.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
});

test('a correction has both dates and its note', () => {
  const { published, corrected } = pageView(
    readReport({ ...base, corrected: { date: '2024-03-01', note: '更正了表三\n合计，\nGB 9704' } }),
  );
  expect([published, corrected]).toEqual([
    '2024年1月5日',
    { date: '2024年3月1日', machineDate: '2024-03-01', note: '更正了表三合计，\nGB 9704' },
  ]);
  expect(view({ corrected: { date: '2024-13-01' } }).corrected).toEqual({
    date: '〔日期待填〕',
    machineDate: '',
    note: '〔更正说明待填〕',
  });
  expect(view({ corrected: null }).corrected).toBeUndefined();
});
