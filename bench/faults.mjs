// Disturbs builds and checks that nothing is lost, half-written or left behind:
//
//   npm run faults -- [RUNS] [KIND …] [--seed N] [--minutes N]
//
// RUNS is the number of runs of each kind (default 5), of which those are left out that do not start within
// the given minutes (default 2). The moment of a fault is a random part of the time that a build takes.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createBuilds } from './faults/builds.mjs';
import { KINDS } from './faults/kinds.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { seed: { type: 'string' }, minutes: { type: 'string', default: '2' } },
});
const count = positionals.find((one) => /^\d+$/.test(one));
const runs = Number(count ?? 5);
const seed = Number(values.seed ?? Date.now() % 1_000_000);
const names = positionals.filter((one) => one !== count);
const chosen = Object.entries(KINDS).filter(([name]) => names.length === 0 || names.includes(name));

const folder = mkdtempSync(join(tmpdir(), 'report-faults-'));
try {
  await main();
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function main() {
  console.log(`seed ${seed}`);
  const builds = await createBuilds(folder, seed);
  const rows = chosen.map(([name, kind]) => ({ name, kind, outcomes: {}, longest: 0 }));
  for (let index = 0; index < runs; index++) {
    for (const row of rows) if (!isLate()) await runOne(row, builds, index);
  }
  printTable(rows);
}

function isLate() {
  return process.uptime() > Number(values.minutes) * 60;
}

async function runOne(row, builds, index) {
  const start = process.uptime();
  const run = builds.prepare(`${row.name}-${index}`);
  let outcome;
  try {
    outcome = await row.kind(run);
    if (!outcome.startsWith('skipped')) await run.check();
  } catch (error) {
    outcome = 'FAULT';
    process.exitCode = 1;
    console.log(`${row.name}, seed ${seed}, run ${index}: ${error.message}`);
  }
  run.remove();
  row.outcomes[outcome] = (row.outcomes[outcome] ?? 0) + 1;
  row.longest = Math.max(row.longest, process.uptime() - start);
}

function printTable(rows) {
  console.log('\nkind               runs   longest  outcomes');
  for (const { name, outcomes, longest } of rows) {
    const all = Object.values(outcomes).reduce((sum, one) => sum + one, 0);
    const words = Object.entries(outcomes).map(([outcome, times]) => `${times} ${outcome}`);
    console.log(`${name.padEnd(18)}${String(all).padStart(5)}${longest.toFixed(1).padStart(8)} s  ${words.join(', ')}`);
  }
}
