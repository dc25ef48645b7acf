import { beforeAll, expect, test } from 'vitest';
import type { Browser } from '../../src/browser/types.ts';
import { type PageFault, PageFaults } from '../../src/diagnostics/page-faults.ts';
import { fontFaces } from '../../src/fonts/font-face.ts';
import { subsetFonts } from '../../src/fonts/subset.ts';
import { pageView } from '../../src/view/page.ts';
import type { PageView } from '../../src/view/page-view.ts';
import { sharedBrowser } from '../shared-browser.ts';
import { distinctReport } from './distinct-report.ts';
import { officialPage, printed } from './publication.ts';

// A page that a template has spoilt is never printed: what is wrong is named, with the cell.

let browser: Browser;
const view = pageView(distinctReport('2021'));
const CELL = 'applications.outcomes.disclosed.natural_person';

beforeAll(async () => {
  browser = await sharedBrowser();
});

/** The faults found on a changed page; empty if the page is printed. */
async function found(change: (html: string) => string, page: PageView = view): Promise<PageFault[]> {
  try {
    await printed(page, browser, { change });
    return [];
  } catch (error) {
    if (!(error instanceof PageFaults)) throw error;
    return [...error.faults];
  }
}

const styled = (css: string) => (html: string) => html.replace('</style>', `${css}</style>`);
const withProse = (html: string): PageView => ({
  ...view,
  sections: view.sections.map((section, index) => (index === 0 ? { ...section, html } : section)),
});

test('the official page has no fault', async () => {
  expect(await found((html) => html)).toEqual([]);
  expect(await found((html) => html, pageView(distinctReport('2019')))).toEqual([]);
});

test.each([
  ['display: none', 'page-content'],
  ['visibility: hidden', 'page-content'],
  ['opacity: 0', 'page-content'],
  ['font-size: 0', 'page-content'],
])('a cell with %s is missed', async (style, rule) => {
  const faults = await found(styled(`[data-path="${CELL}"] { ${style} }`));
  expect(faults).toContainEqual(expect.objectContaining({ rule, path: CELL }));
});

test('a cell that the template leaves out, or prints otherwise, is named', async () => {
  const cell = new RegExp(`(<td[^>]*data-path="${CELL}">)([^<]*)(</td>)`, 'u');
  expect(await found((html) => html.replace(cell, ''))).toMatchObject([{ rule: 'page-content', path: CELL }]);
  expect(await found((html) => html.replace(cell, '$11$2$3'))).toMatchObject([{ rule: 'page-content', path: CELL }]);
});

test('two cells that are swapped are noticed, path and all or on paper only', async () => {
  const [one, other] = [CELL, 'applications.outcomes.disclosed.commercial_enterprise'];
  const cells = new RegExp(`(<td[^>]*data-path="${one}">[^<]*</td>)(<td[^>]*data-path="${other}">[^<]*</td>)`, 'u');
  expect(await found((html) => html.replace(cells, '$2$1'))).toMatchObject([{ rule: 'page-content', path: one }]);
  const moved = await found(styled(`[data-path="${other}"] { position: relative; left: -11.5mm; }`));
  expect(moved).toContainEqual(expect.objectContaining({ rule: 'page-layout', path: other }));
});

test('a heading that is hidden, or out of its place, is named', async () => {
  const faults = await found(styled('#section-5-title { display: none }'));
  expect(faults).toMatchObject([{ rule: 'page-content', words: '存在的主要问题及改进情况' }]);
  expect(await found((html) => html.replaceAll('五、存在的', '五、存在'))).toMatchObject([{ rule: 'page-content' }]);
});

test('a label of the form that is changed is named', async () => {
  expect(await found((html) => html.replace('>尚未审结</th>', '>未审结</th>'))).toMatchObject([
    { rule: 'page-content', words: '尚未审结' },
  ]);
});

test('a cell too narrow for its number is clipped', async () => {
  const css = `.matrix { table-layout: fixed; } .matrix col.number { width: 3mm; }`;
  const faults = await found(styled(css));
  expect(faults).toContainEqual(
    expect.objectContaining({ rule: 'page-layout', path: 'applications.received.natural_person' }),
  );
});

test('a table that is wider than the page is named by a cell', async () => {
  const faults = await found(styled('.matrix { width: 180mm; }'));
  expect(faults).toMatchObject([{ rule: 'page-layout', path: expect.stringMatching(/^applications\./) }]);
});

test('a word wider than the page is broken; where the template forbids that, it is named', async () => {
  const page = withProse(`<p>见${'a'.repeat(200)}。</p>`);
  expect(await found((html) => html, page)).toEqual([]);
  const faults = await found(styled('body { overflow-wrap: normal !important; word-break: normal }'), page);
  expect(faults).toMatchObject([{ rule: 'page-layout', words: expect.stringMatching(/^见a+/) }]);
});

test('text that is cut off, and a block printed over another', async () => {
  const page = withProse(`<p>${'长'.repeat(300)}</p><p>短</p>`);
  const cut = await found(styled('#section-1 p { max-height: 2em; overflow: hidden }'), page);
  expect(cut).toMatchObject([{ rule: 'page-layout', words: '长'.repeat(20) }]);
  const over = await found(styled('#section-1 p + p { margin-top: -1.5em }'), page);
  expect(over).toMatchObject([{ rule: 'page-layout', words: '短' }]);
});

test('a font that lacks a character of the page is noticed', async () => {
  const whole = await officialPage(view);
  const { fonts } = await subsetFonts({ song: whole.slice(whole.indexOf('<body>')).replaceAll('限', '—') });
  const faults = await found((html) => html.replace(/@font-face\{font-family:"OGI Song"[^}]*\}/u, fontFaces(fonts)));
  expect(faults).toMatchObject([{ rule: 'glyph-missing', words: '限' }]);
});

test.each([
  ['.preface::before { content: "☃" }', '☃'],
  ['@media print { h2::after { content: "\\2603 " } }', '☃'],
  ['@page :left { @top-left { content: "☃" } }', '☃'],
  ['.preface p { font-family: "OGI Kai" }', '2'],
])('a glyph that only the style sheet asks for is noticed: %s', async (css, words) => {
  const faults = await found(styled(css));
  expect(faults).toContainEqual(expect.objectContaining({ rule: 'glyph-missing', words }));
});

test('what the style sheet adds to nothing on the page, or only on screen, does not count', async () => {
  expect(await found(styled('.nowhere::before, aside::after { content: "☃" }'))).toEqual([]);
  expect(await found(styled('@media screen { h2::after { content: "☃" } }'))).toEqual([]);
});

test('rare characters, lists and emphasis are printed', async () => {
  const page = withProse('<p>喆、𬭼、繁體、龘<strong>𬭼</strong></p><ol><li>一</li></ol><ul><li>二</li></ul>');
  expect(await found((html) => html, page)).toEqual([]);
});
