import { expect, test } from 'vitest';
import { asSource } from '../../src/import/as-source.ts';
import { type CellPart, readingWith } from './reading.ts';

const PATH = 'applications.received.natural_person';
const stateOf = (cell: CellPart) => {
  const reading = readingWith({ cells: { [PATH]: { confidence: 'unknown', reason: 'blank', text: '', ...cell } } });
  return asSource(reading, 'year: 2023').published?.cells.get(PATH)?.state;
};

test.each([
  [{ confidence: 'sure', reason: 'plain', value: '3', text: '3' }, 'number'],
  [{ confidence: 'sure', reason: 'note', value: '3', text: '3（重报）' }, 'number'],
  [{ confidence: 'doubtful', reason: 'proved-zero', value: '0' }, 'zero'],
  [{ confidence: 'doubtful', reason: 'shifted', value: '3', text: '3' }, 'doubtful'],
  [{ reason: 'blank' }, 'blank'],
  [{ reason: 'dash', text: '—' }, 'blank'],
  [{ reason: 'not-a-number', text: '若干' }, 'words'],
  [{ reason: 'not-a-number', text: '52\n9' }, 'doubtful'],
  [{ reason: 'missing' }, 'missing'],
] as const)('%j is %s in checks', (cell, state) => {
  expect(stateOf(cell)).toBe(state);
});
