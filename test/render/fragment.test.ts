import { DomUtils, parseDocument } from 'htmlparser2';
import { expect, test } from 'vitest';
import { renderMarkdown } from '../../src/prose/markdown.ts';
import { fragment } from '../../src/render/fragment.ts';
import { withInlineStyles } from '../../src/render/inline-styles.ts';
import { readReport } from '../../src/report/report.ts';
import { parse } from '../../src/source/parse.ts';
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
    expect(textsOf(html, 'td')).toEqual([...report.cells.values()].map(({ text }) => text));
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
    for (const cell of elements(html, 'td')) expect(cell.attribs.align).toBe('center');
  },
);

test('it reads as the page does, apart from title and dates, whatever the prose holds', async () => {
  const view = pageView(readReport(parse(textOf('examples/format.yaml'), 'x').data));
  const html = await render(view);
  const page = templates.page({ page: view, generator: '', style: '' });
  const body = elements(page, 'main').map((main) => {
    for (const header of DomUtils.findAll(({ name }) => name === 'header', main.children))
      DomUtils.removeElement(header);
    return DomUtils.textContent(main).replace(/\s+/gu, '');
  });
  expect(textOfHtml(html)).toContain(body[0]);
  expect(textsOf(html, 'h3').length).toBeGreaterThan(0);
});

test('it is a body alone: inline styles, no head, title, class, id, script, font or address of anything', async () => {
  const html = await render(pageView(readReport(parse(textOf('examples/wenzhou-hrss-2023.yaml'), 'x').data)));
  expect(html).not.toMatch(/<(?:!doctype|html|head|body|title|h1|style|script|link|meta|img)\b/iu);
  expect(html).not.toMatch(/\s(?:class|id|headers|aria-\w+|data-\w+|on\w+)=|url\(|@font-face/u);
  for (const name of ['p', 'h2', 'h3', 'table', 'th', 'td', 'ul', 'li']) {
    expect(elements(html, name).length, name).toBeGreaterThan(0);
    for (const { attribs } of elements(html, name)) expect(attribs.style, name).toBeTruthy();
  }
  expect(elements(html, 'p')[0]?.attribs.style).toContain('text-indent:2em');
  expect(html.length).toBeLessThan(90_000);
});

test('a table and a list of the prose get borders and indents too; text stays text', () => {
  const html = withInlineStyles(
    '<table class="x"><tr><td style="text-align:right">1</td></tr></table><ul><li><p>a&lt;b&gt;&amp;“引”</p></li></ul>',
  );
  expect(html).toMatch(/^<table style="[^"]+" width="100%" border="1"/u);
  expect(elements(html, 'td')[0]?.attribs.style).toMatch(/text-align:center;.*;text-align:right$/u);
  expect(elements(html, 'p')[0]?.attribs.style).toMatch(/text-indent:0$/u);
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
  expect(textsOf(await render(view), 'td').filter((cell) => cell.startsWith('待填')).length).toBeGreaterThan(10);
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
    ...new Set(DomUtils.findAll(({ name }) => name === 'td', table.children).map(({ attribs }) => attribs.width)),
  ]);
  expect(widths).toEqual([[undefined], [undefined], ['6%'], ['6.6%']]);
  for (const table of elements(html, 'table'))
    expect(table.parent).toMatchObject({ name: 'div', attribs: { style: 'overflow-x:auto' } });
  expect(html).not.toMatch(/tabindex|role=/u);
  expect(elements(html, 'p')[0]?.attribs.style).toContain('overflow-wrap:break-word');
});
