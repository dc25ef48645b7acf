import { readXlsx } from 'hucre/xlsx';
import { expect, test } from 'vitest';
import { REPORTERS } from '../../src/reporters/index.ts';
import { diagnostic, EVERYTHING, OPTIONS, resultOf } from './samples.ts';

test('a sheet with the findings and one with the files', async () => {
  const { sheets } = await readXlsx(await REPORTERS.xlsx(EVERYTHING, OPTIONS));
  expect(sheets.map(({ name }) => name)).toEqual(['问题', '汇总']);
  expect(sheets[0]?.rows).toHaveLength(1 + 3);
  expect(sheets[1]?.rows).toHaveLength(1 + EVERYTHING.length);
  expect(sheets[1]?.rows[0]?.slice(0, 4)).toEqual(['机关', '年度', '文件', '错误']);
});

test('a text that looks like a formula stays a text', async () => {
  const words = "=cmd|'/c calc'!A0";
  const book = await REPORTERS.xlsx([resultOf([diagnostic({ message: { zh: words, en: words } })])], OPTIONS);
  const { sheets } = await readXlsx(book);
  expect(sheets[0]?.rows[1]).toContain(words);
  expect([...(sheets[0]?.cells?.values() ?? [])].filter(({ formula }) => formula !== undefined)).toEqual([]);
});

test('for agencies: titles of rules instead of ids, no empty columns, notes counted only where they are listed', async () => {
  const { sheets } = await readXlsx(await REPORTERS.xlsx(EVERYTHING, OPTIONS), { readStyles: true });
  const [header = [], ...rows] = sheets[0]?.rows ?? [];
  expect(rows[0]?.[header.indexOf('规则')]).toBe('两数相等');
  for (const [at, name] of header.entries())
    expect(
      rows.some((row) => (row[at] ?? '') !== ''),
      String(name),
    ).toBe(true);
  expect(header).not.toContain('印的是');
  expect(sheets[1]?.rows[0]).not.toContain('提示');
  const verbose = await readXlsx(await REPORTERS.xlsx(EVERYTHING, { ...OPTIONS, verbose: true }));
  expect(verbose.sheets[1]?.rows[0]).toContain('提示');
  expect(sheets[0]?.cells?.get('1,0')?.style?.border?.bottom?.style).toBe('thin');
});

test('the same findings give the same bytes', async () => {
  expect(await REPORTERS.xlsx(EVERYTHING, OPTIONS)).toEqual(await REPORTERS.xlsx(EVERYTHING, OPTIONS));
});
