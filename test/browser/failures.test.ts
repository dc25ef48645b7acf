import { chmodSync, copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { findBrowser } from '../../src/browser/find.ts';
import { launch } from '../../src/browser/launch.ts';
import { startBrowser } from '../../src/browser/start.ts';
import type { Browser, StartOptions } from '../../src/browser/types.ts';
import type { InPage } from '../../src/in-page/program.ts';
import {
  answer,
  BROWSER_PROCESS,
  bundle,
  ownProfiles,
  PAGE_PROCESS,
  run,
  script,
  temporary,
  until,
} from './harness.ts';

const folder = temporary();
const { profiles, processes, expectNothingLeft, kill } = ownProfiles(folder);

const ENDLESS = '() => new Promise(() => undefined)' as InPage<() => Promise<undefined>>;

/** Starts a print that never ends by itself, and waits until the browser is working on it. */
async function endlessPrint(browser: Browser, signal?: AbortSignal): Promise<{ printing: Promise<Uint8Array> }> {
  let printing: Promise<Uint8Array> | undefined;
  await new Promise<void>((atWork) => {
    printing = browser.printPdf('<p>1', {
      signal,
      look: (page) => {
        atWork();
        return page.run(ENDLESS);
      },
    });
    // It may reject before the test awaits it.
    printing.catch(() => undefined);
  });
  return { printing: printing as Promise<Uint8Array> };
}

const started: Browser[] = [];

async function start(options?: StartOptions, signal?: AbortSignal): Promise<Browser> {
  const browser = await startBrowser(options, signal);
  started.push(browser);
  return browser;
}

// The packaged browser may have to be inflated first.
beforeAll(async () => void (await findBrowser()));

afterEach(async () => {
  await Promise.all(started.splice(0).map((browser) => browser.close()));
  await expectNothingLeft();
});

describe('a program that is not a working browser', () => {
  const cases: [name: string, lines: string, message: RegExp, hint: RegExp, timeout?: number][] = [
    ['never answers', 'sleep 600 & exec sleep 600', /did not answer within 1 seconds/, /REPORT_BROWSER_TIMEOUT/, 1000],
    [
      'lacks a library',
      'echo "chrome: error while loading shared libraries: libnss3.so: cannot open shared object file" >&2; exit 127',
      /exit code 127\): .*libnss3\.so/,
      /apt-get install libnss3/,
    ],
    [
      'ends at once',
      'echo one >&2; echo "what it says last" >&2; exit 3',
      /exit code 3\): what it says last/,
      /--browser/,
    ],
    ['talks nonsense', "printf 'nonsense\\0' >&4; exec sleep 600", /is not Chrome/, /REPORT_BROWSER/],
    ['hangs up', 'exec 3<&- 4>&-; exec sleep 600', /is not Chrome/, /REPORT_BROWSER/],
  ];

  test.each(cases)('and %s is an error', async (name, lines, message, hint, timeout) => {
    const browser = script(join(folder, name.replaceAll(' ', '-')), lines);
    const error = await startBrowser({ browser, timeout }).then(
      () => undefined,
      (reason) => reason,
    );
    expect(error).toMatchObject({ name: 'UserError', message: expect.stringMatching(message) });
    expect(error.hint.en).toMatch(hint);
  });

  test('and that the kernel cannot run is an error', async () => {
    const browser = join(folder, 'not-a-program');
    writeFileSync(browser, '\x7fELF', { mode: 0o755 });
    await expect(startBrowser({ browser })).rejects.toMatchObject({
      name: 'UserError',
      message: expect.stringContaining('could not be started'),
    });
  });
});

describe('a browser in use', () => {
  test('that is killed at its work is an error, then and afterwards', async () => {
    const browser = await start();
    const { printing } = await endlessPrint(browser);
    kill(BROWSER_PROCESS);
    const died = { name: 'UserError', message: expect.stringContaining('signal SIGKILL') };
    await expect(printing).rejects.toMatchObject(died);
    await expect(browser.printPdf('<p>1')).rejects.toMatchObject(died);
  });

  test('whose page process is killed is an error at once, and prints the next page', async () => {
    const browser = await start();
    const { printing } = await endlessPrint(browser);
    kill(PAGE_PROCESS);
    await expect(printing).rejects.toMatchObject({
      message: expect.stringContaining('page process of the browser ended'),
    });
    expect((await browser.printPdf('<p>1')).length).toBeGreaterThan(500);
  });

  test('whose page process ends at the start is an error that says so', async () => {
    const { path, env } = await findBrowser();
    const library = env.LD_LIBRARY_PATH === undefined ? '' : `LD_LIBRARY_PATH='${env.LD_LIBRARY_PATH}' `;
    const lines = `${library}exec '${path}' --no-zygote --renderer-cmd-prefix=/bin/false "$@"`;
    const browser = script(join(folder, 'no-page'), lines);
    await expect(start({ browser })).rejects.toThrow('page process of the browser ended');
  });

  test('that takes too long over a page is an error, and prints the next page', async () => {
    const browser = await start();
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    try {
      const { printing } = await endlessPrint(browser);
      vi.advanceTimersByTime(60_000);
      await expect(printing).rejects.toThrow('did not answer within 60 seconds');
    } finally {
      vi.useRealTimers();
    }
    expect((await browser.printPdf('<p>1')).length).toBeGreaterThan(500);
  });

  test.each(['SIGSEGV', 'SIGKILL'])(
    'that %s ends when it starts is started once more, and only once',
    async (signal) => {
      const real = await findBrowser();
      const starts = join(folder, 'starts');
      rmSync(starts, { force: true });
      const ending = (times: number) =>
        script(
          join(folder, `${signal}-${times}`),
          `echo start >> '${starts}'; [ $(wc -l < '${starts}') -gt ${times} ] || kill -s ${signal.slice(3)} $$; exec '${real.path}' "$@"`,
        );
      expect((await (await start({ browser: ending(1) })).printPdf('<p>1')).length).toBeGreaterThan(500);
      rmSync(starts);
      await expect(startBrowser({ browser: ending(2) })).rejects.toThrow(`signal ${signal}`);
      expect(readFileSync(starts, 'utf8')).toBe('start\nstart\n');
    },
  );

  test('can be closed twice, and at its work', async () => {
    const browser = await start();
    const { printing } = await endlessPrint(browser);
    await Promise.all([browser.close(), browser.close(), expect(printing).rejects.toThrow()]);
  });

  test('ends with our own process, however that ends', async () => {
    const program = await bundle('print', folder);
    const env = { HOME: process.env.HOME ?? '', TMPDIR: profiles };
    const crashing = run(program, env, ['--crash']);
    expect((await crashing.done).code).not.toBe(0);
    await expectNothingLeft();

    const killed = run(program, env, ['--hang']);
    await new Promise((printed) => killed.child.stdout?.once('data', printed));
    killed.child.kill('SIGKILL');
    await killed.done;
    await until(() => processes().length === 0);
    // No process is left that could remove the profile; the system does that.
    for (const name of readdirSync(profiles)) rmSync(join(profiles, name), { recursive: true });
  });
});

describe('an aborted signal', () => {
  const reason = new Error('interrupted');

  test('before the start starts nothing', async () => {
    await expect(startBrowser({}, AbortSignal.abort(reason))).rejects.toBe(reason);
  });

  test('during the start leaves nothing', async () => {
    const controller = new AbortController();
    const starting = startBrowser({}, controller.signal);
    expect(processes()).not.toEqual([]);
    controller.abort(reason);
    await expect(starting).rejects.toBe(reason);
  });

  test('during a print stops the browser', async () => {
    const controller = new AbortController();
    const browser = await start({}, controller.signal);
    const { printing } = await endlessPrint(browser);
    controller.abort(reason);
    await expect(printing).rejects.toBe(reason);
    await expect(browser.printPdf('<p>1')).rejects.toBe(reason);
  });

  test('of one print leaves the browser for the next', async () => {
    const browser = await start();
    const controller = new AbortController();
    const { printing } = await endlessPrint(browser, controller.signal);
    controller.abort(reason);
    await expect(printing).rejects.toBe(reason);
    expect((await browser.printPdf('<p>1')).length).toBeGreaterThan(500);
  });
});

describe("Chrome's sandbox", () => {
  test('is given up where the kernel refuses it', async () => {
    const real = await findBrowser();
    const refuse = 'echo "[0101/000000.1:FATAL:zygote_host.cc(1)] No usable sandbox! Update your kernel" >&2; exit 1';
    const path = script(
      join(folder, 'no-sandbox'),
      `case "$*" in *--no-sandbox*) exec '${real.path}' "$@";; esac; ${refuse}`,
    );
    const options = { env: process.env, timeout: 60_000, systemFonts: false, sandbox: true };
    const { sandboxed, stop } = await launch({ ...real, path }, options);
    expect(sandboxed).toBe(false);
    await stop();
  });

  test.runIf(process.getuid?.() === 0)('is used by an ordinary user', async () => {
    const nobody = 65534;
    const { path } = await findBrowser();
    const open = join(folder, 'open');
    mkdirSync(open);
    copyFileSync(path, join(open, 'chrome'));
    const program = await bundle('print', open);
    for (const one of [folder, open, program, join(open, 'chrome')]) chmodSync(one, 0o755);
    const temp = join(open, 'temp');
    mkdirSync(temp);
    chmodSync(temp, 0o777);
    const env = { HOME: temp, TMPDIR: temp, REPORT_BROWSER: join(open, 'chrome') };
    expect(await answer(run(program, env, [], nobody))).toMatchObject({ sandboxed: true });
    expect(readdirSync(temp)).toEqual([]);
  });
});
