import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { check } from '../../../src/check/check.ts';
import { publicationOf } from '../../../src/publish/publication.ts';
import { docxOf } from '../../../src/render/docx-document/document.ts';
import { planWordPages } from '../../../src/render/docx-document/plan-pages.ts';
import { rowHeights } from '../../../src/render/docx-document/row-heights.ts';
import { lookOf } from '../../../src/render/docx-document/table-look.ts';
import { parse } from '../../../src/source/parse.ts';
import type { TableView } from '../../../src/view/page-view.ts';
import { textOf } from '../drafts.ts';

const publicationFor = (text: string) =>
  publicationOf(check(parse(text, 'a.yaml')), { formats: ['docx'], base: 'a', template: 'x' });
const example = textOf('examples/wenzhou-hrss-2023.yaml');

test('a document whose pages end well by themselves has no plan', () => {
  expect(planWordPages(publicationFor(example).view, new Map())).toBeUndefined();
});

test('tables that would leave a page mostly white are tighter; one may be divided between two blocks', async () => {
  const publication = publicationFor(textOf('examples/2019-form.yaml'));
  const [two, three] = planWordPages(publication.view, new Map())?.tables ?? [];
  expect(two?.breaks).toHaveLength(1);
  expect(three).toMatchObject({ tight: true, breaks: [] });
  const xml = strFromU8(unzipSync(await docxOf(publication))['word/document.xml'] ?? new Uint8Array());
  expect(xml).toContain('"CellMatrixTight"');
});

test('the height of a row is that of its longest cell', () => {
  const cell = (text: string) => ({ kind: 'row', text }) as const;
  const number = { kind: 'number', text: '1' } as const;
  const table = {
    layout: 'blocks',
    grid: {
      columns: ['label', 'number'],
      head: [],
      bodies: [{ rows: [{ cells: [cell('规章'), number] }, { cells: [cell('其他对外管理服务事项的数量'), number] }] }],
    },
  } as unknown as TableView;
  const { rows } = rowHeights(table, lookOf('blocks'));
  expect(rows[1]).toBe((rows[0] ?? 0) + 320);
});
