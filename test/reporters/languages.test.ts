import { describe, expect, test } from 'vitest';
import { TEXT_REPORTERS } from '../../src/reporters/index.ts';
import { EVERYTHING, OPTIONS } from './samples.ts';

const HAN = /\p{Script=Han}|[，。；：、（）“”？！]/u;
// Two words of English side by side; a format's own words stand alone or in a key.
const ENGLISH = /[a-z]{2,} [a-z]{2,}|\b(Hint|See|Source|Waiver|line|error|warning|note|Good|Bad|Formula)\b/iu;

/** What people read: every text of a document that is no key, id, path or choice of its format. */
const SAID = /^(description|text|message|hint|reference|markdown|justification)$/;
function said(value: unknown, key = ''): string[] {
  if (typeof value === 'string') return SAID.test(key) ? [value] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => said(inner, name));
}

describe.each(Object.entries(TEXT_REPORTERS))('%s', (_, reporter) => {
  for (const verbose of [false, true]) {
    test(`in English has nothing Chinese${verbose ? ', however much it says' : ''}`, () => {
      expect(reporter(EVERYTHING, { ...OPTIONS, language: 'en', verbose })).not.toMatch(HAN);
    });
  }
});

describe('in Chinese there is no English', () => {
  test.each([
    ['text', TEXT_REPORTERS.text],
    ['github', TEXT_REPORTERS.github],
    ['junit', TEXT_REPORTERS.junit],
  ])('among the words of %s', (_, reporter) => {
    const own = /^::.+?::|<\?xml.*\?>|<\/?[a-z-]+|type="[a-z]+"|\b[a-z]+="|sample-rule|other-rule|waivers|- rule/gmu;
    expect(reporter(EVERYTHING, { ...OPTIONS, verbose: true }).replace(own, '')).not.toMatch(ENGLISH);
  });

  test.each([
    ['json', TEXT_REPORTERS.json],
    ['sarif', TEXT_REPORTERS.sarif],
    ['gitlab', TEXT_REPORTERS.gitlab],
  ])('among the texts of %s', (_, reporter) => {
    const texts = said(JSON.parse(reporter(EVERYTHING, { ...OPTIONS, verbose: true })));
    expect(texts.length).toBeGreaterThan(3);
    for (const text of texts) {
      expect.soft(text).toMatch(/\p{Script=Han}|^\d$/u);
      expect.soft(text.replace(/sample-rule/gu, '')).not.toMatch(ENGLISH);
    }
  });
});
