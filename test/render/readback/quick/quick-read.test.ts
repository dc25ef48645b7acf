import { readdirSync, readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Browser } from '../../../../src/browser/types.ts';
import { quickRead } from '../../../../src/render/readback/quick/quick-read.ts';
import { readPdf } from '../../../../src/render/readback/read-pdf.ts';
import { readReport } from '../../../../src/report/report.ts';
import { parse } from '../../../../src/source/parse.ts';
import { pageView } from '../../../../src/view/page.ts';
import type { PageView } from '../../../../src/view/page-view.ts';
import { changedPdf, objectsOf, pdfOf, trailerOf, type WrittenObject } from '../../../fuzz/changed-pdf.ts';
import { randomOf } from '../../../fuzz/random.ts';
import { sharedBrowser } from '../../../shared-browser.ts';
import { distinctReport } from '../../distinct-report.ts';
import { printed, publicationOf } from '../../publication.ts';
import { withNote } from '../mutated-pdf.ts';
import { oddView } from './odd-report.ts';

// The quick reader gives what pdf.js gives, or nothing.

const viewOf = (name: string) => pageView(readReport(parse(readFileSync(`examples/${name}`, 'utf8'), 'x.yaml').data));
const examples = readdirSync('examples').filter((name) => name.endsWith('.yaml'));

/** Every cell has a long note, so that the tables go over several pages. */
function withLongTables(view: PageView): PageView {
  const sections = view.sections.map((section) => {
    if (!section.table) return section;
    const { grid } = section.table;
    const bodies = grid.bodies.map(({ rows }) => ({
      rows: rows.map((row) => ({
        ...row,
        cells: row.cells.map((cell) => (cell.path ? { ...cell, note: '一条说明'.repeat(12) } : cell)),
      })),
    }));
    return { ...section, table: { ...section.table, grid: { ...grid, bodies } } };
  });
  return { ...view, sections };
}

let browser: Browser;
let odd: Uint8Array;
beforeAll(async () => {
  browser = await sharedBrowser();
  odd = await printed(oddView(), browser);
});

async function expectSame(pdf: Uint8Array): Promise<void> {
  const content = quickRead(pdf);
  expect(content).not.toBe(undefined);
  expect(content).toEqual(await readPdf(pdf));
}

describe('the same content as pdf.js', () => {
  test.each(examples)('%s', async (name) => expectSame(await printed(viewOf(name), browser)));

  test('odd characters, lists, quotes, tables and links', () => expectSame(odd));

  test.each(['2021', '2019'])('tables over several pages, form of %s', async (edition) => {
    await expectSame(await printed(withLongTables(pageView(distinctReport(edition))), browser));
  });

  test('drawn, turned and hidden text, text beside the page, another letter spacing', async () => {
    const drawn = [
      '<svg width="200" height="90"><g transform="rotate(30)"><text x="40" y="30">甲 12</text></g>',
      '<text x="9" y="60" writing-mode="tb">乙 3</text><circle r="20" fill="red"/></svg>',
      '<p style="letter-spacing:3px">甲 乙 丙</p><p style="transform:scale(.5) rotate(90deg)">第 9 条</p>',
      '<p style="color:transparent">甲乙</p><p style="position:absolute;left:-90cm">甲</p>',
      '<p style="opacity:.3">甲 <span style="font-size:30px">乙</span>a</p>',
    ];
    const change = (html: string) => html.replace('</main>', `${drawn.join('')}</main>`);
    const publication = { receipt: { ...publicationOf(oddView()).receipt, draft: true as const } };
    await expectSame(await printed(oddView(), browser, { change, publication }));
  });
});

describe('a file that was changed', () => {
  let objects: WrittenObject[];
  let trailer: string;
  beforeAll(() => {
    objects = objectsOf(odd);
    trailer = trailerOf(odd);
  });

  test('whatever is changed, pdf.js reads the same, or the file is left to it', async () => {
    expect(quickRead(pdfOf(objects, trailer))).toEqual(quickRead(odd));
    const outcomes = { left: 0, same: 0, changed: 0 };
    for (let index = 0; index < 60; index++) {
      const changed = changedPdf(objects, trailer, randomOf('quick', 1, index));
      const content = quickRead(changed);
      if (!content) outcomes.left++;
      else {
        expect(content, `number ${index}`).toEqual(await readPdf(changed));
        outcomes[isDeepStrictEqual(content, quickRead(odd)) ? 'same' : 'changed']++;
      }
    }
    expect(Math.min(...Object.values(outcomes))).toBeGreaterThan(5);
  });

  /** Adds a line to the object with these words, or replaces them. */
  const withObject = (words: string, other: string) => {
    const at = objects.findIndex(({ text }) => text.includes(words));
    const one = objects[at] as WrittenObject;
    return pdfOf(objects.with(at, { ...one, text: one.text.replace(words, () => other) }), trailer);
  };
  const CATALOG = '/Type /Catalog';
  const PAGE = '/Type /Page\n';
  const FONT = '/Encoding /Identity-H';

  test.each([
    ['a script', CATALOG, `${CATALOG}\n/OpenAction << /S /JavaScript /JS (1) >>`],
    ['a script under a name in numbers', CATALOG, `${CATALOG}\n/Open#41ction << /S /JavaScript /JS (1) >>`],
    ['a script that has a name', '/EmbeddedFiles', '/JavaScript << /Names [ ] >>\n/EmbeddedFiles'],
    ['a form', CATALOG, `${CATALOG}\n/AcroForm << /Fields [ ] >>`],
    ['layers', CATALOG, `${CATALOG}\n/OCProperties << /OCGs [ ] >>`],
    ['an action of a page', PAGE, `${PAGE}/AA << >>\n`],
    ['a turned page', PAGE, `${PAGE}/Rotate 90\n`],
    ['a page that is cut', PAGE, `${PAGE}/CropBox [ 0 0 9 9 ]\n`],
    ['a note', '/Subtype /Link', '/Subtype /Text'],
    ['a link that runs something', '/S /URI', '/S /Launch'],
    ['a link to a script', '(https://', '(javascript:'],
    ['another encoding', FONT, '/Encoding /Identity-V'],
    ['a font without its text', '/ToUnicode', '/Other'],
    ['a key twice', PAGE, `${PAGE}/Tabs /R\n`],
    ['an object that is nowhere', '/Contents ', '/Contents 9000'],
    ['a file that begins in another place', PAGE, `${PAGE}/Linearized 1\n`],
    ['a comment', PAGE, `% a comment\n${PAGE}`],
  ])('%s is left to pdf.js', (_, words, other) => {
    expect(quickRead(withObject(words, other))).toBe(undefined);
  });

  test('bytes outside the objects, a second table, a missing end and a password are left to pdf.js', () => {
    const text = Buffer.from(odd).toString('latin1');
    const read = (changed: string) => quickRead(Buffer.from(changed, 'latin1'));
    expect(read(text)).not.toBe(undefined);
    expect(read(`${text}%%EOF`)).toBe(undefined);
    expect(read(`\n${text}`)).toBe(undefined);
    expect(read(text.slice(0, -8))).toBe(undefined);
    expect(read(text.replace('\nxref\n', '\n\n1 0 obj\n1\nendobj\nxref\n'))).toBe(undefined);
    expect(quickRead(pdfOf(objects, trailer.replace('/Root', '/Encrypt 4 0 R\n/Root')))).toBe(undefined);
    expect(quickRead(pdfOf(objects, trailer.replace('/Root', '/Prev 15\n/Root')))).toBe(undefined);
    expect(quickRead(new Uint8Array())).toBe(undefined);
  });

  test('object streams, as another program writes them, and a note upon a page are left to pdf.js', async () => {
    expect(quickRead(await withNote(odd))).toBe(undefined);
  });
});

describe('a file that would take without end', () => {
  const at = (objects: readonly WrittenObject[], words: RegExp) =>
    objects.findIndex(({ text, stream }) => words.test(stream ?? text));
  const withStream = (change: (stream: string) => string): Uint8Array => {
    const objects = objectsOf(odd);
    const place = at(objects, /^BT$/m);
    const { stream = '', ...one } = objects[place] as WrittenObject;
    return pdfOf(objects.with(place, { ...one, stream: change(stream) }), trailerOf(odd));
  };

  test.each([
    ['40 MB of content', (stream: string) => stream + ' '.repeat(40 << 20)],
    ['a million operators', (stream: string) => `${stream}${'n '.repeat(1_000_000)}`],
    ['lists inside each other', (stream: string) => `${stream}${'['.repeat(100_000)}`],
    ['a long string without an end', (stream: string) => `${stream}(${'a'.repeat(1 << 20)}`],
    ['states that are never restored', (stream: string) => `${stream}${'q '.repeat(100_000)}`],
  ])('%s', (_, change) => {
    expect(quickRead(withStream(change))).toBe(undefined);
  });

  test('elements inside each other, each of them twice', () => {
    const objects = objectsOf(odd);
    const place = at(objects, /\/S \/Table\n/);
    const one = objects[place] as WrittenObject;
    const FIRST = 90_000;
    const chain = Array.from({ length: 25 }, (_, index) => {
      const number = FIRST + index;
      const kids = index < 24 ? `${number + 1} 0 R ${number + 1} 0 R` : '';
      const parent = index === 0 ? one.number : number - 1;
      return { number, text: `<<\n/Type /StructElem\n/S /Table\n/P ${parent} 0 R\n/K [ ${kids} ]\n>>` };
    });
    const root = { ...one, text: one.text.replace('/K [ ', `/K [ ${FIRST} 0 R `) };
    expect(quickRead(pdfOf([...objects.with(place, root), ...chain], trailerOf(odd)))).toBe(undefined);
  });
});
