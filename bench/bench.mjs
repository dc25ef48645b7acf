// Measures how long whole commands take and how much memory they need. Only the ratios are meaningful.
//
//   npm run bench -- [ROUNDS] [ROW …] [--all] [--list] [--json FILE] [--scale 0.1]
//
// All programs run in each round; those with many reports only in every fifth, the first included. Without ROW, all
// rows but the largest are measured. CPU counts all processes; it says more than time when the machine is in use.
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { measure } from './speed/measure.mjs';
import { compared, medians, tables } from './speed/print-table.mjs';
import { programsIn } from './speed/programs.mjs';
import { ROWS } from './speed/rows.mjs';
import { openWorkplace } from './speed/workplace.mjs';

/** Programs with many reports run in one of so many rounds: they vary less. */
const ROUNDS_FOR_MANY = 5;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    all: { type: 'boolean' },
    list: { type: 'boolean' },
    json: { type: 'string' },
    scale: { type: 'string', default: '1' },
  },
});
const names = positionals.filter((one) => !/^\d+$/.test(one));
const ROUNDS = Number(positionals.find((one) => /^\d+$/.test(one)) ?? 5);
const unknown = names.filter((name) => !ROWS.some((row) => row.name === name));
if (unknown.length > 0) throw new Error(`no row is named ${unknown.join(', ')}; --list prints the names`);
const rows = ROWS.filter(({ name, large }) => (names.length > 0 ? names.includes(name) : values.all || !large));

if (values.list) for (const { name, title, other } of ROWS) console.log(`${name.padEnd(17)}${title} against ${other}`);
else await main();

async function main() {
  const work = await openWorkplace(Number(values.scale));
  try {
    const programs = await measureAll(chosen(programsIn(work)));
    const results = rows.map((row) => compared(row, programs));
    console.log(`${ROUNDS} rounds, Node ${process.version}, ${work.browser.path}`);
    if (values.scale !== '1') console.log(`with ${values.scale} of the reports: the names of the rows say more`);
    console.log(tables(results, programs));
    if (values.json) writeFileSync(values.json, `${JSON.stringify({ rows: results, programs }, null, 1)}\n`);
  } finally {
    work.remove();
  }
}

/** The programs of the rows, in the order in which they are defined. */
function chosen(all) {
  const used = new Set(rows.flatMap(({ program, against }) => [program, against]));
  return Object.entries(all).filter(([name]) => used.has(name));
}

async function measureAll(programs) {
  const samples = new Map();
  const reasons = new Map();
  for (const [name, { unavailable, prepare }] of programs) {
    const reason = unavailable?.();
    if (reason) reasons.set(name, reason);
    else {
      samples.set(name, []);
      await prepare?.();
    }
  }
  // Round 0 does not count: it keeps the compiled code and fills the disk cache.
  for (let round = 0; round <= ROUNDS; round++) {
    for (const [name, program] of programs) {
      if (!samples.has(name) || (program.many && round % ROUNDS_FOR_MANY !== 1)) continue;
      const sample = await measure(program);
      if (round > 0) samples.get(name).push(sample);
      if (process.stderr.isTTY || program.many) console.error(`${name}: ${(sample.time / 1000).toFixed(2)} s`);
    }
  }
  return Object.fromEntries(
    programs.map(([name]) => [
      name,
      reasons.has(name) ? { unavailable: reasons.get(name) } : medians(samples.get(name)),
    ]),
  );
}
