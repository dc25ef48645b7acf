import { describe, expect, test } from 'vitest';
import { check } from '../../src/check/check.ts';
import { readPublished } from '../../src/import/read-published.ts';
import { publicationOf } from '../../src/publish/publication.ts';
import { workbookOf } from '../../src/render/workbook/workbook.ts';
import { parse } from '../../src/source/parse.ts';
import { EVERY_REPORT } from '../render/drafts.ts';

const REPORTS = EVERY_REPORT.filter(
  ([name]) => /^examples\/[^/]*$|\/(?:sound|hybrid)\/|^skeleton/u.test(name) && !name.includes('broken'),
);

/** The workbook of a report, read as any published file is. */
async function andBack(text: string) {
  const checked = check(parse(text, 'a.yaml'));
  const bytes = await workbookOf(publicationOf(checked, { formats: ['xlsx'], base: 'a', template: 'x', draft: true }));
  return { report: checked.report, reading: await readPublished({ name: 'a.xlsx', bytes }) };
}

describe.each(REPORTS)('%s', (_, text) => {
  test('has the same numbers after it was a workbook, and says which report it is', async () => {
    const { report, reading } = await andBack(text);
    const { tables, workbook } = reading;
    expect(workbook).toMatchObject({ agency: report?.agencyName, year: `${report?.year ?? ''}` });
    const expected = [...(report?.cells.values() ?? [])].filter(({ path }) => workbook?.numbers.has(path));
    expect(expected.length).toBeGreaterThan(180);
    const plain = (number: string | undefined) => number?.replace(/^\+/u, '').replace(/(\.\d*?)0+$/u, '$1') ?? '';
    const read = expected.map(({ path }) => {
      const { value, note, confidence, reason } = tables.cells.get(path) ?? {};
      // A blank that the sums prove to be 0 is offered as such.
      return reason === 'proved-zero' ? [path, '', note, 'unknown'] : [path, plain(value), note, confidence];
    });
    expect(read).toEqual(
      expected.map(({ path, text: own, note }) => [path, plain(own), note, own === '' ? 'unknown' : 'sure']),
    );
    expect(tables.leftovers).toEqual([]);
  });
});
