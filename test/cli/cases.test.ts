import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CASES, FILES } from './cases.ts';
import { asProcess, folderWith, inProcess } from './run.ts';

/** One case for each command, exit code, use of standard input, and environment. */
const OF_EACH_KIND = [
  ...new Map(CASES.map((one) => [[one.argv[0], one.code, one.stdin !== undefined, one.env].join(), one])).values(),
];

describe.each([
  ['in this process', inProcess, CASES],
  ['as a process of its own', asProcess, OF_EACH_KIND],
])('%s', (_, run, cases) => {
  let folder: Awaited<ReturnType<typeof folderWith>>;
  beforeAll(async () => {
    folder = await folderWith(FILES);
  });
  afterAll(() => folder.remove());

  test.concurrent.each(cases.map((one) => [one.name, one] as const))('%s', async (_name, one) => {
    const { argv, stdin, env, code, stdout, stderr } = one;
    const outcome = await run(argv, { cwd: folder.path, stdin, env });
    const said = `${outcome.stdout}\n--- stderr\n${outcome.stderr}`;
    expect(outcome.code, said).toBe(code);
    if (stdout !== undefined) expect(outcome.stdout, said).toMatch(stdout === '' ? /^$/ : stdout);
    if (stderr !== undefined) expect(outcome.stderr, said).toMatch(stderr === '' ? /^$/ : stderr);
    expect(said).not.toMatch(/ at .*\.[jt]s:\d+/);
  });

  test('and no case changed a file or left one behind', () => {
    expect(readFileSync(join(folder.path, 'sound.yaml'), 'utf8')).toBe(FILES['sound.yaml']);
    expect(['out', 'new.yaml'].filter((name) => existsSync(join(folder.path, name)))).toEqual([]);
  });
});
