import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import { processesNaming, until } from '../browser/harness.ts';
import { asProcess, BIN } from './run.ts';

const example = readFileSync('examples/wenzhou-hrss-2023.yaml', 'utf8');
const last = readFileSync('examples/wenzhou-hrss-2022.yaml', 'utf8');
const WAITING = /Waiting for files to be saved/g;

const cache = mkdtempSync(join(tmpdir(), 'report-cache-'));
afterAll(() => rmSync(cache, { recursive: true, force: true }));

let folder: string;
let running: ChildProcess | undefined;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'report-watch-'));
  mkdirSync(join(folder, 'profiles'));
});
afterEach(() => {
  running?.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

const save = (name: string, text: string) => {
  mkdirSync(join(folder, name, '..'), { recursive: true });
  writeFileSync(join(folder, name), text);
};
const page = (name: string) => readFileSync(join(folder, 'out', name), 'utf8');
const decisions = (count: number) => example.replace('decisions: 95', `decisions: ${count}`);
const CELL = 'data-path="active_disclosure.administrative_licensing.decisions"';
const has = (name: string, count: number) => new RegExp(`${CELL}[^>]*>${count}<`).test(page(name));

interface Watching {
  readonly output: () => string;
  /** What was written since the last call, when the command waits again. */
  readonly next: () => Promise<string>;
  readonly interrupt: () => Promise<number | null>;
}

function watching(...argv: string[]): Watching {
  const env = {
    PATH: process.env.PATH,
    TMPDIR: join(folder, 'profiles'),
    REPORT_CACHE_DIR: cache,
  };
  const all = ['build', ...(argv.includes('--watch') ? argv : [...argv, '--watch', '--no-source']), '--lang', 'en'];
  const child = spawn(process.execPath, [BIN, ...all], { cwd: folder, env });
  running = child;
  let [text, told, rounds] = ['', 0, 0];
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      text += chunk;
    });
  }
  const next = async () => {
    rounds++;
    await until(() => (text.match(WAITING)?.length ?? 0) >= rounds);
    const since = text.slice(told);
    told = text.length;
    return since;
  };
  const interrupt = async () => {
    child.kill('SIGINT');
    const [code] = await once(child, 'close');
    return code;
  };
  return { output: () => text, next, interrupt };
}

test('a saved report is checked and built again, in whatever way the editor saves it; Ctrl-C leaves nothing', async () => {
  save('2023.yaml', example);
  const { next, interrupt, output } = watching('2023.yaml');
  expect(await next()).toContain('1 report, nothing found');

  save('2023.yaml', decisions(96));
  expect(await next()).toMatch(/^\d\d:\d\d:\d\d changed: 2023\.yaml\n/m);
  expect(has('2023.html', 96)).toBe(true);

  save('.2023.yaml.swp', decisions(97));
  renameSync(join(folder, '.2023.yaml.swp'), join(folder, '2023.yaml'));
  await next();
  expect(has('2023.html', 97)).toBe(true);

  rmSync(join(folder, '2023.yaml'));
  save('2023.yaml', decisions(98));
  await next();
  expect(has('2023.html', 98)).toBe(true);

  const before = readFileSync(join(folder, 'out/2023.pdf'));
  save('2023.yaml', example.replace('overview:', 'overview: ['));
  expect(await next()).toMatch(/Failed|error/);
  expect(readFileSync(join(folder, 'out/2023.pdf')).equals(before)).toBe(true);
  save('2023.yaml', decisions(99));
  expect(await next()).toContain('nothing found');
  expect(has('2023.html', 99)).toBe(true);

  expect(await interrupt()).toBe(130);
  expect(output().match(/changed: /g)).toHaveLength(5);
  await until(() => processesNaming(join(folder, 'profiles')).length === 0);
  expect(readdirSync(join(folder, 'profiles'))).toEqual([]);
});

test('last year, settings and an own template are followed, with --draft too', async () => {
  save('2023.yaml', example);
  save('last/2022.yaml', last);
  await asProcess(['template', '--eject', 'mine'], { cwd: folder });
  const { next, interrupt } = watching('2023.yaml', '--draft', '--against', 'last/2022.yaml', '--template', 'mine');
  expect(await next()).toContain('2023.draft.pdf');

  save('last/2022.yaml', last.replace(/carried_forward: 0/u, 'carried_forward: { natural_person: 3 }'));
  expect(await next()).toContain('carried-over');
  save('last/2022.yaml', last);
  await next();

  save('report.config.yaml', 'rules: { no-such-rule: error }\n');
  expect(await next()).toContain('no-such-rule');
  rmSync(join(folder, 'report.config.yaml'));
  expect(await next()).toContain('nothing found');

  const section = join(folder, 'mine/partials/section.hbs');
  const text = readFileSync(section, 'utf8');
  writeFileSync(section, `<p class="mine">清溪县</p>\n${text}`);
  await next();
  expect(page('2023.draft.html')).toContain('<p class="mine">清溪县</p>');
  await interrupt();
});

describe('a folder', () => {
  test('only what a change touches is built; new reports are found, deleted ones are told', async () => {
    for (const name of ['甲', '乙', '丙']) save(`all/${name}/2023.yaml`, example);
    const { next, interrupt } = watching('all', '--format', 'html');
    expect(await next()).toContain('3 reports');

    save('all/乙/2023.yaml', decisions(96));
    const one = await next();
    expect(one).toContain('→ out/乙/2023.html');
    expect(one).toContain('✓ 1 report,');
    expect([has('甲/2023.html', 95), has('乙/2023.html', 96)]).toEqual([true, true]);

    save('all/丁/2023.yaml', decisions(97));
    expect(await next()).toContain('→ out/丁/2023.html\n✓ 1 report,');

    rmSync(join(folder, 'all/甲/2023.yaml'));
    expect(await next()).toContain('all/甲/2023.yaml was deleted');
    expect(existsSync(join(folder, 'out/甲/2023.html'))).toBe(true);

    save('all/notes.txt', 'nothing');
    save('all/report.config.yaml', 'build: { source: false }\n');
    expect(await next()).toContain('3 reports');
    await interrupt();
  });

  test('reports of which one names the other: both follow the older one', async () => {
    cpSync('examples/wenzhou-hrss-2022.yaml', join(folder, 'wenzhou-hrss-2022.yaml'));
    save('2023.yaml', `${example}\nprevious: wenzhou-hrss-2022.yaml\n`);
    const { next, interrupt } = watching('2023.yaml', 'wenzhou-hrss-2022.yaml', '--format', 'html');
    expect(await next()).toContain('2 reports');
    save('wenzhou-hrss-2022.yaml', last.replace(/carried_forward: 0/u, 'carried_forward: { natural_person: 3 }'));
    const both = await next();
    expect(both).toContain('2 reports');
    expect(both).toContain('carried-over');
    await interrupt();
  });
});

test.each([['-'], ['2023.yaml', '-o', '-', '--format', 'pdf']])('%s with --watch is refused', async (...argv) => {
  save('2023.yaml', example);
  const { code, stderr } = await asProcess(['build', ...argv, '--watch', '--lang', 'en'], { cwd: folder });
  expect([code, stderr]).toEqual([2, expect.stringContaining('--watch needs files')]);
});

test('that the files contain the report file is told once', async () => {
  save('2023.yaml', example.replace('overview:', 'overview: ['));
  const { next, interrupt } = watching('2023.yaml', '--watch', '--format', 'html');
  expect(await next()).not.toContain('--no-source');
  save('2023.yaml', example);
  expect(await next()).toContain('--no-source');
  save('2023.yaml', decisions(96));
  expect(await next()).not.toContain('--no-source');
  await interrupt();
});

test('--watch with a queue is refused', async () => {
  save('2023.yaml', example);
  const argv = ['build', '2023.yaml', '--watch', '--queue', 'redis://127.0.0.1:1', '--lang', 'en'];
  const { code, stderr } = await asProcess(argv, { cwd: folder });
  expect([code, stderr]).toEqual([2, expect.stringContaining('--watch has no effect here')]);
});
