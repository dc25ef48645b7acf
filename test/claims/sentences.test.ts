import { expect, test } from 'vitest';
// @ts-expect-error: plain JavaScript beside the benches
import { countsOf, linesOf, measure } from '../../bench/sentences/measure.mjs';
// @ts-expect-error: plain JavaScript beside the benches
import { itemsOf, OWN } from '../../bench/sentences/read-set.mjs';
import { claimsOf } from '../../src/api.ts';
import { check } from '../../src/check/check.ts';
import { readReport } from '../../src/report/report.ts';
import { parse } from '../../src/source/parse.ts';

/** What has been reached, in per cent. Raise `reported` and lower `flagged` when more is read; never the other way. */
const REACHED = { flagged: 0, reported: 95 };

test('sentences written without knowledge of the grammar', () => {
  const outcomes = measure(itemsOf(OWN), { check, claimsOf, parse, readReport });
  const { right, errors, warnings, made, reported } = countsOf(outcomes);
  const lines: string = linesOf(outcomes).join('\n');
  const about = (start: string) =>
    `\n${lines
      .split(/\n(?! )/)
      .filter((line) => line.startsWith(start))
      .join('\n')}`;
  expect(right).toBeGreaterThan(200);
  expect(made).toBeGreaterThan(200);
  expect(errors, `errors on right texts${about('right')}`).toBe(0);
  expect((100 * warnings) / right, `% of right texts flagged${about('right')}`).toBeLessThanOrEqual(REACHED.flagged);
  expect((100 * reported) / made, `% reported${about('not reported')}`).toBeGreaterThanOrEqual(REACHED.reported);
});
