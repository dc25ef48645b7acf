import { describe, expect, test } from 'vitest';
import { check } from '../../src/check/check.ts';
import { fixReport } from '../../src/edit/fix.ts';
import { readReport } from '../../src/report/report.ts';
import { parse } from '../../src/source/parse.ts';
import { EVERY_EDITION } from '../reports.ts';
import { roughReport } from './rough.ts';

const errors = (text: string) =>
  check(parse(text, 'rough.yaml')).diagnostics.filter(({ severity }) => severity === 'error');

describe.each(EVERY_EDITION)('rough reports in the form of %s', (_, form) => {
  test.each(Array.from({ length: 40 }, (_, seed) => [seed]))('%i', (seed) => {
    const rough = roughReport(form, seed);
    const source = parse(rough.text, 'rough.yaml');
    const fixed = fixReport(source);
    const { text, data } = fixed.source;

    // It can be read, and there is nothing more to do.
    expect(fixed.source.findings, rough.text).toEqual([]);
    const again = fixReport(parse(text, 'rough.yaml'));
    expect(again.changes).toEqual([]);
    expect(again.source.text).toBe(text);

    // Every number that was meant, none that was not.
    const { cells } = readReport(data);
    for (const [path, value] of rough.meant) {
      const cell = cells.get(path);
      if (cell?.state !== 'unknown') expect.soft(cell?.value, path).toBe(value);
      else expect.soft(cell.total || cell.reason === 'missing', path).toBe(true);
    }
    for (const path of rough.refused) expect.soft(cells.get(path)?.state, path).toBe('unknown');
    // A row of totals that is not all known can't be written: what is left out of a row is zero.
    const open = [...cells.values()].filter(
      ({ state, path }) => state === 'computed' && !path.includes('outcomes.total.'),
    );
    expect(open).toEqual([]);

    // Known before, the same now; and no error more.
    if (source.data !== undefined) {
      const split = new Set(fixed.changes.map(({ path }) => path));
      for (const cell of readReport(source.data).cells.values()) {
        if (cell.state !== 'unknown' && !split.has(cell.path)) expect.soft(cells.get(cell.path)?.text).toBe(cell.text);
      }
    }
    expect(errors(text).length).toBeLessThanOrEqual(errors(rough.text).length);

    // Comments and line ends as they were.
    const kept = rough.comments.filter((comment) => text.includes(comment));
    expect(kept).toEqual(rough.comments);
    expect(/(?<!\r)\n/.test(text)).toBe(/(?<!\r)\n/.test(rough.text));
  });
});
