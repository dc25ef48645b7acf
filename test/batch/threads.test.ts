import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { reportFileOf } from '../../bench/reports/report-files.ts';
import { inThisProcess } from '../../src/batch/in-process.ts';
import { inThreads } from '../../src/batch/in-threads.ts';
import type { Orders } from '../../src/batch/workshop.ts';
import { findFiles } from '../../src/workspace/files.ts';
import type { Machine } from '../../src/workspace/machine.ts';
import { inProcess } from '../cli/run.ts';

const ORDERS: Orders = { checking: {}, withBaseline: true };
const THREADS = { command: 'validate', light: true, threads: 2, milliseconds: 60_000, megabytes: 256 };

let folder: string;
let machine: Machine;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'report-test-'));
  machine = { cwd: folder, env: {}, now: () => new Date('2025-01-10T00:00:00Z'), signal: new AbortController().signal };
  for (let index = 0; index < 12; index++) {
    const { name, text } = reportFileOf(index, 50);
    writeFileSync(join(folder, name), text);
  }
  writeFileSync(join(folder, 'notes.yaml'), 'a: 1\n');
  writeFileSync(join(folder, 'broken.yaml'), 'year: 2024\nagency: {name: "甲\n');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('reports in threads', () => {
  test('are checked as in this process: the same results, findings and leftovers', async () => {
    const { files } = await findFiles([folder], { cwd: folder });
    const [here, there] = [await inThisProcess(ORDERS, machine), await inThreads(ORDERS, THREADS, machine)];
    try {
      const results = await Promise.all(files.map((file) => there.check(file)));
      expect(results.filter((one) => one === undefined)).toHaveLength(1);
      expect(results.flatMap((one) => one?.result.diagnostics ?? []).length).toBeGreaterThan(3);
      for (const [index, file] of files.entries()) expect(results[index]).toEqual(await here.check(file));
    } finally {
      await Promise.all([here.close(), there.close()]);
    }
  });

  test('a file that is gone is told for that file, as in this process', async () => {
    const there = await inThreads(ORDERS, THREADS, machine);
    const path = join(folder, 'gone.yaml');
    const checking = there.check({ path, name: 'gone.yaml', base: 'gone', found: false });
    await expect(checking).rejects.toMatchObject({ name: 'UserError', text: { en: expect.stringContaining('gone') } });
    await there.close();
  });

  test('a report that fills the memory of its thread is told after two tries; the next one is checked', async () => {
    const there = await inThreads(ORDERS, { ...THREADS, threads: 1, megabytes: 3 }, machine);
    const [file] = (await findFiles([folder], { cwd: folder })).files;
    if (!file) throw new Error('no file');
    await expect(there.check(file)).rejects.toMatchObject({
      text: { en: expect.stringContaining('needed too much memory') },
    });
    await there.close();
  });

  test('after an abort every check ends with its reason', async () => {
    const controller = new AbortController();
    const there = await inThreads(ORDERS, THREADS, { ...machine, signal: controller.signal });
    const { files } = await findFiles([folder], { cwd: folder });
    const all = files.map((file) => there.check(file));
    controller.abort(new Error('interrupted'));
    for (const one of await Promise.allSettled(all)) expect(one.status).toBe('rejected');
    await there.close();
  });

  test('results keep only the lines that findings show', async () => {
    const there = await inThreads(ORDERS, THREADS, machine);
    const { files } = await findFiles([folder], { cwd: folder });
    const results = await Promise.all(files.map((file) => there.check(file)));
    for (const one of results) {
      if (!one) continue;
      const kept = one.result.text.split('\n').filter((line) => line !== '');
      expect(kept.length).toBeLessThanOrEqual(2 * one.result.diagnostics.length);
    }
    await there.close();
  });

  test('a report is built as it was checked, by the thread that checked it', async () => {
    const publishing = { formats: ['json'], out: join(folder, 'kept') };
    const options = { ...THREADS, command: 'build', light: false, connect: () => undefined };
    const there = await inThreads({ ...ORDERS, publishing }, options, machine);
    const { name, text } = reportFileOf(100);
    const path = join(folder, name);
    writeFileSync(path, text);
    const checked = await there.check({ path, name, base: name, found: false });
    rmSync(path);
    if (!checked) throw new Error('not a report');
    expect((await there.build(checked.input)).result.outputs).toHaveLength(1);
    await expect(there.build(checked.input)).rejects.toMatchObject({ name: 'UserError' });
    await there.close();
  });

  test('are built with the same bytes as one after the other, whatever fails beside them', async () => {
    const many = await inProcess(['build', '.', '-o', 'many', '--draft', '--concurrency', '2'], { cwd: folder });
    expect(many.code).toBe(1);
    const built = readdirSync(join(folder, 'many'));
    expect(built).toHaveLength(24);
    const [first = '', second = ''] = built.filter((name) => name.endsWith('.draft.pdf'));
    for (const name of [first, second])
      await inProcess(['build', name.replace('.draft.pdf', '.yaml'), '-o', 'one', '--draft'], { cwd: folder });
    const alone = readdirSync(join(folder, 'one'));
    expect(alone).toHaveLength(4);
    for (const name of alone)
      expect(readFileSync(join(folder, 'many', name)).equals(readFileSync(join(folder, 'one', name)))).toBe(true);
  });
});
