import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import { expect, test } from 'vitest';
import { createProgram } from '../../src/cli/program.ts';

const output = { write: () => undefined, isTTY: false, columns: 80 };
const program = createProgram(
  {
    stdout: output,
    stderr: output,
    stdin: (async function* () {})(),
    cwd: '.',
    env: {},
    now: () => new Date(0),
    signal: new AbortController().signal,
  },
  'en',
  () => undefined,
);

const pages = [
  'README.md',
  'README.zh-CN.md',
  ...readdirSync('docs', { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md'))
    .map((file) => join('docs', file)),
].sort();

/** The code blocks and code spans of a page, without comments. */
function codeIn(page: string): string[] {
  const text = readFileSync(page, 'utf8');
  const fences = [...text.matchAll(/^```(\w*)\n([\s\S]*?)^```/gm)].flatMap(([, language = '', code = '']) =>
    // Programs use the package; they run no command.
    /^[jt]s$/.test(language) ? [] : [code],
  );
  const spans = [...text.replace(/^```[\s\S]*?^```/gm, '').matchAll(/`([^`\n]+)`/g)].map(([, code = '']) => code);
  return [...fences.flatMap((code) => code.split('\n')), ...spans].map((line) => line.replace(/(^|\s)#.*$/, ''));
}

/** Every `report COMMAND …` in a line of code, up to what ends a command in a shell or in a value; not “the report file”. */
const commandsIn = (line: string): string[] =>
  [...line.matchAll(/(?<![\w./-]|\b(?:the|a|this) )report ([a-z]+(?: [^|&;`"')]*)?)/g)].map(([, command = '']) =>
    command.trim(),
  );

/** The error for a written command; undefined if the program accepts it. */
function problem(written: string): string | undefined {
  const [name = '', ...words] = written.split(/\s+/);
  const command = program.commands.find((one) => one.name() === name);
  if (!command) return `there is no command ${name}`;
  const options = words.filter((word) => /^-{1,2}[a-z]/i.test(word)).map((word) => word.replace(/=.*/, ''));
  const unknown = options.find((option) => !takes(command, option));
  return unknown && `${name} has no option ${unknown}`;
}

const takes = (command: Command, option: string): boolean =>
  command.options.some(({ short, long }) => option === short || option === long);

test.each(pages)('%s names commands and options that there are', (page) => {
  const written = codeIn(page).flatMap(commandsIn);
  expect(written.flatMap((one) => problem(one) ?? [])).toEqual([]);
});

test('commands are found where they stand, and mistakes in them', () => {
  expect(pages.length).toBeGreaterThan(4);
  expect(codeIn('docs/hooks-and-ci.md').flatMap(commandsIn).length).toBeGreaterThan(5);
  expect(commandsIn('git show x | npx --no-install report validate - -q; y')).toEqual(['validate - -q']);
  expect(problem('validat x')).toBe('there is no command validat');
  expect(problem('validate x --stdin-file y')).toBe('validate has no option --stdin-file');
});
