import { readXlsx } from 'hucre';
import { describe, expect, test } from 'vitest';
import { check } from '../../../src/check/check.ts';
import { publicationOf, withFindings } from '../../../src/publish/publication.ts';
import type { RenderInput } from '../../../src/render/format.ts';
import type { Publication } from '../../../src/render/publication.ts';
import { workbookOf } from '../../../src/render/workbook/workbook.ts';
import { xlsx } from '../../../src/render/xlsx.ts';
import { parse } from '../../../src/source/parse.ts';
import { EVERY_REPORT, textOf } from '../drafts.ts';

const choices = { formats: ['xlsx'], base: 'a', template: 'x' };
const made = (text: string, draft = false): Publication => {
  const checked = check(parse(text, 'a.yaml'));
  return draft ? withFindings(publicationOf(checked, { ...choices, draft }), checked) : publicationOf(checked, choices);
};
const example = textOf('examples/wenzhou-hrss-2023.yaml');
const faultsOf = (bytes: Uint8Array, publication: Publication) =>
  xlsx.readBack(bytes, { publication } as RenderInput, async () => Promise.reject(new Error('no PDF here')));
const sheetsOf = async (bytes: Uint8Array) => (await readXlsx(bytes, { readStyles: true })).sheets;

test.each(
  EVERY_REPORT.filter(
    ([name]) => /^examples\/[^/]*$|\/(?:sound|hybrid)\/|^skeleton/u.test(name) && !name.includes('broken'),
  ),
)('%s: every label and number is read back', async (_, text) => {
  const publication = made(text, true);
  expect(await faultsOf(await workbookOf(publication), publication)).toEqual([]);
});

describe('the workbook of an example', () => {
  test('has a sheet of notes, one for each table, and a hidden one', async () => {
    const sheets = await sheetsOf(await workbookOf(made(example)));
    expect(sheets.map(({ name, hidden = false }) => [name, hidden])).toEqual([
      ...[
        ['填写说明', false],
        ['表二', false],
        ['表三', false],
        ['表四', false],
        ['对照（勿改）', true],
      ],
    ]);
    for (const { protection } of sheets) expect(protection?.sheet).toBe(true);
  });

  test('the same report gives the same bytes', async () => {
    expect(await workbookOf(made(example))).toEqual(await workbookOf(made(example)));
  });

  test('labels and sums are locked, other numbers are not and can only be numbers', async () => {
    const [, , sheet] = await sheetsOf(await workbookOf(made(example)));
    const open = [...(sheet?.cells ?? [])].filter(([, cell]) => cell.style?.protection?.locked === false);
    expect(open.length).toBeGreaterThan(100);
    for (const [, cell] of open) expect([typeof cell.value, cell.formula]).toEqual(['number', undefined]);
    expect(sheet?.dataValidations).toMatchObject([{ type: 'whole', formula1: '0', operator: 'greaterThanOrEqual' }]);
  });

  test('sums are formulas with their values, and every check is 0', async () => {
    const sheets = await sheetsOf(await workbookOf(made(example)));
    const formulas = sheets.flatMap(({ cells }) => [...(cells ?? [])].filter(([, { formula }]) => formula));
    expect(formulas.length).toBeGreaterThan(60);
    for (const [, { formula, value }] of formulas) if (formula?.includes('-SUM')) expect(value).toBe(0);
  });
});

test('an unknown number is a blank cell, and a sum with it is blank', async () => {
  const text = example.replace(/received: \{ natural_person: \d+/u, 'received: { natural_person: null');
  expect(text).not.toBe(example);
  const [, , sheet] = await sheetsOf(await workbookOf(made(text, true)));
  const row = sheet?.rows.findIndex(([label]) => String(label).startsWith('一、')) ?? -1;
  const cells = [...(sheet?.cells ?? [])].filter(([key]) => key.startsWith(`${row},`));
  expect(cells.find(([, { style }]) => style?.protection?.locked === false)?.[1].value).toBeNull();
});

test('a total that differs from its parts stays as it is, and the check shows by how much', async () => {
  const text = example.replace(/^ {2}reconsideration: 0.*$/mu, '  reconsideration: { upheld: 1, total: 999 }');
  expect(text).not.toBe(example);
  const [, , , sheet] = await sheetsOf(await workbookOf(made(text, true)));
  const values = sheet?.rows.flat() ?? [];
  expect(values).toContain(999);
});

test('a text that looks like a formula stays text', async () => {
  const text = example.replace(/^agency:\n {2}name: .*$/mu, 'agency:\n  name: "=cmd|x"');
  const sheets = await sheetsOf(await workbookOf(made(text, true)));
  const formulas = sheets.flatMap(({ cells }) => [...(cells?.values() ?? [])].flatMap(({ formula }) => formula ?? []));
  expect(formulas.every((formula) => formula.startsWith('IF(COUNT('))).toBe(true);
});
