import { expect, test } from 'vitest';
// @ts-expect-error: plain JavaScript beside the benches
import { generate } from '../../bench/claim-templates.mjs';
import { readReport } from '../../src/report/report.ts';
import { judgeWith } from './judged.ts';

interface Sentence {
  readonly text: string;
  readonly data: unknown;
  readonly previous: unknown;
  readonly expected: 'true' | 'false' | 'trap';
}

const verdictsOf = ({ text, data, previous }: Sentence) => {
  const years = { report: readReport(data), ...(previous !== undefined && { previous: readReport(previous) }) };
  return judgeWith(text, years).map(({ verdict }) => verdict);
};

// Numbers differ from seed to seed, the sentences are the same.
test.each([1, 2024])('sentences written apart from the grammar, with numbers of seed %i', (seed) => {
  const sentences = (generate(seed) as Sentence[]).map((one) => ({ ...one, verdicts: verdictsOf(one) }));
  const alarms = sentences.filter(({ expected, verdicts }) => expected !== 'false' && verdicts.includes('contradicts'));
  expect(alarms.map(({ text }) => text)).toEqual([]);
  const [trues, falses] = ['true', 'false'].map((expected) => sentences.filter((one) => one.expected === expected));
  const share = (all: typeof sentences = [], verdict = '') =>
    all.filter(({ verdicts }) => verdicts.includes(verdict as never)).length / all.length;
  expect(trues?.length).toBeGreaterThan(100);
  expect(share(trues, 'agrees')).toBeGreaterThan(0.95);
  expect(share(falses, 'contradicts')).toBeGreaterThan(0.95);
});
