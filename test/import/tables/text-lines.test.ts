import { describe, expect, test } from 'vitest';
import type { ContentGrid } from '../../../src/import/document.ts';
import { readTables } from '../../../src/import/tables/read-tables.ts';
import { compared, document, FORMS, numbers, printed, text } from './official.ts';

const form = FORMS['2021'];
const truth = numbers(form, 7);
const [two, three] = form.tables.map((table) => printed(table, truth)) as [ContentGrid, ContentGrid];
const WORDS = {
  upheld: '结果维持',
  corrected: '结果纠正',
  other_result: '其他结果',
  pending: '尚未审结',
  total: '总计',
};
const KEY = 'reconsideration_and_litigation';
const linesOf = (row: string, write: (label: string, value: string) => string) =>
  Object.entries(WORDS).map(([key, label]) => write(label, truth.get(`${KEY}.${row}.${key}`) as string));
const read = (...lines: readonly string[]) =>
  readTables(
    document(two, three, text(`四、${form.sections[3]}`), ...lines.map(text), text(`五、${form.sections[4]}`)),
  );

const ROWS = [
  ['（一）行政复议', 'reconsideration'],
  ['1.未经复议直接起诉', 'litigation.direct'],
  ['2.复议后起诉', 'litigation.after_reconsideration'],
] as const;
/** The lines of all rows. */
const table = (write: (label: string, value: string) => string, heading = (words: string) => words): string[] =>
  ROWS.flatMap(([words, row], index) => [
    ...(index === 1 ? ['（二）行政诉讼'] : []),
    heading(words),
    ...linesOf(row, write),
  ]);

describe('table 四 as lines of text', () => {
  test.each<[string, string[]]>([
    ['with a colon', table((label, value) => `${label}：${value}件`)],
    ['without a colon', table((label, value) => `${label}${value}件；`)],
    ['with numbers of items', table((label, value) => `（1）${label}：${value}`)],
    [
      'with the word cases',
      table(
        (label, value) => `${label}: ${value} 件`,
        (words) => `${words}案件`,
      ),
    ],
    [
      'one line a row',
      ROWS.map(([words, row]) => `${words}：${linesOf(row, (label, value) => `${label}${value}件`).join('，')}。`),
    ],
  ])('%s is read as doubtful', (_, lines) => {
    const reading = read(...lines);
    expect(compared(reading, truth)).toMatchObject({ right: 185, doubtful: 15, wrong: [] });
    expect(reading.missing).toEqual([]);
    expect(reading.used.size).toBeGreaterThan(3);
  });

  test.each<[string, string[]]>([
    ['a line is missing', table((label, value) => `${label}：${value}件`).slice(0, -1)],
    ['a line comes twice', [...table((label, value) => `${label}：${value}件`), '总计：7件']],
    ['another number stands between them', [...table((label, value) => `${label}：${value}件`), '撤诉：2件']],
    ['no row is named', linesOf('reconsideration', (label, value) => `${label}：${value}件`)],
    ['it is a sentence', ['本年发生行政复议3件，其中结果维持2件；行政诉讼1件，尚未审结。']],
  ])('is not read if %s', (_, lines) => {
    const reading = read(...lines);
    expect(reading.missing).toEqual([KEY]);
    expect(compared(reading, truth)).toMatchObject({ right: 185, wrong: [] });
  });
});
