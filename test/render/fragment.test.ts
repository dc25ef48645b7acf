import { DomUtils, parseDocument } from 'htmlparser2';
import { expect, test } from 'vitest';
import { renderMarkdown } from '../../src/prose/markdown.ts';
import { fragment } from '../../src/render/fragment.ts';
import { withInlineStyles } from '../../src/render/inline-styles.ts';
import { readReport } from '../../src/report/report.ts';
import { parse } from '../../src/source/parse.ts';
import { cellsOf, type Grid } from '../../src/view/grid.ts';
import { pageView } from '../../src/view/page.ts';
import type { PageView } from '../../src/view/page-view.ts';
import { distinctReport } from './distinct-report.ts';
import { draftOf, textOf } from './drafts.ts';
import { official, publicationOf } from './publication.ts';

const templates = await official;
const render = async (view: PageView): Promise<string> => {
  const pageOf = () => Promise.reject(new Error('no page is needed'));
  const browser = () => Promise.reject(new Error('no browser is needed'));
  const signal = new AbortController().signal;
  const bytes = await fragment.render({
    publication: publicationOf(view),
    page: '',
    pageOf,
    templates,
    browser,
    signal,
  });
  return new TextDecoder().decode(bytes);
};
type Element = ReturnType<typeof DomUtils.findAll>[number];
const elements = (html: string, name: string) =>
  DomUtils.findAll((element) => element.name === name, parseDocument(html).children);
const textsOf = (html: string, name: string) => elements(html, name).map((element) => DomUtils.textContent(element));
const textOfHtml = (html: string) => DomUtils.textContent(parseDocument(html)).replace(/\s+/gu, '');

/** Removes everything that the editor of a website may remove: styles, names, scripts, all but plain structure. */
function pasted(html: string): string {
  const document = parseDocument(html);
  for (const element of DomUtils.findAll(() => true, document.children)) {
    const kept = ['colspan', 'rowspan', 'scope', 'border', 'cellspacing', 'cellpadding', 'align', 'width'];
    for (const key of Object.keys(element.attribs)) if (!kept.includes(key)) delete element.attribs[key];
    if (['style', 'script', 'link', 'meta', 'title'].includes(element.name)) DomUtils.removeElement(element);
    if (['div', 'span', 'section', 'article', 'header', 'main', 'aside', 'mark'].includes(element.name)) {
      for (const child of [...element.children]) DomUtils.prepend(element, child);
      DomUtils.removeElement(element);
    }
  }
  return DomUtils.getOuterHTML(document, { encodeEntities: 'utf8' });
}

test.each(['2021', '2019'])(
  'pasted into an editor that strips it, every cell, header and heading of %s is still there, in its order',
  async (edition) => {
    const report = distinctReport(edition);
    const view = pageView(report);
    const html = pasted(await render(view));
    expect(html).not.toMatch(/<(?:div|span|style)|class=|id=|style=/u);
    const cells = textsOf(html, 'td');
    expect(cells.map((text) => text.trim())).toEqual([...report.cells.values()].map(({ text }) => text));
    // Without borders and padding, the numbers of neighbouring cells don't run together.
    for (const text of cells) expect(text).toMatch(/^\u2005\S+\u2005$/u);
    const tables = view.sections.flatMap(({ table }) => table ?? []);
    const headers = tables.flatMap(({ grid }) =>
      [...grid.head, ...grid.bodies.flatMap(({ rows }) => rows)]
        .flatMap(({ cells }) => cells)
        .flatMap((cell) =>
          cell.path === undefined ? [[cell.text, cell.scope, cell.colspan?.toString(), cell.rowspan?.toString()]] : [],
        ),
    );
    const printed = elements(html, 'th').map((th) => [
      DomUtils.textContent(th),
      th.attribs.scope,
      th.attribs.colspan,
      th.attribs.rowspan,
    ]);
    expect(printed).toEqual(headers);
    expect(textsOf(html, 'h2')).toEqual(view.sections.map(({ title }) => title));
    const order = ['编制', ...view.sections.flatMap(({ title, table }) => (table ? [title, '<table'] : [title]))];
    let at = 0;
    for (const words of order) {
      const next = html.indexOf(words, at);
      expect(next, words).toBeGreaterThanOrEqual(at);
      at = next;
    }
    for (const table of elements(html, 'table')) {
      expect(table.attribs).toMatchObject({ border: '1', cellspacing: '0', cellpadding: '4' });
    }
    for (const body of elements(html, 'tbody')) expect(body.attribs.align).toBe('center');
  },
);

/** Removes every attribute, as strict websites do. */
const bare = (html: string): string => html.replace(/<([a-z][a-z0-9]*)\s[^>]*>/gu, '<$1>');

test.each(['2021', '2019'])(
  'without a single attribute, a number of %s is below its own header, or a sentence above the table names the columns',
  async (edition) => {
    const view = pageView(distinctReport(edition));
    const html = bare(await render(view));
    expect(html).not.toMatch(/<[^>]*=/u);
    const grids = view.sections.flatMap(({ table }) => table?.grid ?? []);
    expect(elements(html, 'table')).toHaveLength(grids.length);
    for (const [index, table] of elements(html, 'table').entries()) {
      const columns = DomUtils.findOne(({ name }) => name === 'caption', table.children);
      if (columns) expect(namedIn(DomUtils.textContent(columns))).toEqual(headersOf(grids[index] as Grid));
      else for (const row of tableRows(table)) expectAligned(row, tableRows(table));
    }
    expect(elements(html, 'caption')).toHaveLength(2);
  },
);

/** The columns that a sentence names: 自然人, 商业企业, … */
const namedIn = (sentence: string): string[] =>
  (/：(.*?)。/u.exec(sentence)?.[1] ?? '')
    .split(/[、）]+/u)
    .map((words) => words.replace(/^.*（/u, ''))
    .filter(Boolean);

/** The header right above each number of the first row that has any. */
function headersOf({ head, bodies }: Grid): string[] {
  const texts = new Map(cellsOf({ columns: [], head, bodies: [] }).map(({ id, text }) => [id, text]));
  const [first] = bodies.flatMap(({ rows }) => rows);
  const numbers = (first?.cells ?? []).filter(({ path }) => path !== undefined);
  return numbers.map(
    ({ headers = '' }) =>
      headers
        .split(' ')
        .flatMap((id) => texts.get(id) ?? [])
        .at(-1) ?? '',
  );
}

const tableRows = (table: Element): Element[][] =>
  DomUtils.findAll(({ name }) => name === 'tr', table.children).map((row) =>
    DomUtils.findAll(({ name }) => name === 'td' || name === 'th', row.children),
  );

/** A row with numbers has as many cells as the row of headers above it. */
function expectAligned(row: readonly Element[], rows: readonly (readonly Element[])[]): void {
  if (row.every(({ name }) => name === 'th')) return;
  const above = rows.slice(
    0,
    rows.findIndex(([first]) => first === row[0]),
  );
  expect(row).toHaveLength(
    above.findLast((cells) => cells.length > 1 && cells.every(({ name }) => name === 'th'))?.length ?? 0,
  );
}

test('it reads as the page does, apart from title and dates, whatever the prose holds', async () => {
  const view = pageView(readReport(parse(textOf('examples/format.yaml'), 'x').data));
  const html = await render(view);
  const page = templates.page({ page: view, generator: '', style: '' });
  const body = elements(page, 'main').map((main) => {
    for (const header of DomUtils.findAll(({ name }) => name === 'header', main.children))
      DomUtils.removeElement(header);
    return DomUtils.textContent(main).replace(/\s+/gu, '');
  });
  // Only a fragment names the columns in a sentence.
  expect(textOfHtml(html.replace(/<caption[\s\S]*?<\/caption>/gu, ''))).toContain(body[0]);
  expect(textsOf(html, 'h3').length).toBeGreaterThan(0);
});

test('it is a body alone: inline styles, no head, title, class, id, script, font or address of anything', async () => {
  const html = await render(pageView(readReport(parse(textOf('examples/wenzhou-hrss-2023.yaml'), 'x').data)));
  expect(html).not.toMatch(/<(?:!doctype|html|head|body|title|h1|style|script|link|meta|img)\b/iu);
  expect(html).not.toMatch(/\s(?:class|id|headers|aria-labelledby|data-\w+|on\w+)=|url\(|@font-face/u);
  for (const name of ['div', 'p', 'h2', 'h3', 'table', 'col', 'tr', 'th', 'ul']) {
    expect(elements(html, name).length, name).toBeGreaterThan(0);
    for (const { attribs } of elements(html, name)) expect(attribs.style, name).toBeTruthy();
  }
  expect(elements(html, 'div')[0]?.attribs.style).toContain('text-indent:2em');
  // Numbers need no style of their own.
  for (const { attribs } of elements(html, 'td')) expect(attribs.style).toBeUndefined();
  expect(Buffer.byteLength(html)).toBeLessThan(20_000);
});

test('a table and a list of the prose get borders and indents too; text stays text', () => {
  const html = withInlineStyles(
    '<table class="x"><tr><td style="text-align:right">1</td></tr></table><ul><li><p>a&lt;b&gt;&amp;“引”</p></li></ul>',
  );
  const [table] = elements(html, 'table');
  expect(table?.attribs).toMatchObject({ width: '100%', border: '1' });
  expect(table?.attribs.style).toContain('text-align:center;text-indent:0');
  expect(elements(html, 'td')[0]?.attribs.style).toBe('border:1px solid #000;text-align:right');
  expect(elements(html, 'ul')[0]?.attribs.style).toMatch(/text-indent:0$/u);
  expect(html).toContain('a&lt;b&gt;&amp;“引”');
});

test('a correction stands before everything else, with both dates, as text', async () => {
  const report = readReport(parse(textOf('test/fixtures/sound/corrected.yaml'), 'x').data);
  const html = await render(pageView(report));
  expect(textOfHtml(html)).toMatch(/^更正说明：本报告于2024年1月22日发布，2024年3月1日更正。更正了表三/u);
  expect(html).toContain('&lt;b&gt;原为15&lt;/b&gt;');
});

test('the fragment of a draft says so first, marks what is unknown and ends with the notes', async () => {
  const view = draftOf(textOf('examples/broken.yaml'))?.view as PageView;
  const text = textOfHtml(await render(view));
  expect(text).toMatch(/^草稿，请勿发布。/u);
  expect(textsOf(await render(view), 'td').filter((cell) => cell.trim().startsWith('待填')).length).toBeGreaterThan(10);
  expect(text).toMatch(/没有其他需要报告的事项。草稿附注/u);
  expect(text).toContain('17〔13〕');
});

test('columns of numbers are equally wide even without styles; a table of the prose may scroll, a long word breaks', async () => {
  const view = pageView(distinctReport('2021'));
  const [first, ...rest] = view.sections;
  if (!first) throw new Error('no section');
  const own = renderMarkdown('| 甲 | 乙 |\n|---|---|\n| 1 | 2 |', () => undefined);
  const html = await render({ ...view, sections: [{ ...first, html: own }, ...rest] });
  const widths = elements(pasted(html), 'table').map((table) => [
    ...new Set(DomUtils.findAll(({ name }) => name === 'col', table.children).map(({ attribs }) => attribs.width)),
  ]);
  expect(widths).toEqual([[], [undefined], [undefined, '6%'], ['6.6%']]);
  for (const table of elements(html, 'table'))
    expect(table.parent).toMatchObject({ name: 'div', attribs: { style: 'overflow-x:auto' } });
  // What scrolls can be scrolled with the keyboard and has a name.
  for (const { parent } of elements(html, 'table'))
    expect(parent).toMatchObject({
      attribs: { tabindex: '0', role: 'group', 'aria-label': expect.stringMatching(/./u) },
    });
  expect(elements(html, 'div')[0]?.attribs.style).toContain('overflow-wrap:break-word');
});
