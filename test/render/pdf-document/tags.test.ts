import { PDFArray, PDFDict, PDFName } from '@cantoo/pdf-lib';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Browser } from '../../../src/browser/types.ts';
import { renderMarkdown } from '../../../src/prose/markdown.ts';
import { renderPage } from '../../../src/render/page-html.ts';
import { finishPdf } from '../../../src/render/pdf-document/finish.ts';
import { readPdf } from '../../../src/render/readback/read-pdf.ts';
import { readReport } from '../../../src/report/report.ts';
import { pageView } from '../../../src/view/page.ts';
import type { PageView } from '../../../src/view/page-view.ts';
import { nothingHappened, put } from '../../reports.ts';
import { sharedBrowser } from '../../shared-browser.ts';
import { distinctReport } from '../distinct-report.ts';
import { official, publicationOf } from '../publication.ts';
import { readTags, type Tag, type TagTree, tagsOf, within } from './tag-tree.ts';

const PROSE = `见[网站](https://example.gov.cn/a?b=1&c=2)。

- 第一
- 第二
  1. 甲

     乙

| 项目 | 件数 |
|---|---|
| **网上** | 3 |
`;

let browser: Browser;
beforeAll(async () => {
  browser = await sharedBrowser();
});

/** The view of a report of this edition, its first section with `PROSE`. */
function viewOf(edition: string): PageView {
  const view = pageView(distinctReport(edition));
  const [first, ...others] = view.sections;
  if (!first) throw new Error('no section');
  return { ...view, sections: [{ ...first, html: renderMarkdown(PROSE, () => undefined) }, ...others] };
}

async function finished(view: PageView, change = (html: string) => html): Promise<TagTree> {
  const publication = publicationOf(view);
  const { html } = await renderPage(publication, await official);
  return readTags(await finishPdf(await browser.printPdf(change(html)), publication, 'x'));
}

/** The roles of the children: `THead TBody`. */
const roles = ({ kids }: Tag) => kids.map(({ role }) => role).join(' ');
const officialTables = (tree: TagTree) => tagsOf(tree, 'Table').filter((table) => table.kids[0]?.role === 'Caption');

/** The conditions of every finished document. */
function expectSound({ all, pages, parents, document }: TagTree): void {
  const marks = all.flatMap((tag) => tag.marks.map((mark) => [mark, tag.ref] as const));
  expect(Object.fromEntries(marks)).toEqual(Object.fromEntries(parents));
  const inContent = pages.flatMap((page, index) =>
    [...page.matchAll(/<<\/MCID (\d+) >>BDC/g)].map(([, number]) => `${index}:${number}`),
  );
  expect(inContent.sort()).toEqual(marks.map(([mark]) => mark).sort());
  for (const page of pages) expect(unmarked(page)).toEqual([]);
  const ids = all.flatMap(({ id }) => id ?? []);
  expect(new Set(ids).size).toBe(ids.length);
  expect(all.flatMap(({ headers }) => headers).filter((header) => !ids.includes(header))).toEqual([]);
  const root = document.catalog.lookup(PDFName.of('StructTreeRoot'), PDFDict);
  const names = root.lookup(PDFName.of('IDTree'), PDFDict).lookup(PDFName.of('Names'), PDFArray).asArray();
  expect(names.filter((_, index) => index % 2 === 0).map(String)).toEqual([...ids].sort());
}

/** Lines that draw outside any mark, and marks that do not pair. */
function unmarked(page: string): string[] {
  let depth = 0;
  const found: string[] = [];
  for (const line of page.split('\n')) {
    if (/(BDC|BMC)$/.test(line)) depth++;
    if (line === 'EMC') depth--;
    if (depth === 0 && /(^| )(f\*?|S|s|B\*?|b\*?|sh|Do|Tj|TJ)$/.test(line)) found.push(line);
    if (depth < 0) found.push('EMC');
  }
  return depth === 0 ? found : [...found, 'open'];
}

describe.each(['2021', '2019'])('the form of %s', (edition) => {
  let tree: TagTree;
  let view: PageView;
  beforeAll(async () => {
    view = viewOf(edition);
    tree = await finished(view);
  });

  test('everything drawn is in the structure or an artifact; ids, parents and marks agree', () => {
    expectSound(tree);
    const numbers = tree.pages.map(
      (page) => page.match(/\/Artifact <<\/Type \/Pagination \/Subtype \/Footer >>BDC/g)?.length,
    );
    expect(numbers).toEqual(tree.pages.map(() => 1));
  });

  test('headings and tables stand in reading order', () => {
    const kept = tree.all.map(({ role }) => role).filter((role) => /^(H\d|Table|Caption|L)$/.test(role));
    expect(kept.join(' ')).toBe(`H1 H2 L L Table ${'Table Caption H2 '.repeat(3)}H2 H2`);
  });

  test('tables hold a caption and rows in groups, nothing else', () => {
    const tables = officialTables(tree);
    expect(tables.map(roles)).toEqual([
      expect.stringMatching(/^Caption( TBody){2,}$/),
      'Caption THead TBody',
      'Caption THead TBody',
    ]);
    const grids = view.sections.flatMap(({ table }) => (table ? [table.grid] : []));
    expect(tables.slice(1).map((table) => within(table, 'THead')[0]?.kids.length)).toEqual(
      grids.slice(1).map(({ head }) => head.length),
    );
    expect(within(tables[0] as Tag, 'TBody').map(({ kids }) => kids.length)).toEqual(
      grids[0]?.bodies.map(({ rows }) => rows.length),
    );
    for (const row of tagsOf(tree, 'TR')) expect(roles(row)).toMatch(/^(TH|TD)( TH| TD)*$/);
    expect(tables.flatMap((table) => table.marks)).toEqual([]);
  });

  test('every number names the headers that the page names for it, and every header its scope', () => {
    const grids = view.sections.flatMap(({ table }) => (table ? [table.grid] : []));
    for (const [index, table] of officialTables(tree).entries()) {
      const rows = [...(grids[index]?.head ?? []), ...(grids[index]?.bodies ?? []).flatMap((body) => body.rows)];
      const cells = rows.flatMap((row) => row.cells);
      const tags = within(table, 'TR').flatMap(({ kids }) => kids);
      expect(tags.map(({ role }) => role)).toEqual(cells.map(({ path }) => (path ? 'TD' : 'TH')));
      const idOf = new Map(cells.map((cell, at) => [cell.id, tags[at]?.id]));
      for (const [at, cell] of cells.entries()) {
        const named = (cell.headers ?? '').split(' ').filter(Boolean);
        if (cell.path) expect(new Set(tags[at]?.headers)).toEqual(new Set(named.map((id) => idOf.get(id))));
        else expect(tags[at]?.scope).toBe(/^row/.test(cell.scope ?? '') ? '/Row' : '/Column');
      }
    }
  });
});

test('lists have labels and bodies, links say where they lead, a table in the text has its head', async () => {
  const tree = await finished(viewOf('2021'));
  expect(tagsOf(tree, 'LI').map(roles)).toEqual(['Lbl LBody', 'Lbl LBody', 'Lbl LBody']);
  expect(tagsOf(tree, 'Table').map(roles)).toContain('THead TBody');
  const annotations = tree.document.getPages().flatMap(({ node }) => node.Annots()?.asArray() ?? []);
  const contents = annotations.map((ref) => tree.document.context.lookup(ref, PDFDict).lookup(PDFName.of('Contents')));
  expect(contents.map((text) => (text as { decodeText?: () => string }).decodeText?.())).toContain(
    'https://example.gov.cn/a?b=1&c=2',
  );
  const map = tree.document.catalog
    .lookup(PDFName.of('StructTreeRoot'), PDFDict)
    .lookup(PDFName.of('RoleMap'), PDFDict);
  expect(map.get(PDFName.of('Strong'))).toBe(PDFName.of('Span'));
});

test('a marked word keeps its place in its paragraph', async () => {
  const view = viewOf('2021');
  const [first, ...others] = view.sections;
  const html = '<p>甲乙<mark>丙丁</mark>戊己</p>';
  const tree = await finished({ ...view, sections: [{ ...(first as (typeof others)[number]), html }, ...others] });
  const { blocks } = await readPdf(tree.bytes);
  expect(blocks.map(({ text }) => text)).toContain('甲乙丙丁戊己');
});

test('the head that a long table repeats on its next page is an artifact there', async () => {
  const last = /(<tbody>)((?:(?!<tbody>).)*?)(<\/tbody>)(?!.*<tbody>)/s;
  const tree = await finished(pageView(distinctReport('2021')), (html) =>
    html.replace(last, (_, open, rows, close) => open + rows.repeat(60) + close),
  );
  expectSound(tree);
  const table = officialTables(tree).at(-1) as Tag;
  const pagesOf = (tag: Tag) =>
    new Set(
      [tag, ...within(tag, 'TH'), ...within(tag, 'TD')].flatMap(({ marks }) => marks.map((mark) => mark.split(':')[0])),
    );
  expect(pagesOf(within(table, 'THead')[0] as Tag).size).toBe(1);
  expect(pagesOf(within(table, 'TBody')[0] as Tag).size).toBeGreaterThan(1);
});

test('a chart is a figure with its words, the figure with its caption in a division', async () => {
  const text = '见图。\n\n{{chart "outcomes"}}\n\n{{chart "applicants"}}\n';
  const tree = await finished(pageView(readReport(put(nothingHappened(), 'problems.text', text))));
  expectSound(tree);
  const figures = tagsOf(tree, 'Figure');
  expect(figures).toHaveLength(2);
  for (const { alt } of figures) expect(alt).toMatch(/^条形图：/);
  const divisions = tagsOf(tree, 'Div').map(roles);
  expect(divisions.filter((kids) => kids.includes('Figure'))).toEqual(['Figure Caption', 'Figure Caption']);
});
