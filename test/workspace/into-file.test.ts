import { readXlsx } from 'hucre';
import { describe, expect, test } from 'vitest';
import type { UserError } from '../../src/diagnostics/user-error.ts';
import { readPublished } from '../../src/import/read-published.ts';
import { publicationOf } from '../../src/publish/publication.ts';
import { workbookOf } from '../../src/render/workbook/workbook.ts';
import { checkFiles } from '../../src/workspace/check-files.ts';
import { intoFile } from '../../src/workspace/into-file.ts';
import { textOf } from '../render/drafts.ts';
import { filledIn, office, rowOf, savedByOffice, withPart } from './filled-workbook.ts';

const TEXT = textOf('examples/wenzhou-hrss-2023.yaml');
const machine = { cwd: '/', signal: new AbortController().signal, env: {}, now: () => new Date('2024-02-01') } as never;

async function checked(text: string) {
  const { checked: all } = await checkFiles([{ name: 'a.yaml', content: text }], {}, machine);
  const [one] = all;
  if (!one?.report) throw new Error('not a report');
  return { ...one, report: one.report };
}

async function made(text = TEXT): Promise<Uint8Array> {
  const choices = { formats: ['xlsx'], base: 'a', template: 'x', draft: true } as const;
  return workbookOf(publicationOf(await checked(text), choices));
}

/** What a workbook changes in a report: the lines of the file, what was taken, and what was told. */
async function into(workbook: Uint8Array, text = TEXT, name = '表.xlsx') {
  const file = await checked(text);
  const { after, changes, told } = intoFile(file, file.report, await readPublished({ name, bytes: workbook }));
  const before = text.split('\n');
  const lines = after.text.split('\n').filter((line, at) => line !== before[at]);
  return { lines, taken: changes.map(({ message }) => message.zh), told: told.map(({ zh }) => zh) };
}

const RECEIVED = '一、本年新收';

describe('a workbook that was filled in', () => {
  test('nothing was changed: nothing is taken or told', async () => {
    expect(await into(await made())).toEqual({ lines: [], taken: [], told: [] });
  });

  test('a number goes to its cell, and a total that was not computed again is told', async () => {
    const bytes = await made();
    const row = await rowOf(bytes, 3, RECEIVED);
    const { lines, taken, told } = await into(filledIn(bytes, 3, { [`D${row}`]: '15' }));
    expect(taken).toEqual([`一、本年新收政府信息公开申请数量 · 自然人（工作表“表三”第${row}行第4列）：14 → 15`]);
    expect(lines).toEqual([
      expect.stringContaining('received: { natural_person: 15, commercial_enterprise: 2, total: 16 } # 合计16件'),
    ]);
    expect(told).toEqual([expect.stringContaining('总计：表格里的合计 16 不是各项之和，没有取')]);
  });

  test('words, blanks and an overwritten sum are told with their place', async () => {
    const bytes = await made();
    const row = await rowOf(bytes, 3, RECEIVED);
    const { lines, told } = await into(
      filledIn(bytes, 3, { [`D${row}`]: '"十几件"', [`E${row}`]: '', [`J${row}`]: '99' }),
    );
    expect(lines).toEqual([]);
    expect(told).toEqual([
      expect.stringMatching(/第\d+行第4列 一、.*“十几件”不是这一格能填的数/u),
      expect.stringMatching(/第\d+行第5列 一、.*表格里是空的，报告里的 2 没有动/u),
      expect.stringMatching(/第\d+行第10列 一、.*总计：表格里的合计 99 不是各项之和/u),
    ]);
  });

  test('a number that the format of its cell hides is told with both, and what is wanted', async () => {
    const bytes = await made();
    const row = await rowOf(bytes, 3, RECEIVED);
    const { lines, told } = await into(filledIn(bytes, 3, { [`D${row}`]: '1.5' }));
    expect(lines).toEqual([]);
    expect(told[0]).toContain('“1.5（显示成 2）”不是这一格能填的数，要填整数，0 或者更大');
  });

  test('a renamed sheet is recognized, a table and a row that are gone are told', async () => {
    const bytes = await made();
    const renamed = withPart(bytes, 'xl/workbook.xml', (xml) => xml.replaceAll('表三', '申请'));
    expect((await into(renamed)).told).toEqual(['工作表“申请”改过名字，按表头认出来了']);
    const row = await rowOf(bytes, 2, '行政强制');
    const gone = withPart(bytes, 'xl/worksheets/sheet2.xml', (xml) =>
      xml.replace(new RegExp(`<row r="${row}".*?</row>`, 'u'), ''),
    );
    expect((await into(gone)).told).toEqual(['行政强制：表格里没有这一行，报告没有动']);
    const hidden = withPart(bytes, 'xl/workbook.xml', (xml) =>
      xml.replace('name="表四"', 'name="表四" state="hidden"'),
    );
    expect((await into(hidden)).told).toEqual([expect.stringContaining('没有找到表：')]);
  });

  test('the report was changed after it was built: only what the workbook changed is taken', async () => {
    const bytes = await made();
    const text = TEXT.replace(
      'natural_person: 14, commercial_enterprise: 2, total: 16',
      'natural_person: 13, commercial_enterprise: 3, total: 16',
    );
    expect(await into(bytes, text)).toEqual({
      lines: [],
      taken: [],
      told: [expect.stringContaining('生成以后报告改过')],
    });
    const row = await rowOf(bytes, 3, RECEIVED);
    const both = await into(filledIn(bytes, 3, { [`D${row}`]: '15' }), text);
    expect(both.lines).toEqual([]);
    expect(both.told).toContainEqual(expect.stringContaining('表格里从 14 改成 15，报告里改成了 13，没有取'));
  });

  test.each([
    ['another year', TEXT.replace(/^year: 2023/mu, 'year: 2024')],
    ['another agency', TEXT.replace('温州市人力资源和社会保障局', '温州市民政局')],
  ])('the workbook of %s is refused by name', async (_, text) => {
    const error = (await into(await made(), text).catch((one: unknown) => one)) as UserError;
    expect(error.text.zh).toMatch(/^表\.xlsx 是温州市人力资源和社会保障局2023年的表（2021 年格式），a\.yaml 是/u);
  });
});

describe.skipIf(!office)('filled in with LibreOffice', () => {
  test('it computes the same sums as are stored, and every check', async () => {
    const bytes = await made();
    const [ours, theirs] = await Promise.all(
      [bytes, savedByOffice(bytes)].map(async (one) => (await readXlsx(one)).sheets),
    );
    const formulas = (ours ?? []).flatMap(({ name, cells }) =>
      [...(cells ?? [])].filter(([, { formula }]) => formula).map(([key, { value }]) => [name, key, value]),
    );
    expect(formulas.length).toBeGreaterThan(60);
    const computed = formulas.map(([name, key]) => [
      name,
      key,
      theirs?.find((one) => one.name === name)?.cells?.get(String(key))?.value,
    ]);
    expect(computed).toEqual(formulas);
  });

  test('a number and its total come back', async () => {
    const bytes = await made();
    const [received, disclosed] = [await rowOf(bytes, 3, RECEIVED), await rowOf(bytes, 3, '三、本年')];
    const filled = savedByOffice(filledIn(bytes, 3, { [`D${received}`]: '15', [`D${disclosed}`]: '8' }));
    const { lines, told } = await into(filled);
    expect(lines).toEqual([
      expect.stringContaining('received: { natural_person: 15, commercial_enterprise: 2, total: 17 } # 合计16件'),
      expect.stringContaining('disclosed: { natural_person: 8, commercial_enterprise: 1, total: 9 } # '),
      '    total: { natural_person: 15, commercial_enterprise: 2, total: 17 }',
    ]);
    expect(told).toEqual([]);
  });

  test.each(['ods', 'xls'] as const)('saved as %s, it is the same report', async (kind) => {
    const bytes = savedByOffice(await made(), kind);
    const { tables, format } = await readPublished({ name: `a.${kind}`, bytes });
    const expected = [...((await checked(TEXT)).report?.cells.values() ?? [])].filter(({ path }) =>
      tables.cells.has(path),
    );
    expect(format).toBe(kind);
    expect(expected.map(({ path }) => `${path} ${tables.cells.get(path)?.value}`)).toEqual(
      expected.map(({ path, text }) => `${path} ${text}`),
    );
  });
});
