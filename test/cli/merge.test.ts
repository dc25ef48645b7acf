import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { REPORTERS } from '../../src/reporters/index.ts';
import { RESULT_SCHEMA } from '../../src/reporters/result-schema.ts';
import { nothingHappened, put, yamlOf } from '../reports.ts';
import { type Folder, folderWith, inProcess } from './run.ts';

const wrong = yamlOf(put(nothingHappened(), 'reconsideration_and_litigation.litigation', 7));
const waived = yamlOf({
  ...nothingHappened(),
  published: '2024-02-10',
  waivers: [{ rule: 'published-late', at: 'published', values: { published: '2024-02-10' }, reason: 'a' }],
});
const FILES = Object.fromEntries(
  Array.from({ length: 9 }, (_, index) => [
    `reports/${index}.yaml`,
    [yamlOf(nothingHappened()), wrong, waived, 'year: 2023\nagency: {\n'][index % 4] as string,
  ]),
);

let folder: Folder;
const run = (...argv: string[]) => inProcess([...argv, '--lang', 'en'], { cwd: folder.path });
const resultOf = (name: string) => readFile(join(folder.path, name), 'utf8');
beforeAll(async () => {
  folder = await folderWith(FILES);
  for (const index of [1, 2, 3]) {
    await run('validate', 'reports', '--shard', `${index}/3`, '--reporter', `json=${index}.json`);
    await run('validate', 'reports', '--shard', `${index}/2`, '--reporter', `json=half-${index}.json`);
  }
  await run('validate', 'reports', '--reporter', 'json=whole.json');
  await run('validate', 'reports/1.yaml', '--shard', '1/1', '--reporter', 'json=single.json');
});
afterAll(() => folder.remove());

describe('the results of all shards', () => {
  test.each(Object.keys(REPORTERS))('are those of one run, as %s', async (reporter) => {
    const merged = await run('merge', '3.json', '1.json', '2.json', '--reporter', `${reporter}=merged`);
    const whole = await run('validate', 'reports', '--reporter', `${reporter}=whole`);
    expect(merged).toEqual(whole);
    expect(await readFile(join(folder.path, 'merged'))).toEqual(await readFile(join(folder.path, 'whole')));
  });

  test('are printed with the exit code of one run', async () => {
    const merged = await run('merge', '1.json', '2.json', '3.json', '--verbose');
    expect(merged).toEqual(await run('validate', 'reports', '--verbose'));
    expect(merged.code).toBe(1);
  });

  test('count once if they are given twice', async () => {
    expect(await run('merge', '1.json', '2.json', '3.json', '1.json')).toEqual(
      await run('merge', '1.json', '2.json', '3.json'),
    );
  });

  test('have the form of the published schema', async () => {
    const validate = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(RESULT_SCHEMA);
    expect(validate(JSON.parse(await resultOf('1.json'))), JSON.stringify(validate.errors)).toBe(true);
  });

  test('have the problems of each shard once', async () => {
    for (const index of [1, 2]) {
      await run('validate', 'reports', 'none.yaml', '--shard', `${index}/2`, '--reporter', `json=p${index}.json`);
    }
    const { code, stdout, stderr } = await run('merge', 'p1.json', 'p2.json', '--reporter', 'json');
    expect([code, stderr.match(/There is no file none/g)]).toEqual([2, ['There is no file none']]);
    expect(JSON.parse(stdout).problems).toHaveLength(1);
  });
});

describe('refused or told with exit code 2:', () => {
  const told = async (argv: readonly string[], words: string) => {
    const { code, stderr } = await run('merge', ...argv);
    expect([code, stderr]).toEqual([2, expect.stringContaining(words)]);
  };

  test('a missing shard; the others are printed', async () => {
    await told(['1.json', '3.json'], 'Results are missing: 2/3');
    const { stdout } = await run('merge', '1.json', '3.json', '--reporter', 'json');
    expect(JSON.parse(stdout).problems).toHaveLength(1);
    expect(JSON.parse(stdout).files.length).toBeGreaterThan(0);
  });

  test('shards of different runs', () =>
    told(['1.json', 'half-2.json'], '1.json is one of 3 shards, half-2.json one of 2'));

  test('shares of different lists of files', async () => {
    const elsewhere = { cwd: join(folder.path, 'reports') };
    await inProcess(['validate', '.', '--shard', '2/3', '--reporter', 'json=../inside.json'], elsewhere);
    await told(['1.json', 'inside.json'], '1.json and inside.json are not shares of the same files');
  });

  test('different results for one report', async () => {
    await folder.write({
      'other.json': (await resultOf('single.json')).replaceAll('"severity": "error"', '"severity": "info"'),
    });
    await told(['single.json', 'other.json'], 'single.json and other.json have different results for');
  });

  test('results of another version', async () => {
    await folder.write({ 'old.json': (await resultOf('1.json')).replace(/"tool": ".*?"/, '"tool": "0.0.9"') });
    await told(['old.json'], 'old.json is a result of report 0.0.9; this is');
  });

  test('results without --shard', () => told(['whole.json'], 'whole.json was written without --shard'));

  test.each([
    ['nothing', ''],
    ['a report', yamlOf(nothingHappened())],
    ['other JSON', '[{"version": 1}]'],
    ['a result with another shape', '{"version": 1, "files": [], "shard": {"index": 1}}'],
  ])('%s', async (_, content) => {
    await folder.write({ 'x.json': content });
    await told(['x.json'], 'x.json is not a result written by --reporter json');
  });

  test('any value of a result that has another type', async () => {
    const whole = JSON.parse(await resultOf('single.json'));
    const places = placesIn(whole.shard, ['shard']);
    expect(places.length).toBeGreaterThan(30);
    for (const place of places) {
      const broken = structuredClone(whole);
      setAt(broken, place, false);
      await folder.write({ 'x.json': JSON.stringify(broken) });
      expect([place, (await run('merge', 'x.json')).code]).toEqual([place, 2]);
    }
  });

  test('a file that does not exist', () => told(['none.json'], 'none.json'));

  test('writing over a result', () => told(['1.json', '--reporter', 'text=1.json'], '1.json'));
});

/** The paths of all values in the first item of each list. */
function placesIn(value: unknown, at: readonly string[]): (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [at];
  const entries = Object.entries(value).filter(([key]) => !Array.isArray(value) || key === '0');
  return [at, ...entries.flatMap(([key, inner]) => placesIn(inner, [...at, key]))];
}

function setAt(root: Record<string, unknown>, place: readonly string[], value: unknown): void {
  const inner = place.slice(0, -1).reduce((object, key) => object[key] as Record<string, unknown>, root);
  inner[place.at(-1) as string] = value;
}
