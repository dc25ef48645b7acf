import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inProcess } from '../cli/run.ts';
import { byTemplate, byVersion, type Forgery, PAGE_FORGERIES } from './forged-pages.ts';
import { PDF_FORGERIES, withReceipt } from './forged-pdfs.ts';

const text = readFileSync('examples/wenzhou-hrss-2023.yaml', 'utf8');
let cwd: string;
let html: string;
let pdf: Uint8Array;
const NO_ONE = { by: 'clerk', otherVersion: '?' } as const;
const write = (name: string, content: string | Uint8Array) => writeFileSync(join(cwd, name), content);
/** The same whole numbers below a limit in every run. */
function randomNumbers(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}

beforeAll(async () => {
  cwd = mkdtempSync(join(tmpdir(), 'report-forgeries-'));
  write('2023.yaml', text);
  const built = await inProcess(['build', '2023.yaml', '-o', '.', '-q'], { cwd });
  expect(built.code).toBe(0);
  html = readFileSync(join(cwd, '2023.html'), 'utf8');
  pdf = readFileSync(join(cwd, '2023.pdf'));
});
afterAll(() => rmSync(cwd, { recursive: true }));

/** Writes the forged files, made from `original`, and gives the sign of each with what was done. */
async function table<File extends string | Uint8Array>(
  forgeries: readonly Forgery<File>[],
  original: File,
  ...argv: string[]
): Promise<string[]> {
  const names: string[] = [];
  for (const [index, { change }] of forgeries.entries()) {
    const name = `${index}.${typeof original === 'string' ? 'html' : 'pdf'}`;
    write(name, await change(original));
    names.push(name);
  }
  const { stdout } = await inProcess(['verify', ...names, ...argv, '--lang', 'en'], { cwd });
  const signs = [...stdout.matchAll(/^([✓✗?]) /gmu)].map(([, sign]) => sign);
  return forgeries.map(({ what }, index) => `${signs[index]} ${what}`);
}

const SOURCE = ['--source', '2023.yaml'];
const asOtherVersion = (forgeries: readonly Pick<Forgery<never>, 'what' | 'otherVersion'>[]) =>
  forgeries.map(({ what, otherVersion }) => `${otherVersion} ${what}`);

describe('forged pages', () => {
  const damaged = new Set(['a second receipt', 'a link to another file, and a receipt to go with it']);

  test('under our own version and template none is what the report builds', async () => {
    expect(await table(PAGE_FORGERIES, html, ...SOURCE)).toEqual(
      PAGE_FORGERIES.map(({ what }) => `${damaged.has(what) ? '?' : '✗'} ${what}`),
    );
  });

  test('without --source neither', async () => {
    const first = PAGE_FORGERIES.slice(0, 10);
    expect(await table(first, html)).toEqual(first.map(({ what }) => `✗ ${what}`));
  });

  test('a receipt that names another version or template makes none of them right', async () => {
    expect(await table(PAGE_FORGERIES, byVersion('9.9.9')(html), ...SOURCE)).toEqual(asOtherVersion(PAGE_FORGERIES));
    const first = PAGE_FORGERIES.slice(0, 10);
    expect(await table(first, byTemplate(html), ...SOURCE)).toEqual(asOtherVersion(first));
  });
});

describe('forged PDFs', () => {
  const first = PDF_FORGERIES.slice(0, 4);

  test('under our own version, template and browser none is what the report builds', async () => {
    expect(await table(first, pdf, ...SOURCE)).toEqual(first.map(({ what }) => `✗ ${what}`));
  });

  test('a receipt that names another version makes none of them right', async () => {
    const claimed = await withReceipt(pdf, { tool: 'ogi-report 9.9.9' });
    expect(await table(PDF_FORGERIES, claimed, ...SOURCE)).toEqual(asOtherVersion(PDF_FORGERIES));
  });

  test('neither does one that names another browser', async () => {
    const claimed = await withReceipt(pdf, { browser: 'HeadlessChrome/1.2.3.4' });
    expect(await table(first, claimed, ...SOURCE)).toEqual(first.map(({ what }) => `? ${what}`));
  });

  test('nor a machine without a browser, whatever was damaged', async () => {
    const random = randomNumbers(15);
    const files = Array.from({ length: 40 }, () => {
      const damaged = Uint8Array.from(pdf);
      for (let count = 0; count < 3; count++) damaged[random(damaged.length)] = random(256);
      return damaged;
    });
    const damages = files.map(
      (file, index): Forgery<Uint8Array> => ({ ...NO_ONE, what: `${index}`, change: () => file }),
    );
    const signs = await table(damages, pdf, ...SOURCE, '--browser', '/nowhere/chrome');
    expect(signs.filter((line) => !/^[✗?] \d+$/u.test(line))).toEqual([]);
  });
});
