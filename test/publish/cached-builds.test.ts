import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { checkFiles, writeFiles } from '../../src/api.ts';
import type { Browser, StartOptions } from '../../src/browser/types.ts';
import { openPublisher, type PublishOptions } from '../../src/publish/publisher.ts';
import { nothingHappened, put, yamlOf } from '../reports.ts';
import { sharedBrowserLeftOpen } from '../shared-browser.ts';

let home: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'report-cached-'));
  writeFileSync(join(home, 'a.yaml'), yamlOf(nothingHappened()));
});
afterEach(() => rmSync(home, { recursive: true }));

type Start = (options: StartOptions, signal?: AbortSignal) => Promise<Browser>;
const never: Start = () => {
  throw new Error('the browser was started');
};
const counted = () => {
  const start: Start = () => {
    counter.starts++;
    return sharedBrowserLeftOpen();
  };
  const counter = { starts: 0, start };
  return counter;
};

const machine = (startBrowser: Start, more = {}) => ({
  cwd: home,
  env: { REPORT_CACHE_DIR: join(home, 'cache') },
  now: () => new Date('2024-02-01T00:00:00Z'),
  signal: new AbortController().signal,
  startBrowser,
  browserIdentity: 'the browser of these tests',
  ...more,
});
const OPTIONS: PublishOptions = { cache: true, out: 'out', expected: ['a.yaml'] };

async function build(start: Start, options: PublishOptions = {}, more = {}) {
  const where = machine(start, more);
  const [checked] = (await checkFiles(['a.yaml'], where)).checked;
  if (!checked) throw new Error('not checked');
  const publisher = await openPublisher({ ...OPTIONS, ...options }, where);
  try {
    const built = await publisher.build(checked);
    await writeFiles(built, options.out ?? 'out', where);
    return built;
  } finally {
    await publisher.close();
  }
}
const bytes = (out = 'out') => readdirSync(join(home, out)).map((name) => readFileSync(join(home, out, name)));

test('a second build gives the same files and starts no browser, wherever they are written to', async () => {
  const first = await build(sharedBrowserLeftOpen);
  expect(await build(never)).toEqual(first);
  const before = bytes();
  expect(await build(never, { out: 'elsewhere' })).toEqual(first);
  expect(bytes('elsewhere')).toEqual(before);
  writeFileSync(join(home, 'out/a.pdf'), 'damaged');
  await build(never);
  expect(bytes()).toEqual(before);
});

test('files that are the same are not written again', async () => {
  await build(sharedBrowserLeftOpen, { formats: ['html', 'json'] });
  const files = readdirSync(join(home, 'out')).map((name) => join(home, 'out', name));
  for (const file of files) utimesSync(file, 1, 1);
  await build(never, { formats: ['html', 'json'] });
  expect(files.map((file) => statSync(file).mtimeMs)).toEqual([1000, 1000]);
});

test('the browser starts early only if the cache cannot have the files', async () => {
  const [first, second, third] = [counted(), counted(), counted()];
  await (await openPublisher(OPTIONS, machine(first.start))).close();
  expect(first.starts).toBe(1);
  await build(sharedBrowserLeftOpen);
  await (await openPublisher(OPTIONS, machine(second.start))).close();
  expect(second.starts).toBe(0);
  writeFileSync(join(home, 'a.yaml'), yamlOf(put(nothingHappened(), 'active_disclosure', { regulations: 0 })));
  await (await openPublisher(OPTIONS, machine(third.start))).close();
  expect(third.starts).toBe(1);
});

test.each<[string, PublishOptions, object]>([
  ['with cache: false', { cache: false }, {}],
  ['with the fonts of the machine', { systemFonts: true }, {}],
  ['with a browser that is not known', {}, { browserIdentity: undefined }],
])('nothing is taken or kept %s', async (_, options, more) => {
  const browser = counted();
  await build(browser.start, options, more);
  await build(browser.start, options, more);
  expect(browser.starts).toBe(2);
  expect(readdirSync(join(home, 'cache'))).not.toContain('built');
});

test('what was not read back is not taken for what was', async () => {
  await build(sharedBrowserLeftOpen, { readBack: false });
  await expect(build(never)).rejects.toThrow('the browser was started');
});

test('a page with findings is built again and again, with the same findings', async () => {
  const unknown = '\u{2fa1d}\u{10ffff}';
  writeFileSync(join(home, 'a.yaml'), yamlOf(put(nothingHappened(), 'problems.text', `没有${unknown}问题。`)));
  const first = await build(sharedBrowserLeftOpen, { formats: ['html'] });
  const second = await build(sharedBrowserLeftOpen, { formats: ['html'] });
  expect(second.diagnostics.length).toBeGreaterThan(0);
  expect(second).toEqual(first);
});

test('the sheet for sign-off is built anew if its findings are others', async () => {
  const late = yamlOf(put(nothingHappened(), 'published', '2024-02-10'));
  writeFileSync(join(home, 'a.yaml'), late);
  const options = { formats: ['review'] };
  const first = await build(sharedBrowserLeftOpen, options);
  expect(await build(never, options)).toEqual(first);
  writeFileSync(join(home, 'report.config.yaml'), 'rules:\n  published-late: off\n');
  await expect(build(never, options)).rejects.toThrow('the browser was started');
});
