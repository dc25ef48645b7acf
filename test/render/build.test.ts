import { spawn, spawnSync } from 'node:child_process';
import {
  closeSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { findBrowser } from '../../src/browser/find.ts';
import { until } from '../browser/harness.ts';
import { inProcess } from '../cli/run.ts';
import { writeDamagingBrowser } from './damaging-browser.ts';
import { readPdf } from './read-pdf.ts';

// Real files, a real browser, and a separate process if that makes a difference.

const root = fileURLToPath(new URL('../../', import.meta.url));
const example = readFileSync(join(root, 'examples/wenzhou-hrss-2023.yaml'), 'utf8');
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'report-build-'));
  writeFileSync(join(folder, 'a.yaml'), example);
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

interface Ran {
  code: number | null;
  stdout: Buffer;
  stderr: string;
}

function start(args: string[], env: Record<string, string> = {}) {
  const child = spawn(
    process.execPath,
    [join(root, 'bin/report.js'), ...args, ...(args[0] === 'build' ? ['--no-cache'] : [])],
    {
      cwd: folder,
      env: { ...process.env, NO_COLOR: '1', ...env },
    },
  );
  const stdout: Buffer[] = [];
  let stderr = '';
  child.stdout.on('data', (chunk: Buffer) => stdout.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => {
    stderr += chunk;
  });
  const ended = new Promise<Ran>((resolve) =>
    child.once('close', (code) => resolve({ code, stdout: Buffer.concat(stdout), stderr })),
  );
  return { child, ended };
}

const run = (args: string[], env?: Record<string, string>) => start(args, env).ended;
const runHere = (args: string[], env: Record<string, string> = {}, stdin = '') =>
  inProcess(args, { cwd: folder, env, stdin });
const left = () => readdirSync(folder, { recursive: true }).map(String).sort();

test('nothing is written for a report with errors; the others are', async () => {
  writeFileSync(join(folder, 'b.yaml'), example.replace('total: 16 }', 'total: 17 }'));
  const { code, stdout } = await runHere(['build', 'a.yaml', 'b.yaml', '--format', 'html']);
  expect(code).toBe(1);
  expect(stdout).toContain('applicants-total');
  expect(readdirSync(join(folder, 'out'))).toEqual(['a.html']);
});

test('a character that no font has is an error that names it, and nothing is written', async () => {
  writeFileSync(join(folder, 'a.yaml'), example.replace('中心工作', '中心工作😀'));
  const { code, stdout } = await runHere(['build', 'a.yaml']);
  expect(code).toBe(1);
  expect(stdout).toMatch(/a\.yaml:\d+:\d+ {2}错误 {2}glyph-missing/u);
  expect(stdout).toContain('U+1F600');
  expect(left()).toEqual(['a.yaml']);
});

test('a note that no page can hold is an error at its cell, and nothing is written', async () => {
  const note = `{ value: 0, note: ${'说明'.repeat(300)} }`;
  writeFileSync(join(folder, 'a.yaml'), example.replace('reconsideration: 0', `reconsideration: { upheld: ${note} }`));
  const { code, stdout } = await runHere(['build', 'a.yaml']);
  expect(code).toBe(1);
  expect(stdout).toMatch(/a\.yaml:\d+:\d+ {2}错误 {2}page-layout/u);
  expect(left()).toEqual(['a.yaml']);
});

test('reports found in a folder keep their path; the output folder is not read', async () => {
  mkdirSync(join(folder, 'reports/2023'), { recursive: true });
  writeFileSync(join(folder, 'reports/2023/a.yaml'), example);
  writeFileSync(join(folder, 'reports/settings.yaml'), 'color: red\n');
  for (let time = 0; time < 2; time++) {
    const { code, stderr } = await runHere(['build', 'reports', '-o', 'reports/out', '--format', 'html']);
    expect(code).toBe(0);
    expect(stderr).toContain('reports/settings.yaml');
    expect(readdirSync(join(folder, 'reports/out'), { recursive: true }).map(String).sort()).toEqual([
      '2023',
      join('2023', 'a.html'),
    ]);
  }
});

test('--format given twice adds to the list', async () => {
  writeFileSync(join(folder, 'both.yaml'), example);
  const { stdout } = await runHere(['build', 'both.yaml', '--format', 'html', '--format', 'json', '-o', 'both']);
  expect(stdout).toMatch(/→ both\/both\.html\n→ both\/both\.view\.json\n/);
});

test('a report in a folder whose year or agency is mistyped is checked, not passed over', async () => {
  mkdirSync(join(folder, 'reports'));
  writeFileSync(join(folder, 'reports/a.yaml'), example.replace('year:', 'yeer:'));
  const { code, stdout } = await runHere(['build', 'reports', '--format', 'html']);
  expect(code).toBe(1);
  expect(stdout).toContain('yeer');
});

test.skipIf(!existsSync('/dev/full'))('standard output that is full: exit 2, no stack', async () => {
  const full = openSync('/dev/full', 'w');
  const args = [join(root, 'bin/report.js'), 'validate', join(root, 'examples/broken.yaml')];
  const { status, stderr } = spawnSync(process.execPath, args, { stdio: ['ignore', full, 'pipe'] });
  closeSync(full);
  expect(status).toBe(2);
  expect(stderr.toString()).toMatch(/磁盘已满/);
  expect(stderr.toString()).not.toMatch(/ {4}at /);
});

test('two reports with one output are refused before anything is written', async () => {
  mkdirSync(join(folder, 'x'));
  writeFileSync(join(folder, 'x/a.yaml'), example);
  const { code, stderr } = await runHere(['build', 'a.yaml', 'x/a.yaml', '--format', 'html']);
  expect(code).toBe(2);
  expect(stderr).toContain('a.yaml');
  expect(stderr).toContain('x/a.yaml');
  expect(left()).not.toContain('out');
});

test('-o - writes one format of one report to standard output, the findings to standard error', async () => {
  const { code, stdout, stderr } = await run(['build', 'a.yaml', '--format', 'pdf', '-o', '-']);
  expect(code).toBe(0);
  expect(stdout.subarray(0, 5).toString()).toBe('%PDF-');
  expect((await readPdf(stdout)).pages.length).toBeGreaterThan(3);
  expect(stderr).toContain('没有发现问题');
  expect((await run(['build', 'a.yaml', '-o', '-'])).code).toBe(2);
});

test('a report on standard input is named by --stdin-filename', async () => {
  const argv = ['build', '-', '--stdin-filename', 'reports/2023.yaml', '--format', 'html'];
  expect((await runHere(argv, {}, example)).code).toBe(0);
  expect(existsSync(join(folder, 'out/2023.html'))).toBe(true);
});

test('an output path below a regular file: exit 2, what to do, nothing half-written', async () => {
  writeFileSync(join(folder, 'file'), 'x');
  const { code, stderr } = await runHere(['build', 'a.yaml', '-o', 'file/out']);
  expect(code).toBe(2);
  expect(stderr).toContain('-o');
  expect(left()).toEqual(['a.yaml', 'file']);
});

test('an unknown format: exit 2 and the ones there are', async () => {
  const { code, stderr } = await runHere(['build', 'a.yaml', '--format', 'docx2']);
  expect(code).toBe(2);
  expect(stderr).toContain('html、pdf');
});

test('a browser that cannot be used: exit 2, what to do, nothing written; HTML alone needs none', async () => {
  const { code, stderr } = await runHere(['build', 'a.yaml'], { REPORT_BROWSER: join(folder, 'no-browser') });
  expect(code).toBe(2);
  expect(stderr).toContain('REPORT_BROWSER');
  expect(left()).toEqual(['a.yaml']);
  const html = await runHere(['build', 'a.yaml', '--format', 'html'], { REPORT_BROWSER: join(folder, 'no-browser') });
  expect(html.code).toBe(0);
});

test('SOURCE_DATE_EPOCH that is no number of seconds: exit 2 and what it should be', async () => {
  const { code, stderr } = await runHere(['build', 'a.yaml', '--format', 'html'], { SOURCE_DATE_EPOCH: 'today' });
  expect(code).toBe(2);
  expect(stderr).toContain('SOURCE_DATE_EPOCH=');
  expect(left()).toEqual(['a.yaml']);
});

test.skipIf(process.platform === 'win32')(
  'a browser that gives half a PDF: exit 2, what to do, nothing written',
  async () => {
    const { path, env } = await findBrowser();
    const damaging = join(folder, 'damaging-browser');
    writeDamagingBrowser(damaging, path, env);
    const { code, stderr } = await run(['build', 'a.yaml'], { REPORT_BROWSER: damaging });
    expect(stderr).toContain('PDF 不完整');
    expect(stderr).toContain('--browser');
    expect(code).toBe(2);
    expect(left()).toEqual(['a.yaml', 'damaging-browser']);
  },
);

test.skipIf(process.platform === 'win32')(
  'an interruption: exit 130, nothing half-written, no browser left',
  async () => {
    // A browser that never answers keeps the build waiting; the file it writes says that it was started.
    const slow = join(folder, 'slow-browser');
    writeFileSync(slow, '#!/bin/sh\n: > "$0-started"\nexec sleep 600\n', { mode: 0o755 });
    const { child, ended } = start(['build', 'a.yaml'], { REPORT_BROWSER: slow });
    await until(() => existsSync(`${slow}-started`));
    child.kill('SIGINT');
    const { code, stderr } = await ended;
    expect(code).toBe(130);
    expect(stderr).toContain('中断');
    expect(left()).toEqual(['a.yaml', 'slow-browser', 'slow-browser-started']);
  },
);

test('the page is one file that asks for nothing and runs nothing', async () => {
  await runHere(['build', 'a.yaml', '--format', 'html']);
  const html = readFileSync(join(folder, 'out/a.html'), 'utf8');
  expect(html).toMatch(/<html lang="zh-CN">/);
  expect(html).not.toMatch(/<link|<img|<iframe|javascript:|src=/);
  // Data, which nothing runs.
  expect(html.match(/<script[^>]*/g)).toEqual([
    '<script type="application/ld+json"',
    '<script type="application/json" id="data"',
    '<script type="application/json" id="receipt"',
  ]);
  expect(html.match(/href="(?!#)[^"]*/g)).toBeNull();
  expect(html.match(/url\((?!data:)/g)).toBeNull();
  expect(html.match(/<caption>/g)).toHaveLength(3);
  expect(html).toContain("default-src 'none'");
});
