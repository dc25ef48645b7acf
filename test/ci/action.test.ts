import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { REPORTERS } from '../../src/reporters/index.ts';
import { folderWith } from '../cli/run.ts';
import { install, installPrinting } from '../hooks/repository.ts';
import { nothingHappened, put, yamlOf } from '../reports.ts';
import { readAction, runAction, TOOLS } from './steps.ts';

const action = await readAction();
const sound = yamlOf(nothingHappened());
const wrong = yamlOf(put(nothingHappened(), 'applications', 3));

const reporters = ['github', 'sarif'].every((name) => name in REPORTERS);
if (!reporters) console.warn('skipped: annotations and SARIF of the action, since there are no such reporters yet');

/** An npm that installs nothing and notes what it was asked for. */
const NPM = '#!/bin/sh\nprintf "%s\\n" "$@" > "$GITHUB_WORKSPACE/npm-arguments"\nexit 7\n';

let folder: Awaited<ReturnType<typeof folderWith>>;
beforeEach(async () => {
  folder = await folderWith({
    'reports/清溪县 2023.yaml': sound,
    'wrong/a.yaml': wrong,
    'sub/reports/b.yaml': wrong,
    'sub/reports/c.yaml': sound,
  });
  await mkdir(join(folder.path, TOOLS));
  await writeFile(join(folder.path, TOOLS, 'npm'), NPM, { mode: 0o755 });
});
afterEach(() => folder.remove());

const TEXT = { annotations: 'false' };
/** One of the folders, since another has a wrong report. */
const REPORTS = { files: 'reports/' };
const run = (inputs: Readonly<Record<string, string>>) => runAction(action, inputs, folder.path);

describe('the scripts of the action', () => {
  test('hold no expression: inputs reach them through the environment, each one somewhere', () => {
    const { steps } = action.runs;
    expect(steps.filter((step) => step.run !== undefined)).toHaveLength(2);
    for (const step of steps) expect(step.run ?? '', step.name).not.toContain('${{');
    for (const step of steps) if (step.run !== undefined) expect(step.shell).toBe('bash');
    const used = [...JSON.stringify(steps).matchAll(/inputs\.([a-z-]+)/g)].map(([, name]) => name);
    expect([...new Set(used)].sort()).toEqual(Object.keys(action.inputs).sort());
  });

  test('every input has words and a default, as text', () => {
    for (const [name, input] of Object.entries(action.inputs)) {
      expect(input.description, name).toMatch(/\S/);
      expect(typeof input.default, name).toBe('string');
    }
  });

  test('SARIF is uploaded even when reports were found wrong', () => {
    const upload = action.runs.steps.find(({ uses }) => uses !== undefined);
    expect(upload?.uses).toBe('github/codeql-action/upload-sarif@v3');
    expect(upload?.if).toContain('!cancelled()');
    expect(upload?.with?.sarif_file).toBe(action.outputs.sarif?.value);
  });
});

describe('run with the installed command', () => {
  beforeEach(() => install(folder.path));

  test('a sound report passes', async () => {
    expect(await run({ ...TEXT, ...REPORTS })).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('✓ 1 份报告'),
      outputs: '',
    });
  });

  test('a wrong report fails the step', async () => {
    const { code, stdout } = await run({ ...TEXT, files: 'wrong/\nreports/清溪县 2023.yaml\n' });
    expect(code).toBe(1);
    expect(stdout).toContain('wrong/a.yaml:10:15  错误  not-a-row');
    expect(stdout).toContain('✗ 2 份报告');
  });

  test('by default all reports of the repository are checked', async () => {
    const { code, stdout } = await run(TEXT);
    expect([code, stdout]).toEqual([1, expect.stringContaining('✗ 4 份报告')]);
  });

  test('a folder without a report fails the step, unless that is allowed', async () => {
    await mkdir(join(folder.path, 'empty'));
    expect((await run({ ...TEXT, files: 'empty' })).code).toBe(2);
    expect((await run({ ...TEXT, files: 'empty', 'pass-with-no-reports': 'true' })).code).toBe(0);
  });

  test('a missing file is exit code 2', async () => {
    expect((await run({ ...TEXT, files: 'nowhere.yaml' })).code).toBe(2);
  });

  test('paths are told from the root of the repository, whatever the working directory', async () => {
    await install(join(folder.path, 'sub'));
    const { code, stdout } = await run({ ...TEXT, 'working-directory': 'sub/' });
    expect(code).toBe(1);
    expect(stdout).toContain('sub/reports/b.yaml:10:15');
  });

  test('HTML and PDF are built where asked', async () => {
    await install(join(folder.path, 'sub'));
    await installPrinting(join(folder.path, 'sub'));
    const inputs = { build: 'true', files: 'reports/c.yaml', out: 'public', 'working-directory': 'sub' };
    expect(await run({ ...TEXT, ...inputs })).toMatchObject({ code: 0 });
    expect((await readdir(join(folder.path, 'sub/public'))).sort()).toEqual(['c.html', 'c.pdf']);
  });

  test.skipIf(!reporters)('annotations name the lines, SARIF is written and handed on', async () => {
    const { code, stdout, outputs } = await run({ files: 'wrong/', sarif: 'out.sarif' });
    expect(code).toBe(1);
    expect(stdout).toMatch(/^::error file=wrong\/a\.yaml,line=10,/m);
    expect(outputs).toBe('sarif=out.sarif\n');
    expect(JSON.parse(await readFile(join(folder.path, 'out.sarif'), 'utf8')).version).toBe('2.1.0');
  });
});

/** Writes its arguments and the SARIF file it was asked for, as JSON. */
const STUB = `#!/usr/bin/env node
const fs = require('node:fs');
fs.writeFileSync('arguments.json', JSON.stringify(process.argv.slice(2)));
for (const text of process.argv) if (text.startsWith('sarif=')) fs.writeFileSync(text.slice(6), '{}');
`;

describe('run with a command that notes how it was called', () => {
  beforeEach(async () => {
    await install(folder.path);
    // The link first: writing through it would reach the package's own file.
    await rm(join(folder.path, 'node_modules/.bin/report'));
    await writeFile(join(folder.path, 'node_modules/.bin/report'), STUB, { mode: 0o755 });
    await writeFile(join(folder.path, 'node_modules/.bin/package.json'), '{"type":"commonjs"}');
  });
  const called = async () => JSON.parse(await readFile(join(folder.path, 'arguments.json'), 'utf8'));

  test('as it is by default', async () => {
    await run({});
    expect(await called()).toEqual(['validate', '--reporter', 'github', '--fail-on', 'error', '--', '.']);
  });

  test('with everything', async () => {
    const { outputs } = await run({
      build: 'true',
      out: 'public',
      'fail-on': 'warning',
      sarif: 'a b.sarif',
      files: 'reports/清溪县 2023.yaml\r\n\n"x*.yaml"',
    });
    expect(await called()).toEqual(
      ['build', '--out', 'public', '--reporter', 'github', '--fail-on', 'warning'].concat([
        '--reporter',
        'sarif=a b.sarif',
        '--',
        'reports/清溪县 2023.yaml',
        '"x*.yaml"',
      ]),
    );
    expect(outputs).toBe('sarif=a b.sarif\n');
  });

  const EVIL = '$(touch pwned)`touch pwned`"; touch pwned; \'; touch pwned #';
  // The version is tried below, the upload is no script.
  const names = Object.keys(action.inputs).filter((name) => !['version', 'upload-sarif'].includes(name));

  test.each(names)('%s never becomes a command', async (name) => {
    await run({ [name]: EVIL });
    expect((await readdir(folder.path)).filter((file) => file.includes('pwned') && file !== EVIL)).toEqual([]);
  });

  test('files never become options', async () => {
    await run({ files: '--out\n-o' });
    expect(await called()).toEqual(expect.arrayContaining(['--', '--out', '-o']));
  });

  test('a line break in the name of the SARIF file sets no other output', async () => {
    const { outputs } = await run({ sarif: 'x.sarif\nother=1' });
    expect(outputs).toBe('sarif=x.sarif\n');
  });
});

describe('what is installed', () => {
  const installs = async (inputs: Readonly<Record<string, string>>) => {
    expect((await run(inputs)).code).toBe(7);
    return (await readFile(join(folder.path, 'npm-arguments'), 'utf8')).trimEnd().split('\n');
  };

  test('the release of the action, where the repository has none', async () => {
    const { version } = JSON.parse(await readFile('package.json', 'utf8'));
    const given = await installs({});
    expect(given).toEqual(expect.arrayContaining(['install', '--omit=optional', `ogi-report@${version}`]));
  });

  test('browser and fonts where HTML and PDF are built', async () => {
    expect(await installs({ build: 'true' })).toContain('--include=optional');
  });

  test('the version asked for, even where one is there; never a part of a command', async () => {
    await install(folder.path);
    expect((await installs({ version: '9.9.9' })).at(-1)).toBe('ogi-report@9.9.9');
    const evil = '1 $(touch pwned); touch pwned';
    expect((await installs({ version: evil })).at(-1)).toBe(`ogi-report@${evil}`);
    expect(existsSync(join(folder.path, 'pwned'))).toBe(false);
  });
});
