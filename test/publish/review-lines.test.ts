import { expect, test } from 'vitest';
import { linesOf, shortened, withinLines } from '../../src/publish/review-lines.ts';
import { randomNumbers } from '../reports.ts';

test('whatever the lists, they take no more lines than there are, and every item is shown or counted', () => {
  const next = randomNumbers(7);
  for (let round = 0; round < 300; round++) {
    const lists = ['错误', '待填', '警告', '豁免'].map((title, index) => {
      const items = Array.from({ length: next() % 30 }, () => shortened('字'.repeat(1 + (next() % 120)), 2));
      return { title, count: items.length, items, inline: index === 1, command: 'report validate' };
    });
    const notes = withinLines(lists, 14);
    const used = notes.flatMap(({ lines, more }) => [...lines, ...(more ? [more] : [])]);
    expect(used.reduce((sum, line) => sum + linesOf(line), 0)).toBeLessThanOrEqual(14);
    for (const [index, { lines, more = '0' }] of notes.entries()) {
      const shown = index === 1 ? lines.flatMap((line) => line.split('；')) : lines;
      const items = lists[index]?.items ?? [];
      const counted = Number(/\d+/.exec(more)?.[0]);
      expect(shown.length + counted).toBe(items.length === 0 ? 1 : items.length);
    }
  }
});

test('a word that is longer than the rest of the line begins a new one', () => {
  expect(linesOf('字'.repeat(40))).toBe(1);
  expect(linesOf(`${'字'.repeat(40)}${'a'.repeat(20)}`)).toBe(2);
  expect(linesOf(`字${'M'.repeat(60)}`)).toBe(3);
  expect(shortened('字'.repeat(100), 1)).toMatch(/^字{44}…$/);
  expect(shortened('字', 0.2)).toBe('字');
});
