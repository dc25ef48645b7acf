import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { WORDS } from '../../src/claims/vocabulary/index.ts';
import { spellingsOf } from '../../src/claims/vocabulary/words.ts';

test('no spelling stands twice in the vocabulary', () => {
  const places = new Map<string, string[]>();
  for (const { role, value, words } of WORDS)
    for (const pattern of words.split(/\s+/).filter(Boolean))
      for (const word of spellingsOf(pattern))
        places.set(word, [...(places.get(word) ?? []), `${value === '' ? role : `${role} ${value}`} ${pattern}`]);
  expect(places.size).toBeGreaterThan(2000);
  const repeated = [...places].filter(([, own]) => own.length > 1).map(([word, own]) => `${word}: ${own.join(' | ')}`);
  expect(repeated).toEqual([]);
});

/** The regular expressions of a program, without its comments. */
const expressionsIn = (program: string): string[] =>
  program
    .replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '')
    .match(/(?<=[=(,:?&|!\s])\/(?:[^/\\\n[]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\/[a-z]*(?=[\s.,;)])|new RegExp\([^;]*?;/g) ??
  [];

test('words stand in the vocabulary, not in regular expressions', () => {
  const sample = 'words.replace(/^本年/u, "");\nnew RegExp(YEAR, "u");\n/** 本年/上年 */';
  expect(expressionsIn(sample)).toEqual(['/^本年/u', 'new RegExp(YEAR, "u");']);
  const claims = new URL('../../src/claims/', import.meta.url);
  const programs = readdirSync(claims, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => file.endsWith('.ts') && !/^vocabulary\/|^lex\/(?:times|figures)\.ts$/.test(file));
  expect(programs.length).toBeGreaterThan(20);
  const found = programs.flatMap((file) =>
    expressionsIn(readFileSync(new URL(file, claims), 'utf8'))
      .filter((expression) => /\p{Script=Han}/u.test(expression))
      .map((expression) => `${file}: ${expression}`),
  );
  expect(found).toEqual([]);
});
