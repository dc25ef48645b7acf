// Measures how long the rules take for texts that are slow to search. Each text is measured in two lengths, to find work
// that grows with the square of the length.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('../', import.meta.url));
const LENGTH = 100_000;

const FILE_LENGTH = 2_300_000;

const { HOSTILE_PIECES, hostileReport, RULES, DEFAULT_SETTINGS, HOSTILE_FILES, parse, check, text } = await bundled();

async function bundled() {
  const folder = mkdtempSync(join(tmpdir(), 'report-texts-'));
  const outfile = join(folder, 'texts.mjs');
  const parts = [
    'src/check/rules/index.ts',
    'src/check/settings.ts',
    'src/check/check.ts',
    'src/source/parse.ts',
    'src/reporters/text.ts',
    'test/check/texts/hostile-texts.ts',
    'test/source/hostile-files.ts',
  ];
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

/** Processor time in milliseconds of reading, checking and printing a file of about `length` characters. */
function measureFile(fileOf, length) {
  const content = fileOf(Math.ceil((length * 1000) / (fileOf(1001).length - fileOf(1).length)));
  const start = process.cpuUsage();
  const source = parse(content, 'a.yaml');
  const { diagnostics, waived } = check(source);
  const options = { tool: { version: '', rules: [] }, language: 'en', failOn: 'error', columns: 80 };
  text([{ file: 'a.yaml', text: content, diagnostics, waived, outputs: [] }], options);
  return { took: process.cpuUsage(start).user / 1000 };
}

let square = 0;

/** Prints a line for two measurements, of a length and of twice that. */
function tell(once, twice, what) {
  const growth = twice.took / once.took;
  const grows = growth > 3 && twice.took > 1000;
  if (grows) square += 1;
  console.log(`${twice.took.toFixed().padStart(6)} ms  ×${growth.toFixed(1)}${grows ? ' !' : '  '} ${what}`);
}

console.log(`Files of ${(2 * FILE_LENGTH) / 1e6} MB`);
for (const [name, fileOf] of Object.entries(HOSTILE_FILES)) {
  const [once, twice] = [measureFile(fileOf, FILE_LENGTH), measureFile(fileOf, 2 * FILE_LENGTH)];
  tell(once, twice, name);
}
console.log(`Largest memory: ${Math.round(process.resourceUsage().maxRSS / 1024)} MB`);

console.log(`Texts of ${2 * LENGTH} characters`);
for (const piece of HOSTILE_PIECES) {
  const [once, twice] = [measure(piece, LENGTH), measure(piece, 2 * LENGTH)];
  tell(once, twice, `${JSON.stringify(piece)}, mostly ${twice.slowest}`);
}
if (square > 0) {
  console.error(`! more than three times as long for twice the text: ${square}`);
  process.exitCode = 1;
}
