import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { ALL_RULES } from '../../src/check/rule-list.ts';
import type { Text } from '../../src/diagnostics/text.ts';
import { findingsOf } from '../harness.ts';
import { checkExample, SHOWN } from '../rule-examples.ts';

const folder = new URL('../fixtures/', import.meta.url);
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.yaml'));
const found = [
  ...files.flatMap((file) => findingsOf(readFileSync(new URL(file, folder), 'utf8'), file)),
  ...SHOWN.flatMap((rule) => checkExample(rule, 'bad').diagnostics),
];
const texts: Text[] = found.flatMap(({ message, hint, related }) => [
  message,
  ...(hint ? [hint] : []),
  ...related.map((other) => other.message),
]);

// What people wrote, and what is printed in the form, is quoted in either language.
const quoted = /[“"‘][^”"’]*[”"’]|\{[^}]*\}|[（(][^）)]*[）)]|[一二三四五六七]、|·|：/gu;

describe('every finding of the fixtures and examples', () => {
  test('there are many of them', () => {
    expect(new Set(found.map(({ rule }) => rule)).size).toBeGreaterThan(18);
  });

  test('is said in both languages, each in its own signs', () => {
    for (const { zh, en } of texts) {
      expect.soft(zh, en).toMatch(/\p{Script=Han}/u);
      expect.soft(en.trim(), zh).not.toBe('');
      expect.soft(`${zh}${en}`).not.toMatch(/undefined|\[object|NaN$/);
    }
  });

  test('is said in English without Chinese punctuation, but for what the form prints', () => {
    for (const { message, hint } of found) {
      for (const en of [message.en, hint?.en ?? '']) expect.soft(en.replace(quoted, '')).not.toMatch(/[，。；、]/u);
    }
  });

  test('has a Chinese message without English sentences of a library', () => {
    const own = /“[^”]*”|report [a-z]+ FILE/gu;
    for (const { zh } of texts) expect.soft(zh.replace(own, '')).not.toMatch(/[a-z]{3,} [a-z-]{3,} [a-z]{3,}/i);
  });

  test('points at a place', () => {
    for (const { range, rule } of found) {
      expect.soft(range.line, rule).toBeGreaterThan(0);
      expect.soft(range.column, rule).toBeGreaterThan(0);
      const forwards = range.endLine > range.line || range.endColumn >= range.column;
      expect.soft(forwards, rule).toBe(true);
    }
  });
});

describe('what is said of every rule', () => {
  const said = ALL_RULES.flatMap(({ id, title, why, source, formula }) =>
    [title, why, source, ...(formula ? [formula] : [])].map((text) => ({ id, ...text })),
  );

  test('is said in both languages', () => {
    for (const { id, zh, en } of said) {
      expect.soft(zh, id).toMatch(/\p{Script=Han}|^YAML/u);
      expect.soft(en.trim(), id).toMatch(/[a-z]|^YAML/u);
    }
  });

  // Notices have names and cells have labels in Chinese only.
  const LABELS = /国办公开办函|〔[0-9]+〕[0-9]+号|[（）“”、·＝]|\p{Script=Han}{1,16}(?!\p{Script=Han})/gu;

  test('is said in English without a Chinese sentence', () => {
    for (const { id, en } of said) {
      expect.soft(en.replace(LABELS, ''), id).not.toMatch(/\p{Script=Han}{17}|[，。；：]/u);
    }
  });

  // Names of formats and files, keys and paths; a command with what follows it; what a placeholder looks like.
  const WORDS =
    /YAML|PDF|HTML|UTF-8|Word|GBK|KB|MB|[a-z]+[._][a-z._]+|\{\{[^}]*\}\}|report\.config\.yaml|report [a-z]+|--prose strict|text: \||previous|build|form|year|period|aspect|“XX”|---/gu;

  test('is said in Chinese without English words, but for keys, paths and commands', () => {
    for (const { id, zh } of said) expect.soft(zh.replace(WORDS, ''), id).not.toMatch(/[A-Za-z]{2,}/);
  });
});
