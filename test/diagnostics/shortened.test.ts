import { expect, test } from 'vitest';
import { ALL_RULES } from '../../src/check/rule-list.ts';
import { end, shortened, start } from '../../src/diagnostics/shortened.ts';

const long = 'a'.repeat(300);

test('of a quotation 200 characters are left, and the words around it', () => {
  expect(shortened(`“${long}”不是数字`)).toBe(`“${'a'.repeat(200)}…”不是数字`);
  expect(shortened(`"${'a b'.repeat(100)}" is not a number`)).toMatch(/^"[a b]{200}…" is not a number$/);
  expect(shortened(`没有 ${long} 这个选项`)).toBe(`没有 ${'a'.repeat(200)}… 这个选项`);
});

test('whatever it quotes, a message stays short', () => {
  for (const part of ['“', '"', '”“', 'a，', '甲。', '"a', '𠮷 ', '\n']) {
    expect.soft(shortened(`${part.repeat(500_000)}不是数字`).length, part).toBeLessThan(1100);
  }
});

test('the words of the rules are never cut', () => {
  const texts = ALL_RULES.flatMap(({ title, why, source, formula }) => [
    title,
    why,
    source,
    ...(formula ? [formula] : []),
  ]);
  for (const { zh, en } of texts) expect([shortened(zh), shortened(en)]).toEqual([zh, en]);
});

test('no character is cut in two', () => {
  expect(start(`a${'𠮷'.repeat(200)}`)).toBe(`a${'𠮷'.repeat(99)}…`);
  expect(end(`${'𠮷'.repeat(200)}a`)).toBe(`…${'𠮷'.repeat(99)}a`);
  expect(shortened(`“${'𠮷'.repeat(300)}”`)).toBe(`“${'𠮷'.repeat(200)}…”`);
});
