import { readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import { Option } from 'commander';
import { describe, expect, test } from 'vitest';
import type { OptionDef } from '../../src/cli/command.ts';
import { COMMANDS } from '../../src/cli/command-list.ts';
import { COMMON } from '../../src/cli/options.ts';
import { createProgram } from '../../src/cli/program.ts';
import type { Text } from '../../src/diagnostics/text.ts';
import { inProcess } from './run.ts';

const folder = fileURLToPath(new URL('../../src/cli/commands/', import.meta.url));

test('every file of commands/ is a command of the list, under its name', () => {
  const files = readdirSync(folder).map((file) => file.replace(/\.ts$/, ''));
  expect(COMMANDS.map(({ name }) => name).sort()).toEqual(files.sort());
});

describe.each(COMMANDS)('the file of $name', ({ name, summary, details, examples, options }) => {
  test('has its words in Chinese and English', () => {
    const words = [
      summary,
      details,
      ...examples.map(([, does]) => does),
      ...Object.values(options).map((one) => one.words),
    ];
    expect(words.filter(({ zh, en }) => !/\p{Script=Han}/u.test(zh) || !/[a-z]/.test(en))).toEqual([]);
    expect(words.filter(({ en }: Text) => /\p{Script=Han}/u.test(en))).toEqual([]);
  });

  test('has examples that the program takes', () => {
    const problems = examples.map(([line]) => problemOf(line));
    expect(problems).toEqual(examples.map(() => undefined));
    expect(examples.some(([line]) => line.includes(`report ${name}`))).toBe(true);
  });

  test('calls its options what the parser calls them', () => {
    const names = Object.values(options).map(({ flags }) => new Option(flags).attributeName());
    expect(names).toEqual(Object.keys(options));
  });

  test('imports what it works with only when it runs', () => {
    const text = readFileSync(`${folder}${name}.ts`, 'utf8');
    const atStart = [...text.matchAll(/^import (?!type )[^;]*? from '([^']+)';/gmu)].map(([, from]) => from);
    expect(atStart).toContain('../command.ts');
    const light = /^node:|\/diagnostics\/|\/package\/|^\.\.\/(command|options|output\/(exit-codes|io))\.ts$/;
    expect(atStart.filter((from = '') => !light.test(from))).toEqual([]);
  });
});

test('an option that several commands take is declared once', () => {
  const all = COMMANDS.flatMap(({ options }) => Object.values(options));
  const byFlags = new Map<string, OptionDef>([...COMMON, ...all].map((one) => [one.flags, one]));
  expect(byFlags.size).toBeLessThan(all.length);
  expect(all.filter((one) => byFlags.get(one.flags) !== one)).toEqual([]);
});

test('the examples of the general help are what the program takes', async () => {
  const { stdout } = await inProcess(['--help'], { cwd: tmpdir() });
  const lines = [...stdout.matchAll(/^ {2}(report \S.*?) {2}/gmu)].map(([, line = '']) => line);
  expect(lines.length).toBeGreaterThan(3);
  expect(lines.map(problemOf)).toEqual(lines.map(() => undefined));
});

test('an example that the program does not take is told', () => {
  expect(problemOf('report validat x')).toBe('no command validat');
  expect(problemOf('git show :x | report validate - --nonsense | less')).toBe('no option --nonsense');
  expect(problemOf('report validate > x')).toBe('too few arguments');
  expect(problemOf('report init a.yaml b.yaml')).toBe('too many arguments');
  expect(problemOf('report validate x --fail-on never')).toMatch(/invalid/);
  expect(problemOf('ls')).toBe('no report');
});

/** The parser's error for an example, with arguments as from a shell. */
function problemOf(line: string): string | undefined {
  const own = /(?:^|\| )report ([^|<>]+)/u.exec(line)?.[1];
  if (own === undefined) return 'no report';
  const [name = '', ...words] = own
    .trim()
    .split(/\s+/u)
    .map((word) => word.replaceAll('"', ''));
  const command = programInEnglish().commands.find((one) => one.name() === name);
  if (!command) return `no command ${name}`;
  try {
    const { operands, unknown } = command.parseOptions(words);
    const { registeredArguments: wanted } = command;
    if (unknown[0] !== undefined) return `no option ${unknown[0]}`;
    if (operands.length < wanted.filter(({ required }) => required).length) return 'too few arguments';
    const isList = wanted.some(({ variadic }) => variadic);
    return operands.length > wanted.length && !isList ? 'too many arguments' : undefined;
  } catch (error) {
    return String(error);
  }
}

function programInEnglish() {
  const output = { write: () => undefined, isTTY: false, columns: 80 };
  const stdin = (async function* () {})();
  const signal = new AbortController().signal;
  const io = { stdout: output, stderr: output, stdin, cwd: '.', env: {}, now: () => new Date(0), signal };
  return createProgram(io, 'en', () => undefined);
}
