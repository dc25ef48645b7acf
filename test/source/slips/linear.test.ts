import { expect, test } from 'vitest';
import { fixReport } from '../../../src/edit/fix.ts';
import { parse } from '../../../src/source/parse.ts';
import { findSlips } from '../../../src/source/slips/find-slips.ts';
import { HOSTILE_FILES } from '../hostile-files.ts';

/** Texts that would take a scanner a long time if it went back, by what they have over and over. */
const LONG: Readonly<Record<string, (times: number) => string>> = {
  ...HOSTILE_FILES,
  'full-width colons': (times) => '：'.repeat(times),
  'keys with full-width colons': (times) => 'a：1\n'.repeat(times),
  'full-width commas in braces': (times) => `a: { b: 1${'，'.repeat(times)} }`,
  'open full-width braces': (times) => `a: ${'｛ b: '.repeat(times)}`,
  'words in braces': (times) => `a: { b: ${'c '.repeat(times)}}`,
  'spaces in braces': (times) => `a: { b: ${' '.repeat(times)}c: 1 }`,
  'wide spaces': (times) => `${'\u3000'.repeat(times)}a: 1`,
  'no-break spaces after a colon': (times) => `a:${'\u00a0'.repeat(times)}1`,
  'lines without a key': (times) => `text: |\n${'公开\n'.repeat(times)}`,
  'open quotes': (times) => 'a: "b\n'.repeat(times),
  'quotes that end': (times) => `a: ${'"b" '.repeat(times)}`,
  'deeper and deeper': (times) =>
    Array.from({ length: Math.sqrt(times) }, (_, depth) => `${' '.repeat(depth)}a: 1\n`).join(''),
  'zero-width spaces': (times) => `a: ${'\u200b'.repeat(times)}1`,
  'spaces inside a value': (times) => `a: { b: c${' '.repeat(times)}，} }`,
  'spaces before a comment': (times) => `a: b${' '.repeat(times)}c # d`,
  'number signs': (times) => `text: 公${' #'.repeat(times)}\n  开`,
  'sentences on lines': (times) => `text: 公开。\n${'  公开。\n'.repeat(times)}`,
  'key letters': (times) => `${'a'.repeat(times)}：1`,
  'open braces': (times) => `a: ${'{ b: '.repeat(times)}\nc: 1`,
  'commas after an open brace': (times) => `a: { b: 1${', '.repeat(times)}\nc: 1`,
  'marks of code blocks': (times) => '```\n'.repeat(times),
  'equals signs': (times) => `a ${'='.repeat(times)}`,
};

test.each(Object.entries(LONG))('%s: a long text is looked through, and nothing is thrown', (_, text) => {
  expect(findSlips(text(100_000)).length).toBeLessThanOrEqual(100);
  expect(() => fixReport(parse(text(5000), 'a.yaml'))).not.toThrow();
});
