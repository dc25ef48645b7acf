import { describe, expect, test } from 'vitest';
import { gapsOf } from '../../../src/check/sums/gaps.ts';
import { checkSums } from '../../../src/check/sums/identities.ts';
import { readReport } from '../../../src/report/report.ts';
import { at, type Data, EVERY_EDITION, put, randomNumbers, soundReport } from '../../reports.ts';
import { picker } from './picker.ts';

/** The findings about sums, without the rest of the checks. */
const findings = (data: Data) => {
  const report = readReport(data);
  return checkSums(report, gapsOf(report), []).findings;
};
const pathOf = ({ path }: { path: readonly (string | number)[] }): string => path.join('.');
/** The sum a finding speaks of; which of its cells it stands at may change. */
const nameOf = ({ rule, message }: ReturnType<typeof findings>[number]) => `${rule} ${message.zh.split('：')[0]}`;

const cellsOf = (data: Data, table: string): string[] =>
  [...readReport(data).cells.keys()].filter((path) => path.startsWith(table));

const HINT = /: (\d+) -> (\d+) would fix (?:this finding|these (\d+) findings)$/;

/** Does what each hint says: the findings it names are gone, and no other has come. */
function whatHintsDo(data: Data): { hint: string; promised: number; gone: number; came: string[] }[] {
  const found = findings(data);
  return found.flatMap(({ hint, path }) => {
    const match = HINT.exec(hint?.en ?? '');
    if (!match) return [];
    const cell = path.join('.');
    const after = findings(put(structuredClone(data), cell, Number(match[2])));
    const before = new Set(found.map(nameOf));
    const came = after.map(nameOf).filter((name) => !before.has(name));
    const promised = Number(match[3] ?? 1);
    return [{ hint: hint?.en ?? '', promised, gone: found.length - after.length, came }];
  });
}

const changedAt = (data: Data, path: string, by: number): Data =>
  put(data, path, Math.max(0, Number(at(data, path)) + by));

describe.each(EVERY_EDITION)('random reports of %s that add up', (_, form) => {
  test('one changed number of table 三 is always named, with what stood there', () => {
    for (let seed = 1; seed <= 80; seed++) {
      const pick = picker(seed);
      const sound = soundReport(form, randomNumbers(seed));
      const cells = cellsOf(sound, 'applications.');
      const cell = cells[pick(cells.length)] ?? '';
      const wrong = changedAt(structuredClone(sound), cell, 1 + pick(300));
      const roots = findings(wrong).filter(({ cause }) => cause === undefined);
      expect.soft(roots.map(pathOf), `seed ${seed}`).toEqual([cell]);
      expect.soft(roots[0]?.hint?.en, `seed ${seed}`).toContain(`${at(wrong, cell)} -> ${at(sound, cell)} would`);
    }
  });

  test('two changed numbers lead to no hint that does not settle what it says', () => {
    let hints = 0;
    for (let seed = 1; seed <= 80; seed++) {
      const pick = picker(seed);
      const sound = soundReport(form, randomNumbers(seed));
      const cells = [...cellsOf(sound, 'applications.'), ...cellsOf(sound, 'reconsideration')];
      const wrong = structuredClone(sound);
      // Small changes on purpose: they can cancel each other out.
      for (let count = 0; count < 2; count++) changedAt(wrong, cells[pick(cells.length)] ?? '', pick(5) - 2);
      for (const { hint, promised, gone, came } of whatHintsDo(wrong)) {
        hints++;
        expect.soft({ gone, came }, `seed ${seed}: ${hint}`).toEqual({ gone: promised, came: [] });
      }
    }
    expect(hints).toBeGreaterThan(50);
  });

  test('nor do two changes in one row or column, some totals left out', () => {
    for (let seed = 1; seed <= 80; seed++) {
      const pick = picker(seed);
      const sound = soundReport(form, randomNumbers(seed));
      const cells = cellsOf(sound, 'applications.').filter((path) => !path.includes('total'));
      const first = cells[pick(cells.length)] ?? '';
      const near = cells.filter((path) => shareOfPath(path, first));
      const wrong = structuredClone(sound);
      changedAt(wrong, first, 1 + pick(3));
      changedAt(wrong, near[pick(near.length)] ?? '', 1 + pick(3));
      if (seed % 2 === 0) delete (at(wrong, first.slice(0, first.lastIndexOf('.'))) as Data).total;
      if (seed % 3 === 0) delete (at(wrong, 'applications.outcomes') as Data).total;
      for (const { hint, promised, gone, came } of whatHintsDo(wrong)) {
        expect.soft({ gone, came }, `seed ${seed}: ${hint}`).toEqual({ gone: promised, came: [] });
      }
    }
  });
});

/** The same row, or the same column. */
function shareOfPath(one: string, other: string): boolean {
  const at = (path: string) => path.lastIndexOf('.');
  return one.slice(0, at(one)) === other.slice(0, at(other)) || one.slice(at(one)) === other.slice(at(other));
}
