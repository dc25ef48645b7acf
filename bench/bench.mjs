// Measures how long whole commands take, all of them in each round. Only the ratios are meaningful.
// node bench/bench.mjs [ROUNDS]
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { plainTemplate } from './plain-template.mjs';

const ROUNDS = Number(process.argv[2] ?? 11);
const root = fileURLToPath(new URL('../', import.meta.url));
const report = join(root, 'bin/report.js');
const example = join(root, 'examples/wenzhou-hrss-2023.yaml');
const out = mkdtempSync(join(tmpdir(), 'report-bench-'));
const inOut = (name) => join(out, name);

const { foundBrowser, printAlone } = await chromeAlone();
const browser = await foundBrowser();
const ALONE = browser.ownCommand ? 'Chrome --print-to-pdf' : 'Chrome alone';
const PLAIN = 'plain Puppeteer script';
const BUILD = 'report build';
const UNREAD = 'report build --no-read-back';

/** The measured programs, by name. */
const measured = {
  'empty Node process': () => node('-e', ''),
  'report --help': () => node(report, '--help'),
  'report validate': () => node(report, 'validate', example),
  'report build --format html': () => node(report, 'build', example, '-o', out, '--format', 'html'),
  [BUILD]: () => node(report, 'build', example, '-o', out),
  ...(knows('--no-read-back') && { [UNREAD]: () => node(report, 'build', example, '-o', out, '--no-read-back') }),
  [ALONE]: () => printAlone(browser, pathToFileURL(inOut('finished.html')).href, inOut('alone.pdf')),
  [PLAIN]: () =>
    node(join(root, 'bench/plain.mjs'), inOut('plain.yaml'), inOut('plain.hbs'), browser.path, inOut('plain')),
};
/** The comparisons: the first may take at most this many times as long as the second. */
const compared = [BUILD, UNREAD]
  .filter((name) => measured[name])
  .flatMap((name) => [
    [name, ALONE, 1.5],
    [name, PLAIN, 0.5],
  ]);

const times = new Map(Object.keys(measured).map((name) => [name, []]));
try {
  prepare();
  // The first round does not count: it unpacks the browser, keeps the compiled code and fills the disk cache.
  for (let round = 0; round <= ROUNDS; round++) {
    for (const [name, run] of Object.entries(measured)) {
      const start = performance.now();
      await run();
      if (round > 0) times.get(name).push(performance.now() - start);
    }
  }
} finally {
  rmSync(out, { recursive: true, force: true });
}
print();

/** Writes the finished page, and the template and data with which the plain script makes the same page. */
function prepare() {
  node(report, 'build', example, '-o', out, '--format', 'html');
  const html = readFileSync(inOut(`${basename(example, '.yaml')}.html`), 'utf8');
  const { template, yaml } = plainTemplate(html);
  writeFileSync(inOut('finished.html'), html);
  writeFileSync(inOut('plain.hbs'), template);
  writeFileSync(inOut('plain.yaml'), yaml);
}

function node(...args) {
  // The browser of the plain script needs the same library paths.
  const { status } = spawnSync(process.execPath, args, { stdio: 'ignore', env: { ...process.env, ...browser.env } });
  if (status !== 0) throw new Error(`${args.join(' ')} ended with ${status}`);
}

function knows(option) {
  return spawnSync(process.execPath, [report, 'build', '--help'], { encoding: 'utf8' }).stdout.includes(option);
}

/** Loads bench/chrome-alone.ts, which starts the browser with the code of src/browser/ and so with the same flags. */
async function chromeAlone() {
  // In dist/, like the other bundles, to find the packages.
  const outfile = join(root, 'dist/chrome-alone.mjs');
  await build({
    entryPoints: [join(root, 'bench/chrome-alone.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
  });
  const loaded = await import(pathToFileURL(outfile).href);
  rmSync(outfile);
  return loaded;
}

function print() {
  const median = (name) => times.get(name).sort((a, b) => a - b)[Math.floor(ROUNDS / 2)];
  console.log(`median of ${ROUNDS} rounds, Node ${process.version}, ${browser.path}`);
  for (const name of times.keys()) {
    const ratio = median(name) / median('empty Node process');
    console.log(`${name.padEnd(28)} ${median(name).toFixed(0).padStart(6)} ms ${ratio.toFixed(1).padStart(6)} ×`);
  }
  console.log();
  for (const [name, other, most] of compared) {
    const ratio = median(name) / median(other);
    console.log(`${name} takes ${ratio.toFixed(2)} × ${other} (at most ${most}: ${ratio <= most ? 'yes' : 'NO'})`);
  }
}
