import { spawn, spawnSync } from 'node:child_process';
import { linkSync, mkdirSync, symlinkSync } from 'node:fs';
import { lstat, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { nothingHappened, yamlOf } from '../reports.ts';
import { BIN, folderWith, inProcess } from './run.ts';

const SOUND = yamlOf(nothingHappened());
const FILES = {
  '2024.yaml': yamlOf({ ...nothingHappened(2024), previous: 'years/2023.yaml' }),
  'years/2023.yaml': yamlOf(nothingHappened(2023)),
  'sound.yaml': SOUND,
  'report.txt': SOUND,
  'others/2022.txt': yamlOf(nothingHappened(2022)),
  'set/report.config.yaml': 'rules: { published-late: error }\n',
  'set/report.baseline.json': '{"version":1,"findings":{}}\n',
  'set/a.yaml': SOUND,
  'mine/page.hbs': 'x',
  'notes.yml': 'a: 1\n',
  'old.json': 'what was there',
};

let folder: Awaited<ReturnType<typeof folderWith>>;
beforeEach(async () => {
  folder = await folderWith(FILES);
});
afterEach(() => folder.remove());

const run = (...argv: string[]) => inProcess(argv, { cwd: folder.path });
const at = (name: string) => join(folder.path, name);
const read = (name: string) => readFile(at(name), 'utf8');

describe('results are never written over', () => {
  const cases: Record<string, readonly [file: string, argv: readonly string[], make?: () => void]> = {
    'an input': ['sound.yaml', ['sound.yaml']],
    'an input by another way to it': ['years/../sound.yaml', ['sound.yaml']],
    'an input without the ending of YAML': ['report.txt', ['report.txt']],
    'another YAML file': ['notes.yml', ['sound.yaml']],
    'a YAML file that is not there yet': ['2025.YAML', ['sound.yaml']],
    'the settings': ['set/report.config.yaml', ['set/a.yaml']],
    'the baseline': ['set/report.baseline.json', ['set/a.yaml']],
    "last year's report": ['years/2023.yaml', ['2024.yaml']],
    'the report of --against': ['others/2022.txt', ['sound.yaml', '--against', 'others/2022.txt']],
    'a symbolic link to an input': ['l.json', ['report.txt'], () => symlinkSync('report.txt', at('l.json'))],
    'a link to a link to YAML': [
      'l.json',
      ['sound.yaml'],
      () => {
        symlinkSync('notes.yml', at('m'));
        symlinkSync('m', at('l.json'));
      },
    ],
    'a link to YAML that is not there': ['l.json', ['sound.yaml'], () => symlinkSync('next.yaml', at('l.json'))],
    'a file in a linked folder': ['l/report.txt', ['report.txt'], () => symlinkSync('.', at('l'))],
    'a hard link to an input': ['l.json', ['sound.yaml'], () => linkSync(at('sound.yaml'), at('l.json'))],
    "a hard link to last year's report": ['l', ['2024.yaml'], () => linkSync(at('years/2023.yaml'), at('l'))],
    'a hard link to settings': ['l', ['set/a.yaml'], () => linkSync(at('set/report.config.yaml'), at('l'))],
    'a hard link to the baseline': ['l', ['set/a.yaml'], () => linkSync(at('set/report.baseline.json'), at('l'))],
    'a folder': ['years', ['sound.yaml']],
    'a circle of links': [
      'l',
      ['sound.yaml'],
      () => {
        symlinkSync('m', at('l'));
        symlinkSync('l', at('m'));
      },
    ],
  };
  for (const [name, [file, argv, make]] of Object.entries(cases)) {
    test(name, async () => {
      make?.();
      const { code, stdout, stderr } = await run('validate', ...argv, '--reporter', `json=${file}`);
      expect([code, stdout]).toEqual([2, '']);
      expect(stderr).toContain(file);
      for (const [kept, content] of Object.entries(FILES)) expect.soft(await read(kept), kept).toBe(content);
    });
  }

  test('a file of the template, an output of this build', async () => {
    const template = await run('build', 'sound.yaml', '--template', 'mine', '--reporter', 'json=mine/page.hbs');
    expect([template.code, await read('mine/page.hbs')]).toEqual([2, 'x']);
    const output = await run(
      'build',
      'sound.yaml',
      '--format',
      'fragment',
      '-o',
      '.',
      '--reporter',
      'text=sound.fragment.html',
    );
    expect(output.code).toBe(2);
    await expect(read('sound.fragment.html')).rejects.toThrow();
  });

  test('one another', async () => {
    symlinkSync('old.json', at('same.json'));
    const { code } = await run('validate', 'sound.yaml', '--reporter', 'json=old.json', '--reporter', 'text=same.json');
    expect([code, await read('old.json')]).toEqual([2, 'what was there']);
  });
});

test('a link to another file stays, and the file keeps its mode', async () => {
  symlinkSync('old.json', at('l.json'));
  expect((await run('validate', 'sound.yaml', '--reporter', 'gitlab=l.json')).code).toBe(0);
  expect([await read('old.json'), (await lstat(at('l.json'))).isSymbolicLink()]).toEqual(['[]\n', true]);
});

test('an output is not written over a report, nor in place of a link or a pipe', async () => {
  mkdirSync(at('out'));
  linkSync(at('sound.yaml'), at('out/sound.view.json'));
  const linked = await run('build', 'sound.yaml', '--format', 'json');
  expect([linked.code, linked.stderr]).toEqual([2, expect.stringContaining('out/sound.view.json')]);
  spawnSync('mkfifo', [at('out/2024.view.json')]);
  expect((await run('build', '2024.yaml', '--format', 'json')).code).toBe(2);
  expect((await lstat(at('out/2024.view.json'))).isFIFO()).toBe(true);
  expect(await read('sound.yaml')).toBe(SOUND);
});

describe('a run that checks nothing says so in every format', () => {
  const runs: Record<string, readonly string[]> = {
    'no file': ['validate', 'missing.yaml'],
    'no report below a folder': ['validate', 'mine'],
    'no report of last year': ['validate', 'sound.yaml', '--against', 'missing.yaml'],
    'no such format': ['build', 'sound.yaml', '--format', 'odt'],
    'too much for standard output': ['build', 'sound.yaml', '2024.yaml', '-o', '-'],
  };
  const says: Record<string, (text: string) => unknown> = {
    text: (text) => /^不能完成：[\s\S]*没有核对任何报告\n$/.test(text),
    json: (text) => {
      const { diagnostics, problems, files } = JSON.parse(text);
      return diagnostics.length + files.length === 0 && problems.length > 0;
    },
    sarif: (text) => {
      const [{ results, invocations }] = JSON.parse(text).runs;
      return results.length === 0 && !invocations[0].executionSuccessful && invocations[0].toolExecutionNotifications;
    },
    junit: (text) => /errors="1"[\s\S]*<error message=/.test(text) && !text.includes('<failure'),
    github: (text) => text.startsWith('::error::'),
    gitlab: (text) => JSON.parse(text).length === 1,
  };
  for (const [name, argv] of Object.entries(runs)) {
    test(name, async () => {
      const flags = Object.keys(says).flatMap((one) => ['--reporter', `${one}=r/${one}`]);
      expect((await run(...argv, ...flags)).code).toBe(2);
      for (const [one, isSaid] of Object.entries(says)) expect.soft(isSaid(await read(`r/${one}`)), one).toBeTruthy();
    });
  }

  test('what is read wins over what is not', async () => {
    const { code } = await run('validate', 'sound.yaml', 'missing.yaml', '--reporter', 'json=a.json');
    expect([code, JSON.parse(await read('a.json'))]).toMatchObject([2, { files: ['sound.yaml'], problems: [{}] }]);
  });

  test('a command line with a mistake leaves the file as it was', async () => {
    await run('validate', 'sound.yaml', '--reporter', 'json=old.json', '--fail-on', 'note');
    expect(await read('old.json')).toBe('what was there');
  });
});

describe('pipes and devices', () => {
  const shell = (line: string) =>
    spawnSync('bash', ['-c', line], { cwd: folder.path, encoding: 'utf8', env: { ...process.env, R: BIN } });
  const lines: Record<string, readonly [line: string, stdout: string]> = {
    'standard output as a pipe': ['node "$R" validate sound.yaml --reporter gitlab=/dev/stdout | cat', '[]\n'],
    'standard output as a file': [
      'node "$R" validate sound.yaml --reporter gitlab=/dev/stdout > o; echo after >> o; cat o',
      '[]\nafter\n',
    ],
    'standard error': ['node "$R" validate sound.yaml --reporter gitlab=/dev/stderr 2>&1 >/dev/null', '[]\n'],
    'process substitution': ['node "$R" validate sound.yaml --reporter gitlab=>(cat) | cat', '[]\n'],
    'a descriptor of a file': [
      'exec 7>o; echo before >&7; node "$R" validate sound.yaml --reporter gitlab=/dev/fd/7; cat o',
      'before\n[]\n',
    ],
    'a named pipe': ['mkfifo p; cat p & node "$R" validate sound.yaml --reporter gitlab=p; wait; test -p p', '[]\n'],
    'a pipe that is read late': [
      'mkfifo p; (sleep 0.3; cat p) & node "$R" validate sound.yaml --reporter gitlab=p; wait',
      '[]\n',
    ],
    'more than a pipe holds': [
      'mkfifo p; (sleep 0.3; wc -c < p) & node "$R" validate sound.yaml --reporter sarif=p; wait',
      expect.stringMatching(/^ *[0-9]{6}\n$/),
    ],
    'nothing at all': ['node "$R" validate sound.yaml --reporter json=/dev/null; test -c /dev/null && echo $?', '0\n'],
    'a link to a device': ['ln -s /dev/stdout l; node "$R" validate sound.yaml --reporter gitlab=l | cat', '[]\n'],
    'a full disk': ['node "$R" validate sound.yaml --reporter json=/dev/full 2>/dev/null; echo $?', '2\n'],
    'a descriptor that is not open': [
      'node "$R" validate sound.yaml --reporter json=/dev/fd/77 2>/dev/null; echo $?',
      '2\n',
    ],
  };
  for (const [name, [line, stdout]] of Object.entries(lines)) {
    test(name, () => {
      const done = shell(line);
      expect([done.stdout, done.stderr]).toEqual([stdout, '']);
    });
  }

  test('an interrupt is heard while nobody reads a pipe', async () => {
    spawnSync('mkfifo', [at('p')]);
    const child = spawn(
      process.execPath,
      [BIN, 'validate', 'sound.yaml', '--reporter', 'text', '--reporter', 'json=p'],
      {
        cwd: folder.path,
      },
    );
    child.stdout.once('data', () => child.kill('SIGINT'));
    expect(await new Promise((resolve) => child.once('close', resolve))).toBe(130);
  });
});
