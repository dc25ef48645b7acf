import { cachedDataVersionTag } from 'node:v8';
import { expect, test } from 'vitest';
import { inlineAsUsual, inlineLess } from '../../src/batch/inline-less.ts';

test("V8's own limits are back at the end, so that compiled code that is kept fits the next run", () => {
  const usual = cachedDataVersionTag();
  inlineLess();
  expect(cachedDataVersionTag()).not.toBe(usual);
  inlineAsUsual();
  expect(cachedDataVersionTag()).toBe(usual);
  inlineAsUsual();
  expect(cachedDataVersionTag()).toBe(usual);
});
