import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { claimsOf } from '../../src/check/claims.ts';
import { dictionaryFor, type HouseWords, MEANINGS } from '../../src/claims/house-words.ts';
import { builtInDictionary, wordAt } from '../../src/claims/lex/dictionary.ts';
import { WORDS } from '../../src/claims/vocabulary/index.ts';
import { readReport } from '../../src/report/report.ts';

const report = readReport({
  year: '2024',
  agency: { name: '云岭县林业局' },
  overview: { text: '全年挂号政府信息公开申请12件，云岭处收走7件。' },
  applications: { received: { natural_person: '40' } },
});

const verdicts = (prose?: HouseWords) =>
  claimsOf({ report, previous: undefined, settings: prose ? { prose } : undefined }).map(({ verdict }) => verdict);

describe('words of the house', () => {
  test('have the meanings of the vocabulary, each once', () => {
    const known = new Set(WORDS.map(({ role, value }) => `${role} ${value}`));
    const named = Object.values(MEANINGS).map(({ role, value }) => `${role} ${value}`);
    expect(named.filter((one) => !known.has(one))).toEqual([]);
    expect(new Set(named).size).toBe(named.length);
  });

  test.each(['docs/prose.md', 'docs/prose.zh-CN.md'])('have meanings that are all in %s', (page) => {
    const text = readFileSync(page, 'utf8');
    const missing = Object.entries(MEANINGS).filter(
      ([key, { label }]) => !text.includes(`| \`${key}\` | ${label.zh} |`),
    );
    expect(missing.map(([key]) => key)).toEqual([]);
  });

  test('are read like those of the vocabulary', () => {
    expect(verdicts()[0]).toBe('open');
    expect(verdicts({ words: { new: ['挂号'] }, ignore: [] })[0]).toBe('contradicts');
    expect(verdicts()[0]).toBe('open');
  });

  test('go before those of the vocabulary', () => {
    const own = dictionaryFor({ words: { other_business: ['收到'] }, ignore: [] });
    const meaningIn = (dictionary: typeof own) => wordAt(dictionary, '收到', 0)?.[1].role;
    expect([meaningIn(own), meaningIn(builtInDictionary())]).toEqual(['business', 'event']);
  });

  test('are made into a dictionary once', () => {
    const house: HouseWords = { words: {}, ignore: ['挂号'] };
    expect(dictionaryFor(house)).toBe(dictionaryFor(house));
    expect(dictionaryFor(undefined)).toBe(builtInDictionary());
  });

  test('are text, whatever stands in them', () => {
    const house = { words: { constructor: ['收(到|)'] }, ignore: ['(a|b)', '.*', '收 到'] };
    expect(verdicts(house)).toEqual(verdicts());
  });
});
