import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { reportFileOf } from '../../bench/reports/report-files.ts';
import { DEFAULT_SETTINGS } from '../../src/check/settings.ts';
import { checkFor, checkOnce } from '../../src/publish/check-once.ts';
import { readReport } from '../../src/report/report.ts';
import { parse } from '../../src/source/parse.ts';
import { type CheckedFile, checkPrepared, type PreparedFile } from '../../src/workspace/check-files.ts';

const TODAY = '2026-01-10';
const CLEAN = reportFileOf(1, 0).text;
const BEFORE = reportFileOf(2, 0).text;

function fileOf(text: string, changes: Partial<PreparedFile> = {}): PreparedFile {
  return {
    source: parse(text, 'a.yaml'),
    input: { path: undefined, name: 'a.yaml', base: 'a', found: false },
    settingsAround: {
      root: '/',
      inRepository: false,
      folders: ['/'],
      config: undefined,
      configFolder: undefined,
      baseline: undefined,
      baselineFolder: undefined,
      ignored: [],
    },
    settings: DEFAULT_SETTINGS,
    known: [],
    lacksPrevious: false,
    ...changes,
  };
}

/** A check with a cache of names in memory. */
function remembering() {
  const names = new Set<string>();
  const asked: boolean[] = [];
  const check = checkOnce({
    find: (name) => {
      asked.push(names.has(name));
      return names.has(name) ? [] : undefined;
    },
    keep: (name) => void names.add(name),
  });
  return { check, names, wasKnown: () => asked.at(-1) };
}

/** Without what is computed when it is asked for. */
const resultIn = ({ source, report, ...result }: CheckedFile) => ({ ...result, data: report?.data, text: source.text });

const previousOf = (text: string) => {
  const source = parse(text, 'b.yaml');
  return { source, report: readReport(source.data) };
};

describe('a report without findings', () => {
  test('is checked once; the second time the result is the same', () => {
    const { check, wasKnown } = remembering();
    const [first, second] = [check(fileOf(CLEAN), TODAY), check(fileOf(CLEAN), TODAY)];
    expect(wasKnown()).toBe(true);
    expect(resultIn(second)).toEqual(resultIn(first));
    expect(resultIn(second)).toEqual(resultIn(checkPrepared(fileOf(CLEAN), TODAY)));
  });

  test.each<[string, PreparedFile, string]>([
    ['its text', fileOf(`${CLEAN}\n# more\n`), TODAY],
    ['its name', { ...fileOf(CLEAN), source: parse(CLEAN, 'c.yaml') }, TODAY],
    ['the day', fileOf(CLEAN), '2026-01-11'],
    ['the settings', fileOf(CLEAN, { settings: { ...DEFAULT_SETTINGS, severities: { 'fee-in-tens': 'off' } } }), TODAY],
    ['last year’s report', fileOf(CLEAN, { previous: previousOf(BEFORE) }), TODAY],
    [
      'why last year’s report is missing',
      fileOf(CLEAN, { previous: { rule: 'r', severity: 'error', message: { zh: '', en: '' }, path: [] } }),
      TODAY,
    ],
  ])('is checked again if %s changes', (_, changed, today) => {
    const { check, wasKnown } = remembering();
    check(fileOf(CLEAN), TODAY);
    check(changed, today);
    expect(wasKnown()).toBe(false);
  });
});

test.each([
  ['with a finding', CLEAN.replace(/^( +total: )(\d+)/mu, (_, key, total) => `${key}${Number(total) + 1}`)],
  ['that cannot be read', 'year: [2024'],
  ['with a waiver', `${CLEAN}\nwaivers:\n  - { rule: fee-in-tens, at: year, reason: 看过 }\n`],
])('a report %s is checked every time', (_, text) => {
  const { check, names } = remembering();
  const first = check(fileOf(text), TODAY);
  expect(first.diagnostics.length + first.waivers.length).toBeGreaterThan(0);
  expect(names.size).toBe(0);
  expect(resultIn(check(fileOf(text), TODAY))).toEqual(resultIn(first));
});

test('a note in a cache that others can write to does not count', () => {
  const folder = mkdtempSync(join(tmpdir(), 'report-test-'));
  const check = checkFor({ cache: true }, { REPORT_CACHE_DIR: folder });
  const notes = () => readdirSync(join(folder, 'built'));
  check(fileOf(CLEAN), TODAY);
  const [note = ''] = notes();
  expect(notes()).toHaveLength(1);
  check(fileOf(CLEAN), TODAY);
  expect(notes()).toEqual([note]);
  // A note that somebody else has written is removed, and the report is checked.
  writeFileSync(join(folder, 'built', note), 'x');
  check(fileOf(CLEAN), TODAY);
  expect(readFileSync(join(folder, 'built', note), 'utf8')).not.toBe('x');
  chmodSync(join(folder, 'built'), 0o777);
  const written = statSync(join(folder, 'built', note)).mtimeMs;
  expect(check(fileOf(CLEAN), TODAY).diagnostics).toEqual([]);
  expect(statSync(join(folder, 'built', note)).mtimeMs).toBe(written);
  rmSync(folder, { recursive: true });
});
