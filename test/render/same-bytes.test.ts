import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readPdf } from './read-pdf.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const NAMES = ['2019-form', 'format', 'wenzhou-hrss-2023'];
let folder: string;

let first: Record<string, string>;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'report-bytes-'));
  first = await build('a', { TZ: 'Asia/Shanghai', LANG: 'zh_CN.UTF-8' });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Builds copies of the examples in a folder of their own, in one process. Hashes by the names of the files. */
async function build(name: string, env: Record<string, string>, reports = NAMES): Promise<Record<string, string>> {
  const cwd = join(folder, name);
  mkdirSync(cwd);
  for (const report of [...reports, 'wenzhou-hrss-2022']) {
    cpSync(join(root, `examples/${report}.yaml`), join(cwd, `${report}.yaml`));
  }
  const files = reports.map((report) => `${report}.yaml`);
  const child = spawn(process.execPath, [join(root, 'bin/report.js'), 'build', ...files, '--no-cache', '-q'], {
    cwd,
    env: { ...process.env, ...env },
    stdio: 'ignore',
  });
  expect(await new Promise((resolve) => child.once('close', resolve))).toBe(0);
  const outputs = reports.flatMap((report) => [`${report}.html`, `${report}.pdf`]);
  return Object.fromEntries(
    outputs.map((file) => [
      file,
      createHash('sha256')
        .update(readFileSync(join(cwd, 'out', file)))
        .digest('hex'),
    ]),
  );
}

test('every example that is sound is built whole, the form of 2019 too', async () => {
  const out = join(folder, 'a/out');
  expect(readdirSync(out).sort()).toEqual(NAMES.flatMap((name) => [`${name}.html`, `${name}.pdf`]));
  for (const name of NAMES) {
    const pdf = await readPdf(readFileSync(join(out, `${name}.pdf`)));
    expect(pdf.missingGlyphs).toBe(0);
    expect(pdf.pages.join('')).toContain('六、其他需要报告的事项');
  }
});

test('the same report gives the same files: other folder, time zone, language and order', async () => {
  expect(new Set(Object.values(first)).size).toBe(6);
  expect(await build('b/', { TZ: 'America/New_York', LANG: 'C', LC_ALL: 'C' }, NAMES.toReversed())).toEqual(first);
});

test('alone, beside other processes, and with a SOURCE_DATE_EPOCH, since the reports have their own date', async () => {
  const atOnce = await Promise.all([
    build('alone', {}, NAMES.slice(1, 2)),
    build('epoch', { SOURCE_DATE_EPOCH: '1700000000' }, NAMES.slice(2)),
  ]);
  for (const hashes of atOnce) expect(first).toMatchObject(hashes);
});
