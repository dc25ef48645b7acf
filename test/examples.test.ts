import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { findingsOf, oneLine } from './harness.ts';

const folder = new URL('../examples/', import.meta.url);
const read = (file: string) => readFileSync(new URL(file, folder), 'utf8');
const sound = readdirSync(folder).filter((file) => file.endsWith('.yaml') && file !== 'broken.yaml');

test.each(sound)('%s has no finding', (file) => {
  expect(findingsOf(read(file), file).map(oneLine)).toEqual([]);
});

test('broken.yaml has a finding in every line that says what is wrong with it', () => {
  const text = read('broken.yaml');
  const found = new Set(findingsOf(text).map(({ range }) => range.line));
  const promised = text.split('\n').flatMap((line, index) => (/\S.* # |^ +# unclear/.test(line) ? [index + 1] : []));
  // A row that is not there has no line of its own: its group stands for it. A wrong total is shown at the row that opens the sum.
  const elsewhere = new Set([text.split('\n').findIndex((line) => line.includes('# unclear')) + 1]);
  expect(promised.length).toBeGreaterThan(12);
  for (const line of promised.filter((one) => !elsewhere.has(one))) expect.soft(found, `line ${line}`).toContain(line);
});
