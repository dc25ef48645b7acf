import { describe, expect, test } from 'vitest';
import { fillGaps, onlyValue } from '../../../src/check/sums/gaps.ts';
import { readReport } from '../../../src/report/report.ts';
import { at, type Data, EVERY_EDITION, put, randomNumbers, soundReport } from '../../reports.ts';
import { picker } from './picker.ts';

/** A sound report with some cells blanked: which, and what the equations say of them. */
function blanked(sound: Data, seed: number) {
  const pick = picker(seed);
  const cells = [...readReport(sound).cells.values()].filter(({ path }) => !path.startsWith('active_disclosure'));
  const data = structuredClone(sound);
  const gaps = new Set(Array.from({ length: 1 + pick(40) }, () => cells[pick(cells.length)]?.path ?? ''));
  for (const path of gaps) put(data, path, null);
  const { cells: after, equations } = readReport(data);
  return { gaps, ...fillGaps(after, equations) };
}

describe.each(EVERY_EDITION)('a sound report of %s with 1 to 40 blanks', (_, form) => {
  test('contradicts nothing, and what the sums leave for a blank is what stood there', () => {
    let told = 0;
    for (let seed = 1; seed <= 200; seed++) {
      const sound = soundReport(form, randomNumbers(seed));
      const { gaps, known, broken } = blanked(sound, seed);
      expect.soft([...broken], `seed ${seed}`).toEqual([]);
      for (const path of gaps) {
        const bounds = known.get(path);
        const truth = Number(at(sound, path));
        if (!bounds) continue;
        expect.soft(bounds.least <= truth && truth <= bounds.most, `seed ${seed}: ${path}`).toBe(true);
        const only = onlyValue({ known, broken }, path);
        if (only === undefined) continue;
        expect.soft(only, `seed ${seed}: ${path}`).toBe(truth);
        told++;
      }
    }
    // Most blanks are the only one of some row or column.
    expect(told).toBeGreaterThan(1000);
  });
});
