// Measures how long the rules take for texts that are slow to search. Each text is measured in two lengths, to find work
// that grows with the square of the length.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('../', import.meta.url));
const LENGTH = 100_000;

const { HOSTILE_PIECES, hostileReport, RULES, DEFAULT_SETTINGS } = await bundled();

async function bundled() {
  const folder = mkdtempSync(join(tmpdir(), 'report-texts-'));
  const outfile = join(folder, 'texts.mjs');
  const parts = ['src/check/rules/index.ts', 'src/check/settings.ts', 'test/check/texts/hostile-texts.ts'];
  const contents = parts.map((part) => `export * from './${part}';`).join('\n');
  await build({
    stdin: { contents, resolveDir: root, loader: 'ts' },
    bundle: true,
    platform: 'node',
    format: 'esm',
    outfile,
    banner: { js: "import{createRequire as r}from'node:module';const require=r(import.meta.url);" },
  });
  const module = await import(pathToFileURL(outfile).href);
  rmSync(folder, { recursive: true });
  return module;
}

/** The CPU time of all rules in milliseconds, and the slowest rule. */
function measure(piece, length) {
  const report = hostileReport(piece, length);
  const times = RULES.map((rule) => {
    const start = process.cpuUsage();
    rule.check({ report, previous: report, settings: DEFAULT_SETTINGS });
    return { id: rule.id, took: process.cpuUsage(start).user / 1000 };
  }).sort((a, b) => b.took - a.took);
  return { slowest: times[0].id, took: times.reduce((sum, { took }) => sum + took, 0) };
}

let square = 0;
for (const piece of HOSTILE_PIECES) {
  const [once, twice] = [measure(piece, LENGTH), measure(piece, 2 * LENGTH)];
  const growth = twice.took / once.took;
  const grows = growth > 3 && twice.took > 1000;
  if (grows) square += 1;
  const figures = `${twice.took.toFixed().padStart(6)} ms  ×${growth.toFixed(1)}${grows ? ' !' : '  '}`;
  console.log(`${figures} ${JSON.stringify(piece)}, mostly ${twice.slowest}`);
}
if (square > 0) {
  console.error(`! more than three times as long for twice the text: ${square}`);
  process.exitCode = 1;
}
