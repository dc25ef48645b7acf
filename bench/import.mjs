// Measures how published files are read: those of the shared folder, and files made from made-up reports in many
// layouts (bench/layouts). Fails if a wrong number is told as sure, or fewer than 99 % of the numbers are right.
// npm run bench:import -- [--format html] [--file NAME] [-v] [--seed N] [--count M] [--keep DIR] [--faults]
// With --printed also web pages printed as PDF by the browser, which takes longer.
// With --faults every made-up file has a fault that must be read as it is printed.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { load } from './layouts/load.mjs';

const { values } = parseArgs({
  options: {
    format: { type: 'string' },
    file: { type: 'string' },
    verbose: { type: 'boolean', short: 'v' },
    seed: { type: 'string', default: '1' },
    count: { type: 'string', default: '1' },
    keep: { type: 'string' },
    faults: { type: 'boolean' },
    printed: { type: 'boolean' },
  },
});
const REACH = 0.99;
const VERDICTS = ['right', 'doubtfulRight', 'doubtfulWrong', 'unknown', 'blank', 'wrong'];
const {
  FAULT_KINDS,
  LAYOUTS: ALWAYS,
  makeFile,
  printedLayouts,
  reportFor,
  withFault,
  readPublished,
  Refusal,
  scoreOf,
  sharedFiles,
} = await load('program.ts');

const printed = values.printed ? printedLayouts() : undefined;
const LAYOUTS = [...ALWAYS, ...(printed?.layouts ?? [])];

const totals = new Map();
const refusals = [];
heading();
for (const file of sharedFiles(new URL('../../shared/', import.meta.url))) if (isChosen(file)) await measure(file);
for (let seed = Number(values.seed); seed < Number(values.seed) + Number(values.count); seed++)
  for (const layout of LAYOUTS) {
    if (!isChosen({ format: layout.format, name: `${layout.name}-${seed}.${layout.format}` })) continue;
    await measure(await made(layout, seed));
  }
await printed?.close();
summary();

function made(layout, seed) {
  if (!values.faults) return makeFile(layout, seed);
  const kind = FAULT_KINDS[(LAYOUTS.indexOf(layout) + seed) % FAULT_KINDS.length];
  return makeFile(layout, seed, withFault(reportFor(layout, seed), kind, seed).report);
}

function isChosen({ format, name }) {
  return (!values.format || values.format === format) && (!values.file || name.includes(values.file));
}

async function measure(file) {
  if (values.keep) keep(file);
  let reading;
  try {
    reading = await readPublished(file);
  } catch (error) {
    return failed(file, error);
  }
  if (file.refused) return problem(file, `read as a report, ${file.refused[0]} expected`);
  const score = scoreOf(reading, file.truth);
  const counts = Object.fromEntries(VERDICTS.map((one) => [one, 0]));
  for (const { verdict } of score.cells) counts[verdict]++;
  add(file.format, {
    ...counts,
    files: 1,
    kept: score.prose?.kept ?? 0,
    all: score.prose?.all ?? 0,
    extra: score.prose?.extra ?? 0,
    lost: score.prose?.lost ?? 0,
    facts: score.facts.right,
    allFacts: score.facts.all,
  });
  line(file.name, counts, score.prose, `${score.facts.right}/${score.facts.all}`);
  if (values.verbose) for (const one of score.cells) if (one.verdict !== 'right' && one.verdict !== 'blank') tell(one);
}

function keep({ name, bytes }) {
  mkdirSync(values.keep, { recursive: true });
  writeFileSync(join(values.keep, name), bytes);
}

function failed(file, error) {
  const kind = error instanceof Refusal ? error.kind : `${error}`.split('\n')[0];
  if (file.refused?.includes(kind)) {
    console.log(`${file.name.padEnd(40)} refused: ${kind}`);
    return refusals.push(kind);
  }
  if (kind === 'unknown-format') {
    add(file.format, { notRead: 1 });
    return console.log(`${file.name.padEnd(40)} not read`);
  }
  problem(file, `${error instanceof Refusal ? 'refused' : 'CRASH'}: ${kind}`);
  if (values.verbose) console.log(error.stack);
}

function problem(file, text) {
  add(file.format, { failed: 1, unknown: file.truth?.cells.size ?? 0 });
  console.log(`${file.name.padEnd(40)} ${text}`);
}

function add(format, counts) {
  const total = totals.get(format) ?? {};
  for (const [key, count] of Object.entries(counts)) total[key] = (total[key] ?? 0) + count;
  totals.set(format, total);
}

function tell({ path, verdict, truth, cell }) {
  const place =
    cell?.place &&
    Object.entries(cell.place)
      .map(([name, at]) => `${name} ${at}`)
      .join(' ');
  console.log(
    `    ${verdict}: ${path} is ${truth.blank ? 'blank' : truth.value}, read ${cell?.value} (${cell?.confidence} ${cell?.reason}) from “${cell?.text}” ${place ?? ''}`,
  );
}

function heading() {
  console.log(`${''.padEnd(40)} right  doubtful(right wrong)  unknown  blank  wrong  prose  extra  lost  facts`);
}

function line(name, counts, prose, facts) {
  const numbers = [
    counts.right,
    counts.doubtfulRight,
    counts.doubtfulWrong,
    counts.unknown,
    counts.blank,
    counts.wrong,
  ];
  const widths = [6, 16, 6, 9, 7, 7];
  const share = prose?.all ? `${Math.floor((100 * prose.kept) / prose.all)} %` : '–';
  console.log(
    `${name.padEnd(40)}${numbers.map((one, index) => String(one ?? 0).padStart(widths[index])).join('')}${share.padStart(8)}${String(prose?.extra ?? '–').padStart(6)}${String(prose?.lost ?? '–').padStart(6)}${facts.padStart(8)}`,
  );
}

function summary() {
  console.log('');
  const all = {};
  for (const [format, total] of totals) {
    const rest = `${total.notRead ? `, ${total.notRead} not read` : ''}${total.failed ? `, ${total.failed} failed` : ''}`;
    line(`${format}: ${total.files ?? 0} files${rest}`, total, total, `${total.facts ?? 0}/${total.allFacts ?? 0}`);
    for (const [key, count] of Object.entries(total)) all[key] = (all[key] ?? 0) + count;
  }
  const printed = ['right', 'doubtfulRight', 'doubtfulWrong', 'unknown', 'wrong'].reduce(
    (sum, one) => sum + (all[one] ?? 0),
    0,
  );
  const share = (all.right ?? 0) / Math.max(1, printed);
  console.log(
    `\n${(share * 100).toFixed(2)} % of ${printed} cells right, ${all.wrong ?? 0} wrong and told as sure; refused as expected: ${refusals.join(', ') || 'none'}`,
  );
  if ((all.wrong ?? 0) > 0 || share < REACH || (all.failed ?? 0) > 0) process.exitCode = 1;
}
