// Disturbs builds and checks that nothing is lost, half-written or left behind:
//
//   npm run faults -- [RUNS] [KIND …] [--seed N] [--minutes N] [--reports N] [--keep FOLDER]
//
// RUNS is the number of runs of each kind (default 5), of which those are left out that do not start within
// the given minutes (default 2). The moment of a fault is a random part of the time that a build takes.
// The kinds of the second table build many reports in threads (--reports, default 12): --keep is a folder for
// the files of the build without a fault, which are then not built again in the next run.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { createBuilds } from './faults/builds.mjs';
import { KINDS } from './faults/kinds.mjs';
import { createMany } from './faults/many.mjs';
import { MANY_KINDS } from './faults/many-kinds.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seed: { type: 'string' },
    minutes: { type: 'string', default: '2' },
    reports: { type: 'string', default: '12' },
    keep: { type: 'string' },
  },
});
const count = positionals.find((one) => /^\d+$/.test(one));
const runs = Number(count ?? 5);
const seed = Number(values.seed ?? Date.now() % 1_000_000);
const names = positionals.filter((one) => one !== count);
const unknown = names.filter((name) => !(name in KINDS) && !(name in MANY_KINDS));
if (unknown.length > 0)
  throw new Error(`no kind ${unknown.join(', ')}: ${Object.keys({ ...KINDS, ...MANY_KINDS }).join(', ')}`);
const chosen = (kinds) =>
  Object.entries(kinds)
    .filter(([name]) => names.length === 0 || names.includes(name))
    .map(([name, kind]) => ({ name, kind, outcomes: {}, longest: 0, seen: {} }));

const folder = mkdtempSync(join(tmpdir(), 'report-faults-'));
try {
  console.log(`seed ${seed}`);
  await runKinds(chosen(KINDS), () => createBuilds(folder, seed), printTable);
  const keep = values.keep && resolve(values.keep);
  const many = { count: Number(values.reports), ...(keep && { keep }) };
  await runKinds(chosen(MANY_KINDS), () => createMany(folder, seed, many), printManyTable);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function runKinds(rows, create, print) {
  if (rows.length === 0) return;
  const builds = await create();
  const end = process.uptime() + Number(values.minutes) * 60;
  for (let index = 0; index < runs; index++) {
    for (const row of rows) if (process.uptime() < end) await runOne(row, builds, index);
  }
  print(rows);
}

async function runOne(row, builds, index) {
  const start = process.uptime();
  const run = builds.prepare(`${row.name.replace(/\W+/g, '-')}-${index}`);
  let outcome;
  try {
    outcome = await row.kind(run);
    if (!outcome.startsWith('skipped')) await run.check();
  } catch (error) {
    outcome = 'FAULT';
    process.exitCode = 1;
    console.log(`${row.name}, seed ${seed}, run ${index}: ${error.message}`);
  }
  for (const [name, times] of Object.entries({ ...run.seen, ...run.started?.() }))
    row.seen[name] = (row.seen[name] ?? 0) + times;
  run.remove();
  row.outcomes[outcome] = (row.outcomes[outcome] ?? 0) + 1;
  row.longest = Math.max(row.longest, process.uptime() - start);
}

function outcomesOf({ outcomes }) {
  return Object.entries(outcomes)
    .map(([outcome, times]) => `${times} ${outcome}`)
    .join(', ');
}

function runsOf({ outcomes }) {
  return Object.values(outcomes).reduce((sum, one) => sum + one, 0);
}

function printTable(rows) {
  console.log('\nkind               runs   longest  outcomes');
  for (const row of rows) {
    const longest = row.longest.toFixed(1).padStart(8);
    console.log(`${row.name.padEnd(18)}${String(runsOf(row)).padStart(5)}${longest} s  ${outcomesOf(row)}`);
  }
}

/** `hits`: signals sent, disks that were full and the like; `threads` that died; `browsers` that were started in place of others; reports that were given to a thread `again`. */
function printManyTable(rows) {
  const columns = ['hits', 'threads', 'browsers', 'again', 'told', 'lost', 'doubled', 'half'];
  const heads = ['runs', ...columns].map((name) => name.padStart(9)).join('');
  console.log(`\n${`builds of ${values.reports} reports`.padEnd(26)}${heads}   longest  outcomes`);
  for (const row of rows) {
    const cells = [runsOf(row), ...columns.map((name) => row.seen[name] ?? 0)].map((one) => String(one).padStart(9));
    console.log(`${row.name.padEnd(26)}${cells.join('')}${row.longest.toFixed(1).padStart(8)} s  ${outcomesOf(row)}`);
  }
}
