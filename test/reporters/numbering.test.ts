import { expect, test, vi } from 'vitest';
import { numbering } from '../../src/reporters/numbering.ts';

test('equal names are numbered, past names that are taken', () => {
  const unique = numbering();
  expect(['a', 'b', 'a #2', 'a', 'a', 'b'].map(unique)).toEqual(['a', 'b', 'a #2', 'a #3', 'a #4', 'b #2']);
});

test('many equal names take linear time', () => {
  const unique = numbering();
  const looks = vi.spyOn(Set.prototype, 'has');
  for (let count = 0; count < 5000; count++) unique('a');
  const all = looks.mock.calls.length;
  looks.mockRestore();
  expect(all).toBeLessThan(20_000);
});
