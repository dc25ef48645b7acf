import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { asProcess } from '../cli/run.ts';

/** A project folder with the packed package in it, and what it depends on linked from here. */
const cwd = mkdtempSync(join(tmpdir(), 'report-tarball-'));
const installed = join(cwd, 'node_modules/ogi-report');
const report = (...argv: string[]) =>
  asProcess(argv, { cwd, env: { HOME: cwd }, bin: join(installed, 'bin/report.js') });

beforeAll(() => {
  execFileSync('npm', ['pack', '--silent', '--ignore-scripts', '--pack-destination', cwd]);
  mkdirSync(installed, { recursive: true });
  const tarball = readdirSync(cwd).find((file) => file.endsWith('.tgz')) ?? 'none';
  execFileSync('tar', ['-xzf', join(cwd, tarball), '-C', installed, '--strip-components=1']);
  const { dependencies, optionalDependencies } = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8'));
  for (const name of Object.keys({ ...dependencies, ...optionalDependencies })) {
    mkdirSync(dirname(join(cwd, 'node_modules', name)), { recursive: true });
    symlinkSync(resolve('node_modules', name), join(cwd, 'node_modules', name), 'dir');
  }
});
afterAll(() => rmSync(cwd, { recursive: true }));

test('a complete report is written, checked and built, as the README says', async () => {
  expect((await report('init', 'example.yaml', '--example')).code).toBe(0);
  const [first] = readFileSync(join(cwd, 'example.yaml'), 'utf8').split('\n');
  expect(first).toBe('# yaml-language-server: $schema=node_modules/ogi-report/schemas/2021/report.schema.json');
  expect(await report('build', 'example.yaml', '--format', 'html')).toMatchObject({
    code: 0,
    stdout: expect.stringContaining('→ out/example.html\n'),
  });
});
