import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { findBrowser } from '../../../src/browser/find.ts';

/** A Chrome that listens on a port of this machine, as one on another machine would. */
export interface ChromeElsewhere {
  /** `ws://…` */
  readonly url: string;
  readonly port: number;
  kill(): Promise<void>;
}

/** Starts one with a profile in `folder`. */
export async function chromeElsewhere(folder: string): Promise<ChromeElsewhere> {
  const found = await findBrowser();
  const flags = [
    '--headless',
    '--no-sandbox',
    '--remote-debugging-port=0',
    `--user-data-dir=${join(folder, 'elsewhere')}`,
  ];
  const { PATH = '' } = process.env;
  const child = spawn(
    found.path,
    [...flags, '--font-render-hinting=none', '--disable-gpu', '--disable-dev-shm-usage', 'about:blank'],
    {
      env: { PATH, HOME: folder, ...found.env },
      stdio: ['ignore', 'ignore', 'pipe'],
      detached: true,
    },
  );
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  let said = '';
  const url = await new Promise<string>((resolve, reject) => {
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      const [, address] = /DevTools listening on (ws:\S+)/.exec(said) ?? [];
      if (address) resolve(address);
    });
    child.once('exit', () => reject(new Error(said)));
  });
  return {
    url,
    port: Number(new URL(url).port),
    async kill() {
      try {
        process.kill(-(child.pid as number), 'SIGKILL');
      } catch {
        // It has ended.
      }
      await ended;
    },
  };
}
