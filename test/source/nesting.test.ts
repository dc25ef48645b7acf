import { expect, test } from 'vitest';
import { findingsOf, oneLine } from '../harness.ts';

/** Apart from the other tests of the parser: running out of stack in the middle of it can end the whole process. */
test.each([
  ['100,000 nested brackets', `year: ${'['.repeat(100_000)}${']'.repeat(100_000)}\n`],
  ['100,000 open brackets', '['.repeat(100_000)],
  ['5,000 nested maps', `rules: ${'{a: '.repeat(5000)}1${'}'.repeat(5000)}\n`],
  ['3,000 indented keys', Array.from({ length: 3000 }, (_, depth) => `${' '.repeat(depth)}a:\n`).join('')],
])('%s are one finding', (_, text) => {
  expect(findingsOf(text).map(oneLine)).toEqual([expect.stringContaining('error yaml-too-deep 嵌套太深')]);
});
