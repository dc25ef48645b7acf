// Checks PDFs against the points of PDF/UA-1 and PDF/A-3a that a program can decide: npm run check:pdf -- FILES…
// Also runs PDFBox Preflight if it is installed (Debian: libpdfbox2-java, libactivation-java, libjaxb-api-java).
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { loadScript } from './load-script.mjs';

const { openFile } = await loadScript('test/pdf-checker/pdf-file.ts');
const { checkFile } = await loadScript('test/pdf-checker/points.ts');

const JARS = [
  'preflight',
  'pdfbox2',
  'xmpbox',
  'fontbox2',
  'commons-logging',
  'commons-io',
  'javax.activation',
  'jaxb-api',
];
const jars = JARS.map((name) => join(process.env.PREFLIGHT_JARS ?? '/usr/share/java', `${name}.jar`));
const hasPreflight = jars.every((jar) => existsSync(jar)) && spawnSync('java', ['-version']).status === 0;
/**
 * What PDF/A-1 forbids and PDF/A-3 allows: attached files, transparency, profiles of version 4, subsets without CIDSet,
 * the number of the part.
 */
const ONLY_PART_1 = /^(?:1\.2\.9|1\.4\.7|2\.1\.6|2\.2\.[12]|3\.1\.11|4\.1\.2|7\.11\.2)\s*:/;

const quiet = process.argv.includes('--quiet');
const files = process.argv.slice(2).filter((argument) => !argument.startsWith('-'));
if (files.length === 0) {
  process.stderr.write('usage: npm run check:pdf -- [--quiet] FILES…\n');
  process.exit(2);
}
let broken = 0;
for (const file of files) broken += await check(file);
process.exitCode = broken > 0 ? 1 : 0;

/** Prints each point, with `--quiet` only the broken ones, and returns how many are broken. */
async function check(file) {
  const opened = await readFile(file).then(openFile).catch(String);
  if (typeof opened === 'string') {
    process.stderr.write(`${file} cannot be read as a PDF (${opened.split('\n')[0]})\n`);
    return 1;
  }
  const results = checkFile(opened);
  const wrong = results.filter(({ breaches }) => breaches.length > 0);
  for (const { standard, point, breaches } of quiet ? wrong : results) {
    const verdict = breaches.length > 0 ? `FAILED  ${breaches.slice(0, 5).join('; ')}` : 'passed';
    process.stdout.write(`${standard}  ${point.id.padEnd(11)} ${point.demands.en}: ${verdict}\n`);
  }
  const told = hasPreflight ? preflight(file) : [];
  for (const line of told) process.stdout.write(`Preflight  ${line}\n`);
  const others = hasPreflight ? `Preflight: ${told.length} findings that count for PDF/A-3` : 'Preflight: not checked';
  process.stdout.write(
    `${basename(file)}: ${results.length - wrong.length} points passed, ${wrong.length} failed; ${others}\n`,
  );
  return wrong.length + told.length;
}

/** The findings of Preflight, which checks for PDF/A-1b, without those that are of part 1 only. */
function preflight(file) {
  const { stdout } = spawnSync('java', ['-cp', jars.join(':'), 'org.apache.pdfbox.preflight.Validator_A1b', file], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  const lines = stdout.split('\n').filter((line) => /^\d+(?:\.\d+)*\s*:/.test(line));
  return [...new Set(lines)].filter((line) => !ONLY_PART_1.test(line));
}
