import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { compare, expectations, findingsOf } from './harness.ts';

const folder = new URL('fixtures/', import.meta.url);
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  // The inputs in fuzz/ have no comments; test/fuzz runs them.
  .filter((file) => file.endsWith('.yaml') && !file.startsWith('fuzz/'))
  .sort();

/** Every file of test/fixtures/: exactly the findings that its comments ask for, no more and no less. */
describe('findings stand where the comments say', () => {
  test.each(files)('%s', (file) => {
    const text = readFileSync(new URL(file, folder), 'utf8');
    const { asked, found } = compare(text, findingsOf(text, file));
    expect(found).toEqual(asked);
  });

  test('a sound fixture asks for no error, every other one for something', () => {
    for (const file of files) {
      const text = readFileSync(new URL(file, folder), 'utf8');
      const errors = expectations(text).filter(({ severity }) => severity === 'error');
      expect.soft(errors.length > 0 || expectations(text).length > 0, file).toBe(!file.startsWith('sound/'));
    }
  });
});

describe('the comments are read', () => {
  test('for the next line that is no such comment, with column, message and hint where given', () => {
    expect(expectations('a: 1\n# error: x\n  # warning@4: y 一 二 → 三 四\nb: 2\n')).toEqual([
      { line: 4, severity: 'error', rule: 'x', column: undefined, message: '', hint: '' },
      { line: 4, severity: 'warning', rule: 'y', column: 4, message: '一 二', hint: '三 四' },
    ]);
  });

  test('and a finding nobody asked for shows', () => {
    const text = '# error: not-a-count\nyear: 2023\n';
    const [first] = findingsOf(text);
    expect(first).toBeDefined();
    const { asked, found } = compare(text, first ? [first] : []);
    expect(found).not.toEqual(asked);
  });
});
