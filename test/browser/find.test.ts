import { mkdirSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { findBrowser } from '../../src/browser/find.ts';
import { usualPlaces } from '../../src/browser/installed.ts';
import { findInPuppeteerCache } from '../../src/browser/puppeteer-cache.ts';
import { answer, bundle, run, script, temporary } from './harness.ts';

const folder = temporary();
const browser = script(join(folder, 'my-chrome'), 'exit 0');
const other = script(join(folder, 'other-chrome'), 'exit 0');

describe('a browser that is named', () => {
  test('on the command line comes before one named in the environment', () => {
    const env = { REPORT_BROWSER: other, PUPPETEER_EXECUTABLE_PATH: other };
    expect(findBrowser({ browser, env })).toMatchObject({ path: browser, source: '--browser', kind: 'chrome' });
  });

  test('in REPORT_BROWSER comes before one in PUPPETEER_EXECUTABLE_PATH', () => {
    const env = { REPORT_BROWSER: browser, PUPPETEER_EXECUTABLE_PATH: other };
    expect(findBrowser({ env })).toMatchObject({ path: browser, source: 'REPORT_BROWSER' });
    expect(findBrowser({ env: { PUPPETEER_EXECUTABLE_PATH: other } })).toMatchObject({ path: other });
  });

  test.each([
    ['--browser', { browser: '/nowhere/chrome' }],
    ['REPORT_BROWSER', { env: { REPORT_BROWSER: resolve('package.json') } }],
    ['PUPPETEER_EXECUTABLE_PATH', { env: { PUPPETEER_EXECUTABLE_PATH: folder } }],
  ])('by %s and can not be run is an error, and no other is looked for', (source, options) => {
    expect(() => findBrowser(options)).toThrow(`The browser given with ${source} does not exist or cannot be run`);
  });
});

describe('an installed browser', () => {
  let program: string;
  const bin = join(folder, 'bin');
  const cache = join(folder, 'cache');
  const shell = join(
    cache,
    'chrome-headless-shell/linux-147.0.9.0/chrome-headless-shell-linux64/chrome-headless-shell',
  );

  beforeAll(async () => {
    // In this folder the packaged browser isn't installed.
    program = await bundle('find', folder);
    for (const version of ['99.0.0.0', '147.0.9.0', '147.0.10.0']) {
      const place = join(cache, `chrome/linux-${version}/chrome-linux64`);
      mkdirSync(place, { recursive: true });
      script(join(place, 'chrome'), 'exit 0');
    }
    mkdirSync(bin);
    symlinkSync(browser, join(bin, 'chromium'));
  });

  const isolated = { NODE_PATH: '', HOME: folder };

  test('is taken where no packaged one is installed', async () => {
    const found = await answer(run(program, { ...isolated, PATH: bin, PUPPETEER_CACHE_DIR: cache }));
    expect(found).toMatchObject({ source: 'installed' });
  });

  test('comes after the packaged one', async () => {
    const found = await answer(run(program, { HOME: process.env.HOME ?? '', PATH: bin }));
    expect(found).toMatchObject({ source: 'packaged', kind: 'headless-shell' });
  });

  test("of Puppeteer's is the newest, the headless shell first", () => {
    expect(findInPuppeteerCache({ PUPPETEER_CACHE_DIR: cache })?.path).toContain('147.0.10.0');
    mkdirSync(join(shell, '..'), { recursive: true });
    script(shell, 'exit 0');
    expect(findInPuppeteerCache({ PUPPETEER_CACHE_DIR: cache })).toMatchObject({ path: shell, kind: 'headless-shell' });
  });

  test('that is nowhere is an error that says what to do', async () => {
    const { error, hint } = await answer(run(program, { ...isolated, PATH: '' }));
    // A machine that has one in /usr/bin finds it whatever PATH says.
    if (error === undefined) return;
    expect(error).toContain('No browser found');
    expect(hint).toContain('npm install --include=optional');
    expect(hint).toContain('apt-get install chromium');
    expect(hint).toContain('REPORT_BROWSER');
  });

  test('lies in the usual places of each system', () => {
    expect(usualPlaces('win32', { PROGRAMFILES: 'C:\\Program Files' }, 'C:\\Users\\x')).toContain(
      'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    );
    expect(usualPlaces('darwin', {}, '/h')).toContain(
      '/h/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    );
    expect(usualPlaces('linux', { PATH: '/opt/x:relative' }, '/home/x')).toEqual(
      expect.arrayContaining(['/opt/x/chromium', '/usr/bin/google-chrome', '/snap/bin/chromium']),
    );
  });
});
