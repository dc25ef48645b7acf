import { DomUtils, parseDocument as parseHtml } from 'htmlparser2';
import { expect, test } from 'vitest';
import { isMap, isPair, isSeq, parseDocument, visit } from 'yaml';
import type { Checked } from '../../src/check/check.ts';
import { readReport } from '../../src/report/report.ts';
import { parse } from '../../src/source/parse.ts';
import { pageView } from '../../src/view/page.ts';
import { checkedOf, draftFrom, draftOf, EVERY_REPORT, textOf } from './drafts.ts';
import { official } from './publication.ts';

const templates = await official;
const pageFrom = (checked: Checked) => {
  const publication = draftFrom(checked);
  return publication && templates.page({ page: publication.view, generator: '', style: '' });
};
const page = (text: string) => pageFrom(checkedOf(text));
const textIn = (html: string) => DomUtils.textContent(parseHtml(html));

/** Text that no draft may show. */
function expectSound(html: string | undefined, { report, source }: Checked): void {
  if (html === undefined || report === undefined) throw new Error(`can not be read: ${source.text}`);
  const { children } = parseHtml(html);
  // Cells of the form: a table in a text has no paths.
  const cells = DomUtils.findAll(({ attribs }) => attribs['data-path'] !== undefined, children).map((cell) =>
    DomUtils.textContent(cell),
  );
  const expected = [...report.cells.values()].filter(({ path }) => !path.startsWith('other_matters.'));
  expect(cells.map((cell) => cell.replace(/(（[^）]*）)?(〔\d+〕)*$/u, ''))).toEqual(
    expected.map((cell) => (cell.state === 'unknown' ? '待填' : cell.text)),
  );
  const shown = DomUtils.textContent(children).split('草稿附注')[0] ?? '';
  expect(shown).not.toMatch(/undefined|NaN|\[object|\bnull\b/u);
  // The six sections and the notes. The preface can have headings of this level too.
  const headings = DomUtils.findAll(({ name, attribs }) => name === 'h2' && /-title$/.test(attribs.id ?? ''), children);
  expect(headings).toHaveLength(7);
  for (const paragraph of DomUtils.findAll(({ name }) => /^(p|h[1-6])$/u.test(name), children)) {
    expect(DomUtils.textContent(paragraph).trim()).not.toBe('');
  }
}

const PAGES = EVERY_REPORT.map(([name, text]) => {
  const checked = checkedOf(text);
  return [name, checked, pageFrom(checked)] as const;
});

test.each(PAGES)('the draft of %s shows every number there is, and every gap', (_, checked, html) => {
  const { diagnostics, waived, source } = checked;
  if (html === undefined) return expect(source.data).toBeUndefined();
  expectSound(html, checked);
  expect(html.match(/<li id="draft-note-\d+">/gu) ?? []).toHaveLength(diagnostics.length + waived.length);
});

test('most of those reports can be read, and most have something to note', () => {
  expect(PAGES.filter(([, , html]) => html?.includes('draft-note-1"')).length).toBeGreaterThan(40);
});

const WRONG = ['null', '""', '" "', '无', '-1', '12.5', 'true', '[]', '{}', '[1, {a: 2}]', '{ a: { b: 1 } }'];

/** The keys on the way to each value of a report file; one item of a list is like the others. */
function placesIn(text: string): string[][] {
  const places: string[][] = [];
  visit(parseDocument(text), {
    Pair: (_, pair, ancestors) => {
      if (!ancestors.some((node, index) => isSeq(node) && node.items.indexOf(ancestors[index + 1] as never) > 0))
        places.push([...ancestors.filter(isPair), pair].map(({ key }) => String(key)));
    },
  });
  return places;
}

const NEWEST = 'examples/wenzhou-hrss-2023.yaml';
const KNOWN = new Set(placesIn(textOf(NEWEST)).map(String));

test.each([
  [NEWEST, placesIn(textOf(NEWEST))],
  ['examples/2019-form.yaml', placesIn(textOf('examples/2019-form.yaml')).filter((keys) => !KNOWN.has(String(keys)))],
])('whatever value is in %s, or none, the draft is complete', (file, places) => {
  const text = textOf(file);
  expect(places.length).toBeGreaterThan(10);
  places.forEach((keys, index) => {
    for (const value of [undefined, WRONG[(index + file.length) % WRONG.length]]) {
      const checked = checkedOf(mutated(text, keys, value));
      expectSound(pageFrom(checked), checked);
    }
  });
});

/** The file with another value at a key, or without the key. */
function mutated(text: string, keys: readonly string[], value: string | undefined): string {
  const document = parseDocument(text);
  const path: (string | number)[] = [];
  let node: unknown = document.contents;
  for (const key of keys) {
    if (isSeq(node)) {
      path.push(0);
      node = node.items[0];
    }
    path.push(key);
    node = isMap(node) ? node.get(key, true) : undefined;
  }
  if (value === undefined) document.deleteIn(path);
  else document.setIn(path, parseDocument(value).contents);
  return document.toString({ lineWidth: 0 });
}

test('a file that is no report at all is a draft full of gaps', () => {
  for (const text of ['hello', '[1, 2]', '12', 'year: 2023', 'applications: [1]']) {
    const checked = checkedOf(text);
    const html = pageFrom(checked);
    expectSound(html, checked);
    expect(textIn(html ?? '')).toContain('机关全称待填');
  }
});

test('the receipt says that it is a draft, and a date that is none is left out', () => {
  const draft = draftOf(textOf('examples/broken.yaml'));
  expect(draft?.receipt.draft).toBe(true);
  expect(draft?.date).toBeUndefined();
  expect(draftOf(textOf('test/fixtures/sound/corrected.yaml'))?.date).toBe('2024-03-01');
});

test('a note names severity, rule, line, printed name, message and what to do; a consequence its cause', () => {
  const html = page(textOf('examples/broken.yaml')) ?? '';
  const text = textIn(html);
  expect(text).toMatch(/〔\d+〕错误 第20行，行政许可 · 本年处理决定数量/u);
  expect(text).toContain('“36件”带了单位“件”');
  expect(text).toContain('建议：写成 36');
  expect(text).toMatch(/起因见〔\d+〕/u);
  const lines = [...text.matchAll(/〔\d+〕(?:错误|警告|提示) 第(\d+)行/gu)].map(([, line]) => Number(line));
  expect(lines.length).toBeGreaterThan(20);
  expect(lines).toEqual([...lines].sort((a, b) => a - b));
});

test('what is waived is noted with its reason; markup in it is text', () => {
  const late = textOf('examples/wenzhou-hrss-2023.yaml').replace(/^published: .*$/mu, 'published: 2025-06-30');
  const waiver = {
    rule: 'published-late',
    at: 'published',
    values: { published: '2025-06-30' },
    reason: '<b>补录</b>',
  };
  const draft = draftOf(`${late}\nwaivers: [${JSON.stringify(waiver)}]\n`);
  expect(draft?.view.draft?.notes).toMatchObject([
    { severity: '警告，已豁免', rule: 'published-late', reason: '<b>补录</b>' },
  ]);
  const html = templates.page({ page: draft?.view, generator: '', style: '' });
  expect(html).toContain('豁免的理由：&lt;b&gt;补录&lt;/b&gt;');
});

test('the cells a note concerns lead to it, and every such link leads somewhere', () => {
  const html = page(textOf('examples/broken.yaml')) ?? '';
  const links = [...html.matchAll(/href="#([^"]+)"/gu)].map(([, id]) => id);
  expect(links.length).toBeGreaterThan(10);
  for (const id of links) expect(html).toContain(`id="${id}"`);
  expect(html).toMatch(/data-path="applications\.received\.total">17<sup><a href="#draft-note-13">〔13〕<\/a><\/sup>/u);
});

test('a draft without a finding says so; a final page has nothing of a draft', () => {
  const text = textOf('examples/wenzhou-hrss-2023.yaml');
  expect(textIn(page(text) ?? '')).toContain('没有发现问题');
  const view = pageView(readReport(parse(text, 'x').data));
  expect(templates.page({ page: view, generator: '', style: '' })).not.toMatch(/草稿|draft|待填|watermark|<sup/u);
});
