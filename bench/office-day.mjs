// A day of a superior office: makes a folder of published files of mixed layouts and formats, some with a seeded fault,
// runs `report validate` on it and prints faults found, false alarms, time and memory.
// npm run bench:office -- [--files 300] [--faulty 40] [--seed N] [--keep DIR] [--make-only] [-v]
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { load } from './layouts/load.mjs';

const { values } = parseArgs({
  options: {
    files: { type: 'string', default: '300' },
    faulty: { type: 'string', default: '40' },
    seed: { type: 'string', default: '1' },
    keep: { type: 'string' },
    'make-only': { type: 'boolean' },
    verbose: { type: 'boolean', short: 'v' },
  },
});
/** Findings that are true of a file without a seeded fault: its layout prints what the notice doesn't. */
const EXPECTED = new Set(['hybrid-form']);
/** Layouts that print a blank for a zero, which is a fault of the report, and the rules that tell it. */
const BLANK = /blank|dash|as-text|csv-gbk/;
const PRINTED_SO = new Set(['cell-unknown', 'blank-for-zero']);
const command = fileURLToPath(new URL('../bin/report.js', import.meta.url));

const work = values.keep ?? mkdtempSync(join(tmpdir(), 'report-office-'));
const folder = join(work, 'published');
try {
  const files = await makeFolder();
  if (!values['make-only']) score(files, validate());
} finally {
  if (!values.keep) rmSync(work, { recursive: true, force: true });
}

async function makeFolder() {
  mkdirSync(folder, { recursive: true });
  const { officeFiles } = await load('program.ts');
  const files = [];
  for await (const { bytes, truth, ...file } of officeFiles(
    Number(values.files),
    Number(values.faulty),
    Number(values.seed),
  )) {
    writeFileSync(join(folder, file.name), bytes);
    files.push(file);
  }
  writeFileSync(join(work, 'files.json'), `${JSON.stringify(files, null, 1)}\n`);
  console.log(`${files.length} files, ${files.filter(({ fault }) => fault).length} of them with a seeded fault`);
  return files;
}

/** Runs the command as an office does, and as JSON for the score. */
function validate() {
  const json = join(work, 'findings.json');
  const sheet = join(work, 'findings.xlsx');
  const started = process.uptime();
  const args = [command, 'validate', folder, '--reporter', `json=${json}`, '--reporter', `xlsx=${sheet}`];
  const run = spawnSync('/usr/bin/env', ['time', '-f', '%M', process.execPath, ...args], {
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  const memory = Number(/(\d+)\s*$/.exec(run.stderr)?.[1] ?? Number.NaN);
  console.log(
    `exit ${run.status}, ${((process.uptime() - started) / 60).toFixed(2)} minutes, at most ${(memory / 1024).toFixed(0)} MB`,
  );
  const result = readIfThere(json);
  if (!result) {
    console.log(run.stderr.slice(0, 2000));
    process.exitCode = 1;
    return undefined;
  }
  const size = statSync(sheet, { throwIfNoEntry: false })?.size;
  console.log(size ? `workbook of ${size} bytes` : 'no workbook was written');
  return JSON.parse(result);
}

function readIfThere(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

function score(files, result) {
  if (!result) return;
  const found = new Map(files.map(({ name }) => [name, []]));
  for (const finding of findingsOf(result)) found.get(finding.file)?.push(finding);
  const kinds = new Map();
  const [alarms, doubts, blanks] = [new Map(), new Map(), new Map()];
  for (const file of files) {
    const findings = (found.get(file.name) ?? []).filter(
      ({ severity, rule }) => severity !== 'info' && !EXPECTED.has(rule),
    );
    if (file.fault)
      note(
        kinds,
        file.fault.kind,
        findings.some(({ rule }) => file.fault.rules.includes(rule)),
        file,
      );
    else
      for (const { rule, message } of findings)
        count(
          rule === 'reading-doubtful' ? doubts : PRINTED_SO.has(rule) && BLANK.test(file.layout) ? blanks : alarms,
          rule,
          `${file.name} (${file.layout}): ${message}`,
        );
  }
  for (const [kind, { right, missed }] of kinds)
    console.log(
      `${kind.padEnd(20)} ${right} of ${right + missed.length} found${missed.length ? `, not in ${missed.join(', ')}` : ''}`,
    );
  print('false alarms: findings of level warning or error in files without a seeded fault', alarms);
  print('doubts of the reading, told as such', doubts);
  print('blanks for zeros, in layouts that print them so', blanks);
}

function print(title, findings) {
  const sum = [...findings.values()].reduce((all, { times }) => all + times, 0);
  console.log(`${sum} ${title}`);
  for (const [rule, { times, first }] of findings) console.log(`  ${rule.padEnd(28)} ${times}  e.g. ${first}`);
}

/** Findings of the JSON result with the bare name of their file. */
function findingsOf(result) {
  const list =
    result.diagnostics ??
    result.findings ??
    result.files?.flatMap(({ file, diagnostics = [] }) => diagnostics.map((one) => ({ file, ...one }))) ??
    [];
  return list.map((one) => ({ ...one, file: relative(folder, String(one.file)).split(/[\\/]/).at(-1) }));
}

function note(kinds, kind, isFound, { name, layout }) {
  const entry = kinds.get(kind) ?? { right: 0, missed: [] };
  if (isFound) entry.right++;
  else entry.missed.push(`${name} (${layout})`);
  kinds.set(kind, entry);
}

function count(alarms, rule, text) {
  const entry = alarms.get(rule) ?? { times: 0, first: text };
  entry.times++;
  if (values.verbose) console.log(`  ${rule} ${text}`);
  alarms.set(rule, entry);
}
