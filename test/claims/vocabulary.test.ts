import { expect, test } from 'vitest';
import { WORDS } from '../../src/claims/vocabulary/index.ts';
import { spread } from '../../src/claims/vocabulary/words.ts';

test('no spelling stands twice in the vocabulary', () => {
  const places = new Map<string, string[]>();
  for (const { role, value, words } of WORDS)
    for (const pattern of words.split(/\s+/).filter(Boolean))
      for (const word of new Set(spread(pattern)))
        places.set(word, [...(places.get(word) ?? []), `${value === '' ? role : `${role} ${value}`} ${pattern}`]);
  expect(places.size).toBeGreaterThan(2000);
  const repeated = [...places].filter(([, own]) => own.length > 1).map(([word, own]) => `${word}: ${own.join(' | ')}`);
  expect(repeated).toEqual([]);
});
