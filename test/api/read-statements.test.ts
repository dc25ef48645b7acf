import { expect, test } from 'vitest';
import { parse, readReport, readStatements } from '../../src/index.ts';

const numbers = (year: number, received: number) =>
  readReport(
    parse(
      `year: ${year}\nagency: { name: 云岭县林业局 }\napplications: { received: { natural_person: ${received} } }`,
      'a',
    ).data,
  );
const report = numbers(2024, 40);

test('the statements of a text that is in no file', () => {
  const text = '全年**新收**政府信息公开申请４１件；县城管大队新收3件。';
  const read = readStatements(text, report);
  expect(read.map(({ statement, verdict }) => [statement.kind, verdict])).toEqual([
    ['count', 'contradicts'],
    ['count', 'open'],
  ]);
  expect(read.map(({ from, to }) => text.slice(from, to))).toEqual(read.map(({ words }) => words));
  expect(read[1]?.reason).toMatchObject({ reason: 'body', word: '县城管大队', text: { zh: expect.any(String) } });
});

test('bindings are read as they are printed', () => {
  const text = '全年新收政府信息公开申请{{applications.received.total}}件。';
  expect(readStatements(text, report)).toMatchObject([{ verdict: 'agrees', value: 40, words: expect.any(String) }]);
});

test('with the section, the report of the year before and the words of the house', () => {
  const grown = '新收政府信息公开申请40件，同比增长25%。';
  const verdicts = (...args: Parameters<typeof readStatements>) =>
    readStatements(...args).map(({ verdict }) => verdict);
  expect(verdicts(grown, report)).toEqual(['agrees', 'open']);
  expect(verdicts(grown, report, { previous: numbers(2023, 32) })).toEqual(['agrees', 'agrees']);
  const settings = { prose: { words: { new: ['挂号'] }, ignore: [] } };
  expect(verdicts('全年挂号政府信息公开申请12件。', report, { settings })).toEqual(['contradicts']);
  expect(verdicts('新收12件。', report, { section: 'applications' })).toEqual(['contradicts']);
});

test.each(['', '。', '12', '{{', '{{no.such.path}}件', '（'.repeat(2000)])('nothing is thrown for %j', (text) => {
  expect(() => readStatements(text, report)).not.toThrow();
});
