import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { check } from '../../../src/check/check.ts';
import { publicationOf } from '../../../src/publish/publication.ts';
import { docxOf, readDocx } from '../../../src/render/docx-document/document.ts';
import { looksOf } from '../../../src/render/readback/word/looks.ts';
import { parse } from '../../../src/source/parse.ts';
import { textOf } from '../drafts.ts';
import { outOfOrder } from './schema-order.ts';

/** How Word and WPS show a document, as far as its XML tells. */

const example = textOf('examples/wenzhou-hrss-2023.yaml');
const built = (text: string): Promise<Uint8Array> =>
  docxOf(publicationOf(check(parse(text, 'a.yaml')), { formats: ['docx'], base: 'a', template: 'x' }));
const partsOf = async (text: string): Promise<(name: string) => string> => {
  const bytes = await built(text);
  expect(outOfOrder(bytes)).toEqual([]);
  const files = unzipSync(bytes);
  return (name) => strFromU8(files[`word/${name}.xml`] ?? new Uint8Array());
};
const tablesIn = (xml: string) => xml.match(/<w:tbl>.*?<\/w:tbl>/gsu) ?? [];
const rowsIn = (xml: string) => xml.match(/<w:tr>.*?<\/w:tr>/gsu) ?? [];
const paragraphsIn = (xml: string) => xml.match(/<w:p>.*?<\/w:p>/gsu) ?? [];
/** Whether each row is kept with the next: all of its paragraphs, also those of covered cells, say so. */
const kept = (table: string) =>
  rowsIn(table).map((row) => paragraphsIn(row).every((paragraph) => paragraph.includes('<w:keepNext/>')));

const part = await partsOf(example);
const [two = '', three = '', four = ''] = tablesIn(part('document'));

test('faces have the names that offices have; where one is missing, Windows has another', () => {
  const styles = part('styles');
  expect(styles).toMatch(/"Title".*?w:eastAsia="方正小标宋简体".*?<\/w:style>/s);
  expect(styles).toMatch(/<w:rPrDefault>.*?w:eastAsia="仿宋_GB2312".*?<\/w:rPrDefault>/s);
  expect(styles).toMatch(/"Heading1".*?w:eastAsia="黑体".*?"Heading2".*?w:eastAsia="楷体_GB2312"/s);
  const fonts = part('fontTable');
  const used = new Set(
    ['styles', 'document', 'numbering'].flatMap((name) => part(name).match(/(?<=w:eastAsia=")[^"-]+(?=")/gu) ?? []),
  );
  for (const name of used) expect(fonts).toContain(`w:name="${name}"`);
  expect(fonts).toMatch(/w:name="仿宋_GB2312"><w:altName w:val="仿宋,/);
  expect(fonts).toMatch(/w:name="方正小标宋简体"><w:altName w:val="[^"]*,宋体"/);
});

test('a page has 22 lines of 28 characters', () => {
  const [, width = 0, right = 0, left = 0] =
    /<w:pgSz w:w="(\d+)".*?w:right="(\d+)".*?w:left="(\d+)"/.exec(part('document'))?.map(Number) ?? [];
  const [, pitch = 0, space = 0] =
    /<w:docGrid w:type="linesAndChars" w:linePitch="(\d+)" w:charSpace="(-?\d+)"/.exec(part('document'))?.map(Number) ??
    [];
  expect(Math.floor((225 * 1440) / 25.4 / pitch)).toBe(22);
  expect(Math.floor((width - left - right) / (20 * (16 + space / 4096)))).toBe(28);
  expect(part('styles')).toMatch(new RegExp(`"Body".*?w:line="${pitch}" w:lineRule="exact"`, 's'));
});

test('page numbers are outside, one character from the edge of the text', () => {
  expect(part('settings')).toContain('<w:evenAndOddHeaders/>');
  const [odd = '', even = ''] = ['default', 'even'].map((type) => {
    const id = new RegExp(`<w:footerReference w:type="${type}" r:id="(\\w+)"`).exec(part('document'))?.[1];
    return part(`footer${Number(id?.slice(3)) - 5}`);
  });
  expect(odd).toContain('<w:ind w:right="280"/><w:jc w:val="right"/>');
  expect(even).toContain('<w:ind w:left="280"/><w:jc w:val="left"/>');
});

test('rows of a block stay together, tables three and four on a page; header rows are repeated', () => {
  for (const table of [two, three, four]) {
    expect(rowsIn(table).every((row) => row.includes('<w:cantSplit/>'))).toBe(true);
    expect(table).toMatch(/<w:tblCaption w:val="[二三四]、/);
  }
  const lastOfBlock = [3, 6, 10, 13];
  expect(kept(two)).toEqual(rowsIn(two).map((_, index) => !lastOfBlock.includes(index)));
  expect(new Set([...kept(three), ...kept(four)])).toEqual(new Set([true]));
  expect([three, four].map((table) => rowsIn(table).filter((row) => row.includes('<w:tblHeader/>')).length)).toEqual([
    3, 3,
  ]);
});

test('lines of the narrow headers of table three are balanced; other headers have the width of their column', () => {
  expect(three).toMatch(/<w:ind w:left="(\d+)" w:right="\1"\/><\/w:pPr><w:r><w:t[^>]*>商业企业/);
  expect(two + four).not.toContain('<w:ind ');
});

test('the last row of a table stays with its footnote', async () => {
  const noted = await partsOf(example.replace(/^active_disclosure:\n/mu, '$&  footnote: 含上年。\n'));
  const document = noted('document');
  expect(kept(tablesIn(document)[0] ?? '').at(-1)).toBe(true);
  expect(document).toMatch(/<\/w:tbl><w:p><w:pPr><w:pStyle w:val="Footnote"\/><\/w:pPr>.{0,60}注：含上年。/s);
});

test('a note of a cell has a line of its own; numbers too wide for their column make those of the table smaller', async () => {
  const noted = await partsOf(example.replace('total: 16', 'total: { value: 1234567, note: 其中1件转交 }'));
  const [, table = ''] = tablesIn(noted('document'));
  expect(table).toMatch(
    />1234567<\/w:t><\/w:r><\/w:p><w:p><w:pPr><w:pStyle w:val="CellNote"\/>.{0,99}（其中1件转交）/s,
  );
  expect(new Set(table.match(/<w:sz w:val="\d+"\/>/g))).toEqual(new Set(['<w:sz w:val="15"/>']));
  expect(three).not.toContain('<w:sz ');
  const long = await partsOf(example.replace('total: 16', 'total: 123456789'));
  const [, columns = ''] = tablesIn(long('document'));
  const grid = [...columns.matchAll(/<w:gridCol w:w="(\d+)"/g)].map(([, width]) => Number(width));
  expect(grid.at(-1)).toBeGreaterThan((9 * 7 * 20) / 2);
  expect(grid.reduce((sum, one) => sum + one, 0)).toBe(
    [...three.matchAll(/<w:gridCol w:w="(\d+)"/g)].reduce((sum, [, one]) => sum + Number(one), 0),
  );
});

test('telephone numbers and short e-mail addresses do not break behind a dash, and are read as they are written', async () => {
  const text = example.replace('wzrsjb@126.com', 'wz-rsjb@126.com');
  const bytes = await built(text);
  const document = strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array());
  const shown = document.replace(/<w:noBreakHyphen\/>/g, '\u2011').replace(/<[^>]*>/g, '');
  expect(shown).toContain('电话：0577\u201189090000；');
  expect(shown).toContain('电子邮箱：wz\u2011rsjb@126.com');
  expect(readDocx(bytes).map((block) => block.text)).toContainEqual(
    expect.stringContaining('电话：0577-89090000；传真：0577-89090100；电子邮箱：wz-rsjb@126.com'),
  );
  expect(looksOf(new Map(Object.entries(unzipSync(bytes)))).text).toContain('0577-89090000');
});

test('a line behind a line break begins without a space', async () => {
  const lines = await partsOf(example.replace(/^problems:\n {2}text: \|\n/mu, '$&    第一行  \n    第二行。\n\n'));
  expect(lines('document')).toMatch(/<w:br\/><\/w:r><w:r><w:t[^>]*>第二行。/);
});

test('a column of a table in the prose is as wide as its texts; only a long text has several lines', async () => {
  const table = ['| 渠道 | 条数 | 说明 |', '|---|---|---|', `| 政务服务热线0577-12345 | 12345 | ${'说'.repeat(80)} |`];
  const lines = ['', ...table, ''].map((line) => `    ${line}\n`).join('');
  const prose = await partsOf(
    example.replace(/^problems:\n {2}text: \|\n/mu, (start) => `${start}    有表。\n${lines}`),
  );
  const grid = /<w:tblGrid>(?:(?!<\/w:tblGrid>).)*<\/w:tblGrid>/su.exec(tablesIn(prose('document')).at(-1) ?? '')?.[0];
  const [first = 0, second = 0, third = 0] = [...(grid ?? '').matchAll(/w:w="(\d+)"/g)].map(([, width]) =>
    Number(width),
  );
  // Of 10.5 pt: six characters and ten digits, two characters, five digits.
  expect(first).toBeGreaterThan((6 + 10 / 2) * 210);
  expect(second).toBeGreaterThan((5 / 2) * 210);
  expect(third).toBeGreaterThan(first + second);
});

test('every part of the package has a type and every relation a target', async () => {
  const files = unzipSync(await built(example));
  const xml = (name: string) => strFromU8(files[name] ?? new Uint8Array());
  const [types, names] = [xml('[Content_Types].xml'), Object.keys(files)];
  const isTyped = (name: string) =>
    types.includes(`PartName="/${name}"`) || types.includes(`Extension="${name.split('.').at(-1)}"`);
  expect(names.filter((name) => name !== '[Content_Types].xml' && !isTyped(name))).toEqual([]);
  const targets = names
    .filter((name) => name.endsWith('.rels'))
    .flatMap((name) =>
      [...xml(name).matchAll(/Target="([^"]*)"(?! TargetMode="External")/g)].map(([, target = '']) =>
        new URL(target, `file:///${name.replace(/_rels\/[^/]*$/, '')}`).pathname.slice(1),
      ),
    );
  expect(targets).toContain('customXml/itemProps1.xml');
  expect(targets.filter((target) => !names.includes(target))).toEqual([]);
});
