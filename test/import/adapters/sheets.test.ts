import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import type { Adapter } from '../../../src/import/adapter.ts';
import { csv } from '../../../src/import/adapters/csv.ts';
import { ods } from '../../../src/import/adapters/ods.ts';
import { xls } from '../../../src/import/adapters/xls.ts';
import { xlsx } from '../../../src/import/adapters/xlsx.ts';
import { Refusal } from '../../../src/import/refusal.ts';
import { cells, merge, odsOf, ruled, short, xlsxOf } from './workbooks.ts';

const blocks = async (adapter: Adapter, bytes: Uint8Array, name = `a.${adapter.endings[0]}`) => {
  expect(adapter.recognizes({ name, bytes })).toBe(true);
  return (await adapter.read({ name, bytes })).blocks;
};
const refusal = (adapter: Adapter, bytes: Uint8Array, name = 'a.xlsx') =>
  adapter.read({ name, bytes }).then(
    () => 'read',
    (error: unknown) => (error instanceof Refusal ? error.kind : `${error}`),
  );

const FORM = {
  name: 'Sheet1',
  rows: [
    ['青川县统计局2024年政府信息公开工作年度报告'],
    ['三、收到和处理政府信息公开申请情况'],
    ['事项', null, '自然人', '法人', '总计'],
    ['一、本年新收', null, 3, 1, 4],
    ['三、本年度办理结果', '（一）予以公开', 2, null, 2],
    [null, '（二）部分公开', null, '/', null],
    ['四、结转下年度继续办理', null, null, null, null],
    ['注：一件为二审。'],
    [],
    ['四、复议和诉讼情况'],
    ['结果维持', '尚未审结'],
    [1, 2],
  ],
  merges: [merge('A1:E1'), merge('A2:E2'), merge('A3:B3'), merge('A5:A6'), merge('A7:B7')],
};
const SHOWN = [
  '# 青川县统计局2024年政府信息公开工作年度报告',
  '# 三、收到和处理政府信息公开申请情况',
  'grid',
  '事项[1x2]|自然人|法人|总计',
  '一、本年新收|3|1|4',
  '三、本年度办理结果[2x1]|（一）予以公开|2|2',
  '（二）部分公开|/',
  '四、结转下年度继续办理[1x2]',
  '# 注：一件为二审。',
  '# 四、复议和诉讼情况',
  'grid',
  '结果维持|尚未审结',
  '1|2',
];

describe('a sheet becomes titles, tables and notes', () => {
  test('of Excel', async () => expect(short(await blocks(xlsx, await xlsxOf(FORM)))).toEqual(SHOWN));

  test('of LibreOffice', async () => expect(short(await blocks(ods, await odsOf(FORM)))).toEqual(SHOWN));

  test('places are those of the sheet', async () => {
    const [, , grid] = await blocks(xlsx, await xlsxOf(FORM));
    const cell = grid?.kind === 'grid' ? grid.cells.find(({ text }) => text === '4') : undefined;
    expect(cell).toMatchObject({ row: 1, column: 4, place: { sheet: 'Sheet1', table: 1, row: 4, column: 5 } });
  });

  test('a blank place in a table is a blank cell', async () => {
    const [, , grid] = await blocks(xlsx, await xlsxOf(FORM));
    const row = grid?.kind === 'grid' ? grid.cells.filter((cell) => cell.row === 2) : [];
    expect(row.map(({ column, text }) => [column, text])).toEqual([
      ...[
        [0, '三、本年度办理结果'],
        [1, '（一）予以公开'],
        [2, '2'],
        [3, ''],
        [4, '2'],
      ],
    ]);
  });

  test('a section follows a table without an empty row', async () => {
    const rows = [['甲', '乙'], [1, 2], ['四、复议和诉讼情况'], ['结果维持', '尚未审结'], [1, 2]];
    expect(short(await blocks(xlsx, await xlsxOf({ name: 's', rows })))).toEqual([
      ...['grid', '甲|乙', '1|2', '# 四、复议和诉讼情况', 'grid', '结果维持|尚未审结', '1|2'],
    ]);
  });

  test('an article of the law above a table is a row of it, as is a label in lines', async () => {
    const rows = [['第二十条第（一）项'], ['信息内容', '本年制发件数'], ['规章', 0], ['行政规范性文件', null]];
    const ruledCells = rows.flatMap((row, at) =>
      row.map((value, column) => [`${at},${column}`, { value, style: ruled }] as const),
    );
    const sheet = {
      name: 's',
      rows: [],
      cells: cells(
        ['0,1', { value: null, style: ruled }],
        ...ruledCells.map(([key, cell]) => [key, cell] as [string, object]),
      ),
    };
    const table = ['grid', '第二十条第（一）项', '信息内容|本年制发件数', '规章|0', '行政规范性文件'];
    expect(short(await blocks(xlsx, await xlsxOf({ name: 's', rows })))).toEqual(table);
    expect(short(await blocks(xlsx, await xlsxOf(sheet)))).toEqual(table);
  });

  test('prose in a sheet of its own, with the name of the sheet as its heading', async () => {
    const sheet = { name: '一、总体情况', rows: [['全年主动公开信息300条。\n其中动态200条。'], ['（一）依申请公开']] };
    expect(short(await blocks(xlsx, await xlsxOf(sheet)))).toEqual([
      ...['# 一、总体情况', '# 全年主动公开信息300条。', '# 其中动态200条。', '# （一）依申请公开'],
    ]);
  });

  test('hidden sheets, rows and columns are not read, but told', async () => {
    const sheet = {
      name: '表',
      rows: [
        ['甲', '去年', '乙'],
        [1, 9, 2],
        ['隐', 7, 8],
      ],
      columns: [{}, { hidden: true }, {}],
      rowDefs: new Map([[2, { hidden: true }]]),
    };
    const found = await blocks(xlsx, await xlsxOf(sheet, { name: '底稿', rows: [['x', 'y']], hidden: true }));
    expect(short(found)).toEqual([
      ...['grid', '甲|乙', '1|2', '# （工作表“表”里隐藏的没有读：第2列、第3行）'],
      '# （工作表“底稿”没有读：是隐藏的，或者表太多）',
    ]);
  });
});

describe('values', () => {
  test('formulas have the value that was stored with them, and none without', async () => {
    const all = cells(
      ['0,0', { value: '甲' }],
      ['0,1', { value: 4, formula: '1+3', formulaResult: 4, type: 'formula' }],
      ['0,2', { value: '=cmd|x', type: 'string' }],
    );
    const bytes = await xlsxOf({ name: 's', rows: [], cells: all });
    expect(short(await blocks(xlsx, bytes))).toEqual(['grid', '甲|4|=cmd|x']);
    const parts = unzipSync(bytes);
    const part = 'xl/worksheets/sheet1.xml';
    parts[part] = strToU8(strFromU8(parts[part] as Uint8Array).replace('<v>4</v>', ''));
    expect(short(await blocks(xlsx, zipSync(parts)))).toEqual(['grid', '甲|=1+3|=cmd|x']);
  });
});

describe('tables as text', () => {
  const text = '项目,数量\r\n"规章, 含修订",3\r\n"长\n标签",\r\n';
  const utf16 = (mark: number[], order: (unit: number) => number[]) =>
    Uint8Array.from([...mark, ...[...text].flatMap((one) => order(one.charCodeAt(0)))]);
  const shown = ['grid', '项目|数量', '规章, 含修订|3', '长\n标签'];

  test.each([
    ['UTF-8', strToU8(text)],
    ['UTF-8 with a mark', strToU8(`\ufeff${text}`)],
    ['UTF-16', utf16([0xff, 0xfe], (unit) => [unit & 255, unit >> 8])],
    ['UTF-16 in the other order', utf16([0xfe, 0xff], (unit) => [unit >> 8, unit & 255])],
    ['semicolons', strToU8(text.replace('目,', '目;').replace('",3', '";3').replace('",\r', '";\r'))],
    ['tabs', strToU8(text.replace('目,', '目\t').replace('",3', '"\t3').replace('",\r', '"\t\r'))],
  ])('in %s', async (_, bytes) => expect(short(await blocks(csv, bytes))).toEqual(shown));

  test('in GB18030', async () => {
    const bytes = Uint8Array.from([0xcf, 0xee, 0xc4, 0xbf, 0x2c, 0xca, 0xfd, 0xc1, 0xbf, 0x0a, 0x31, 0x2c, 0x32]);
    expect(short(await blocks(csv, bytes))).toEqual(['grid', '项目|数量', '1|2']);
  });

  test('another text is no table', () => {
    expect(csv.recognizes({ name: 'a.html', bytes: strToU8(text) })).toBe(false);
    expect(csv.recognizes({ name: 'a.csv', bytes: Uint8Array.from([1, 0, 2]) })).toBe(false);
  });
});

describe('refused with what it is', () => {
  test('a file of another kind', async () => {
    expect(xlsx.recognizes({ name: 'a.xlsx', bytes: zipSync({ 'word/document.xml': strToU8('<a/>') }) })).toBe(false);
    expect(xls.recognizes({ name: 'a.xls', bytes: strToU8('<html>') })).toBe(false);
    expect(xlsx.recognizes({ name: 'a.xlsx', bytes: strToU8('PK\u0003\u0004 cut') })).toBe(false);
  });

  test('a workbook without text', async () => {
    expect(await refusal(xlsx, await xlsxOf({ name: 's', rows: [[null]] }))).toBe('empty');
  });

  test('parts that grow beyond a bound, and sizes that lie', async () => {
    const parts = unzipSync(await xlsxOf(FORM));
    const bomb = zipSync({ ...parts, 'xl/big.xml': new Uint8Array(50 * 1024 * 1024) });
    expect(await refusal(xlsx, bomb)).toBe('too-large');
  });

  test('XML that names other files', async () => {
    const parts = unzipSync(await xlsxOf(FORM));
    const entity = strToU8('<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>');
    expect(await refusal(xlsx, zipSync({ ...parts, 'xl/sharedStrings.xml': entity }))).toBe('unsafe-xml');
  });

  test('a sheet with two cells at its ends', async () => {
    const rows: (string | null)[][] = Array.from({ length: 30_000 }, () => ['x']);
    rows.push(Array.from({ length: 40 }, () => 'y'));
    expect(await refusal(xlsx, await xlsxOf({ name: 's', rows }))).toBe('too-large');
  });

  test('a cell with a text that is not in the file', async () => {
    const parts = unzipSync(await xlsxOf({ name: 's', rows: [['甲', '乙']] }));
    const part = 'xl/worksheets/sheet1.xml';
    const content = strFromU8(parts[part] as Uint8Array).replace('<v>0</v>', '<v>.5</v>');
    expect(content).toContain('<v>.5</v>');
    parts[part] = strToU8(content);
    expect(await refusal(xlsx, zipSync(parts))).toBe('damaged');
  });

  test('a merge over a million cells is cut to the area in use; one that overlaps is none', async () => {
    const sheet = {
      name: 's',
      rows: [
        ['甲', '乙'],
        [1, 2],
      ],
    };
    const bytes = await xlsxOf(sheet);
    const parts = unzipSync(bytes);
    const part = 'xl/worksheets/sheet1.xml';
    const merges = '<mergeCells count="2"><mergeCell ref="A2:XFD1048576"/><mergeCell ref="A1:A3"/></mergeCells>';
    parts[part] = strToU8(strFromU8(parts[part] as Uint8Array).replace('</sheetData>', `</sheetData>${merges}`));
    expect(short(await blocks(xlsx, zipSync(parts)))).toEqual(['grid', '甲|乙', '1[1x2]']);
  });

  test('an encrypted file, told by its name', async () => {
    const encryption = { password: 'a', spinCount: 1 };
    const bytes = new Uint8Array(await writeXlsx({ sheets: [{ name: 's', rows: [['甲']] }], encryption }));
    expect(xlsx.recognizes({ name: 'a.docx', bytes })).toBe(false);
    expect(xlsx.recognizes({ name: 'a.xlsx', bytes })).toBe(true);
    expect(await refusal(xlsx, bytes)).toBe('encrypted');
  });
});
