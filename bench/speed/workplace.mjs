// What the measured programs share: the folder they work in, made-up reports, the browser, a cache that is warm.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build, stop } from 'esbuild';
import { writeReports } from '../reports.mjs';
import { command } from './measure.mjs';

export const root = fileURLToPath(new URL('../../', import.meta.url));
export const bin = join(root, 'bin/report.js');
export const example = join(root, 'examples/wenzhou-hrss-2023.yaml');

/** Makes a folder to work in. `scale` shortens all lists of reports, to try the programs. */
export async function openWorkplace(scale = 1) {
  const folder = mkdtempSync(join(tmpdir(), 'report-bench-'));
  const chrome = await chromeAlone();
  const browser = await chrome.foundBrowser();
  const made = new Map();
  const inside = (...names) => join(folder, ...names);
  const once = (name, make) => {
    if (!made.has(name)) made.set(name, make());
    return made.get(name);
  };

  const workplace = {
    folder,
    chrome,
    browser,
    inside,
    once,
    counted: (count) => Math.max(2, Math.round(count * scale)),
    /** An empty folder. */
    empty(name) {
      rmSync(inside(name), { recursive: true, force: true });
      mkdirSync(inside(name));
      return inside(name);
    },
    /** Runs `report`. The libraries of the packaged browser are found by the variables of `browser.env`. */
    report: (args, cache) => node([bin, ...args], cache && { REPORT_CACHE_DIR: cache }),
    /** A folder with so many different reports. */
    reports: (count) =>
      once(`reports-${count}`, async () => {
        const made = inside(`reports-${count}`);
        await writeReports(made, workplace.counted(count));
        return made;
      }),
    /** The finished pages of those reports. */
    pages: (count) =>
      once(`pages-${count}`, async () => {
        const out = inside(`pages-${count}`);
        await workplace.report(['build', await workplace.reports(count), '-o', out, '--format', 'html']);
        return filesIn(out, '.html');
      }),
    /** The example as a finished page. */
    page: () =>
      once('page', async () => {
        await workplace.report(['build', example, '-o', inside('page'), '--format', 'html']);
        return inside('page', `${basename(example, '.yaml')}.html`);
      }),
    /** A cache that has the browser and the compiled program, and no report of those to be built. */
    async freshCache(name) {
      const warm = await once('cache', async () => {
        const cache = workplace.empty('cache');
        for (let time = 0; time < 2; time++) await workplace.report(['build', example, '-o', inside('warm')], cache);
        return cache;
      });
      rmSync(inside(name), { recursive: true, force: true });
      cpSync(warm, inside(name), { recursive: true, preserveTimestamps: true });
      return inside(name);
    },
    node: (args, env) => node(args, env),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
  const node = (args, env) => command(process.execPath, args, { cwd: folder, env: { ...browser.env, ...env } });
  return workplace;
}

export const filesIn = (folder, ending) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending))
    .map((name) => join(folder, name));

/** Throws if a build has not made all PDFs: what does less is faster. */
export function expectPdfs(folder, count) {
  const found = filesIn(folder, '.pdf').length;
  if (found !== count) throw new Error(`${found} PDFs in place of ${count} in ${folder}`);
}

/** Whether a command of `report` has an option. */
export function knows(name, option) {
  const { status, stdout } = spawnSync(process.execPath, [bin, name, '--help'], { encoding: 'utf8' });
  return status === 0 && stdout.includes(option);
}

/** Loads bench/chrome-alone.ts, which starts the browser with the code of src/browser/ and so with the same flags. */
async function chromeAlone() {
  // In dist/, like the other bundles, to find the packages.
  const outfile = join(root, 'dist/chrome-alone.mjs');
  const entryPoints = [join(root, 'bench/chrome-alone.ts')];
  await build({ entryPoints, outfile, bundle: true, platform: 'node', format: 'esm' });
  const loaded = await import(pathToFileURL(outfile).href);
  rmSync(outfile);
  await stop();
  return loaded;
}
