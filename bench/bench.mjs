// How long whole commands take, beside an empty Node process, in one run: only the ratios mean something.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROUNDS = Number(process.argv[2] ?? 11);
const root = fileURLToPath(new URL('../', import.meta.url));
const report = join(root, 'bin/report.js');
const example = join(root, 'examples/wenzhou-hrss-2023.yaml');
const out = mkdtempSync(join(tmpdir(), 'report-bench-'));

const commands = {
  'empty Node process': ['-e', ''],
  'report --help': [report, '--help'],
  'report validate': [report, 'validate', example],
  'report build --format html': [report, 'build', example, '-o', out, '--format', 'html'],
  'report build': [report, 'build', example, '-o', out],
};

const times = new Map(Object.keys(commands).map((name) => [name, []]));
// The first round is not counted: it inflates the browser, keeps the compiled code and fills the disk's cache.
for (let round = 0; round <= ROUNDS; round++) {
  for (const [name, args] of Object.entries(commands)) {
    const start = performance.now();
    const { status } = spawnSync(process.execPath, args, { stdio: 'ignore' });
    if (status !== 0) throw new Error(`${name} ended with ${status}`);
    if (round > 0) times.get(name).push(performance.now() - start);
  }
}
rmSync(out, { recursive: true });

const median = (values) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)];
const [base] = [...times.values()].map(median);
console.log(`median of ${ROUNDS} rounds, Node ${process.version}`);
for (const [name, values] of times) {
  const ms = median(values);
  console.log(`${name.padEnd(28)} ${ms.toFixed(0).padStart(6)} ms ${(ms / base).toFixed(1).padStart(6)} ×`);
}
