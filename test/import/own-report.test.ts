import { describe, expect, test } from 'vitest';
import type { ContentBlock, ContentGrid, FilePlace } from '../../src/import/document.ts';
import { ownReport } from '../../src/import/own-report.ts';
import { readTables } from '../../src/import/tables/read-tables.ts';
import { readTexts } from '../../src/import/texts/read-texts.ts';
import { compared, FORMS, numbers, printed, text } from './tables/official.ts';

const form = FORMS['2021'];
const truth = numbers(form, 7);
const WORDS = '今年公开了很多信息。';
const OTHER = '别处的一句话。';

/** A whole report: its title on one or more lines, prose and tables. */
function report(title: readonly string[], own: boolean, place: FilePlace = {}, signed: readonly string[] = []) {
  const tables = form.tables.map((table) => printed(table, own ? truth : numbers(form, 11)));
  const words = text(own ? WORDS : OTHER);
  const body = form.sections.flatMap((section, index): ContentBlock[] => {
    const table = tables[index - 1] as ContentGrid | undefined;
    return [text(`${'一二三四五六'[index]}、${section}`), table && index < 4 ? table : words];
  });
  const all = [...title.map(text), ...body, ...signed.map(text)];
  return all.map((block) => ({ ...block, place }));
}

function read(blocks: readonly ContentBlock[]) {
  const { document, others } = ownReport({ blocks, properties: {} });
  const tables = readTables(document);
  const { facts, texts } = readTexts(document, tables);
  const fact = (path: string) => facts.find((one) => one.path === path)?.value;
  return {
    ...compared(tables, truth),
    agency: fact('agency.name'),
    year: fact('year'),
    prose: texts.filter(({ path }) => !path.startsWith('preface')).map((one) => one.text),
    others: others.length,
  };
}

const OWN = { right: 200, wrong: [], agency: '青禾市林业局', year: '2024', prose: [WORDS, WORDS, WORDS] };
const TITLE = '青禾市林业局2024年政府信息公开工作年度报告';
const BEFORE = '青禾市林业局2023年政府信息公开工作年度报告';
const OFFICE = '青禾市木材检查站2024年政府信息公开工作年度报告';

describe('of whole reports on several sheets', () => {
  const mine = (sheet = '正式') => report([TITLE], true, { sheet });
  const other = (sheet: string, ...title: string[]) => report(title, false, { sheet });

  test.each<[string, readonly ContentBlock[]]>([
    ['a sample by the name of its sheet', [...other('样表', '某某局2024年政府信息公开工作年度报告'), ...mine()]],
    ['a sample by its title', [...other('甲', '填报示例'), ...mine()]],
    ['a template behind', [...mine(), ...other('模板')]],
    ['last year before', [...other('上年', BEFORE), ...mine()]],
    ['last year behind', [...mine(), ...other('乙', BEFORE)]],
    ['a sample and last year', [...other('填表说明', '说明'), ...other('2023年度', BEFORE), ...mine('2024年度')]],
    ['last year by the name of its sheet', [...other('2023', '年度报告'), ...mine('2024')]],
  ])('%s is not the report', (_, blocks) => {
    const result = read(blocks);
    expect(result).toMatchObject(OWN);
    expect(result.others).toBeGreaterThan(10);
  });

  test.each<[string, readonly ContentBlock[]]>([
    ['two bodies', [...mine(), ...other('站', OFFICE)]],
    ['the same year twice', [...mine(), ...other('乙', TITLE)]],
    ['tables on sheets of their own', mine().map((block, index) => ({ ...block, place: { sheet: `${index}` } }))],
  ])('%s: nothing is left out before the reading', (_, blocks) => {
    const result = read(blocks);
    expect(result.others).toBe(0);
    expect(result.wrongSure).toEqual([]);
  });
});

describe('the report of another body behind the report', () => {
  const SIGNED = ['青禾市林业局', '2025年1月8日'];
  const LINES = ['青禾市木材检查站', '2024年政府信息公开', '工作年度报告'];

  test.each<[string, readonly string[], readonly string[]]>([
    ['as an annex', SIGNED, ['附件', OFFICE]],
    ['as an annex with a number', SIGNED, [`附件1：${OFFICE}`]],
    ['without the word', SIGNED, [OFFICE]],
    ['with a title on several lines', SIGNED, LINES],
    ['as an annex with a title on several lines', SIGNED, ['附件2', ...LINES]],
    ['without a sign-off before', [], ['附：', OFFICE]],
  ])('%s', (_, signed, title) => {
    const result = read([...report([TITLE], true, {}, signed), ...report(title, false)]);
    expect(result).toMatchObject(OWN);
    expect(result.others).toBeGreaterThan(10);
  });

  test('an annex that is no report stays', () => {
    expect(read([...report([TITLE], true, {}, SIGNED), text('附件'), text('名单如下。')])).toMatchObject({ others: 0 });
  });

  test('headings in a table of contents begin no other report', () => {
    const contents = form.sections.map(text);
    expect(read([text(TITLE), ...contents, ...report([TITLE], true)])).toMatchObject({ right: 200, others: 0 });
  });
});
