import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import type { PublishedReading } from '../../src/import/reading.ts';
import { plannedImports } from '../../src/workspace/planned-imports.ts';

const cwd = mkdtempSync(join(tmpdir(), 'report-planned-'));
afterAll(() => rmSync(cwd, { recursive: true }));

type Facts = Readonly<Record<string, string>>;

/** A reading of which only these facts are known. */
const readingWith = (facts: Facts): PublishedReading =>
  ({
    texts: {
      facts: Object.entries(facts).map(([path, value]) => ({
        path,
        value,
        confidence: 'sure',
        text: value,
        place: {},
      })),
    },
  }) as unknown as PublishedReading;

/** The names of the files, with that of last year's report, in the order of the readings. */
const planned = (...readings: Facts[]) =>
  plannedImports(
    readings.map((facts, at) => ({
      input: { path: join(cwd, `${at}.html`), name: `${at}.html`, base: '', found: false },
      reading: readingWith(facts),
    })),
    'reports',
    { cwd, force: false },
  ).map(({ name, previous }) => [name.replace('reports/', ''), previous]);

const report = (year: string, name = '清溪县教育局'): Facts => ({ year, 'agency.name': name });

describe('years', () => {
  test('in any order, each with the year before', () => {
    expect(planned(report('2023'), report('2021'), report('2022'))).toEqual([
      ['清溪县教育局-2023.yaml', '清溪县教育局-2022.yaml'],
      ['清溪县教育局-2021.yaml', undefined],
      ['清溪县教育局-2022.yaml', '清溪县教育局-2021.yaml'],
    ]);
  });

  test('over a gap nothing is linked', () => {
    expect(planned(report('2021'), report('2023')).map(([, previous]) => previous)).toEqual([undefined, undefined]);
  });

  test('two files of one year are refused', () => {
    expect(() => planned(report('2023'), report('2023'))).toThrow(/same agency and year/);
  });
});

describe('agencies', () => {
  test('with other names are not linked, also if one name begins with the other', () => {
    expect(planned(report('2022', '双港区'), report('2023', '双港区管委会')).map(([, previous]) => previous)).toEqual([
      undefined,
      undefined,
    ]);
  });

  test('spaces and the width of brackets make no other name', () => {
    expect(planned(report('2022', '清溪县教育局（本级）'), report('2023', '清溪县 教育局(本级)'))).toEqual([
      ['清溪县教育局（本级）-2022.yaml', undefined],
      ['清溪县教育局(本级)-2023.yaml', '清溪县教育局（本级）-2022.yaml'],
    ]);
  });

  test('are told apart by their full names: a short name is that of many', () => {
    const short = { 'agency.short_name': '县教育局' };
    expect(planned({ ...report('2022'), ...short }, { ...report('2023', '云阳县教育局'), ...short })).toEqual([
      ['清溪县教育局-2022.yaml', undefined],
      ['云阳县教育局-2023.yaml', undefined],
    ]);
  });

  test('that are not known are not linked, and their files keep their names', () => {
    expect(planned({ year: '2022' }, { year: '2023' })).toEqual([
      ['0.yaml', undefined],
      ['1.yaml', undefined],
    ]);
  });
});
