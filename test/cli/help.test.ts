import { tmpdir } from 'node:os';
import { describe, expect, test } from 'vitest';
import { COMMANDS } from '../../src/cli/command-list.ts';
import { displayWidth } from '../../src/diagnostics/display-width.ts';
import { inProcess } from './run.ts';

const commands = COMMANDS.map(({ name }) => name);
const help = (argv: string[]) => inProcess(argv, { cwd: tmpdir() });

describe.each([['zh'], ['en']])('help in %s', (lang) => {
  test.each(['report', ...commands])('of %s fits a terminal of 80 columns', async (name) => {
    const argv = name === 'report' ? ['--help'] : [name, '--help'];
    const { code, stdout, stderr } = await inProcess(argv, { cwd: tmpdir(), env: { REPORT_LANG: lang } });
    expect([code, stderr]).toEqual([0, '']);
    for (const line of stdout.split('\n')) expect.soft(displayWidth(line), line).toBeLessThanOrEqual(80);
    expect(stdout).toMatch(lang === 'zh' ? /用法[：:][\s\S]*例子[：:]/ : /Usage:[\s\S]*Examples:/);
  });

  test('has no word of the other language where ours stand', async () => {
    for (const name of commands) {
      const { stdout } = await inProcess([name, '--help'], { cwd: tmpdir(), env: { REPORT_LANG: lang } });
      // An agency's name in an example stays Chinese.
      if (lang === 'en') expect.soft(stdout.replace(/--name \S+/gu, '')).not.toMatch(/\p{Script=Han}/u);
      else expect.soft(stdout).not.toMatch(/^(Usage|Options|Arguments|Commands|Examples):|display help|output the/mu);
    }
  });
});

test('the help of a command is also what help COMMAND shows', async () => {
  const [asked, named] = await Promise.all([help(['validate', '--help']), help(['help', 'validate'])]);
  expect(named.stdout).toBe(asked.stdout);
  expect(named.code).toBe(0);
});

test('the general help names every command', async () => {
  const { stdout } = await help(['--help']);
  for (const name of commands) expect(stdout).toMatch(new RegExp(`^  ${name} `, 'mu'));
});
