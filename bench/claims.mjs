// Measures how well statements in prose are read: in each set of sentences, and with every compared number of published
// reports changed. Also measures the time this takes.
// node bench/claims.mjs [-v] [--set NAME] [--file F.jsonl]
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { stringify } from 'yaml';
import { check, claimsOf, parse, readReport } from '../dist/index.js';
import { oneMore, published, yearsOf } from './sentences/judged.mjs';
import { countsOf, linesOf, measure, reportIn } from './sentences/measure.mjs';
import { FRESH, generatedItems, itemsOf, LATER, OWN } from './sentences/read-set.mjs';
import { reportWith } from './sentences/report-with.mjs';

const root = fileURLToPath(new URL('../', import.meta.url));
const shared = (path) => join(root, '../shared', path);
const program = { check, claimsOf, parse, readReport };
const { values } = parseArgs({
  options: {
    verbose: { type: 'boolean', short: 'v' },
    set: { type: 'string' },
    file: { type: 'string', multiple: true },
  },
});

const SETS = {
  corpus: () => itemsOfShared('corpus/claims.jsonl'),
  cases: () => itemsOfShared('cases/prose.jsonl'),
  import: () => itemsOfShared('import/claims.jsonl'),
  generated: generatedItems,
  own: () => itemsOf(OWN),
  later: () => itemsOf(LATER),
  fresh: () => itemsOf(FRESH),
};

if (values.set && !Object.hasOwn(SETS, values.set)) {
  console.error(`--set is one of ${Object.keys(SETS).join(', ')}`);
  process.exit(2);
}
const files = (values.file ?? []).map((file) => [basename(file), () => itemsOf(file)]);
const named = Object.entries(SETS).filter(([name]) => (values.set ? name === values.set : files.length === 0));
setTable([...named, ...files]);
if (!values.set && files.length === 0) {
  mutationTable();
  cost();
}

// ---- sets of sentences

/** The items of a file outside the project; undefined if it is missing. */
function itemsOfShared(path) {
  if (existsSync(shared(path))) return itemsOf(shared(path));
  console.log(`${shared(path)} is not there: its set is left out`);
}

function setTable(sets) {
  const [rows, reasons] = [{}, {}];
  for (const [name, load] of sets) {
    const items = load();
    if (!items) continue;
    const outcomes = measure(items, program);
    rows[name] = rowOf(countsOf(outcomes));
    for (const reason of outcomes.flatMap((one) => one.reasons)) {
      reasons[name] ??= {};
      reasons[name][reason] = (reasons[name][reason] ?? 0) + 1;
    }
    if (values.verbose) console.log([`--- ${name}`, ...linesOf(outcomes)].join('\n'));
  }
  console.log('sets of sentences: findings on right texts, and made errors reported on the wrong figure or words');
  console.table(rows);
  if (Object.keys(reasons).length > 0) {
    console.log('figures and conclusions not compared, by reason');
    console.table(reasons);
  }
}

function rowOf({ sentences, right, errors, warnings, made, reported, listed, missed }) {
  return {
    sentences,
    'right texts': right,
    'with errors': errors,
    'with warnings only': warnings,
    'made errors': made,
    reported,
    share: shareOf(reported, made),
    'only listed by strict': listed,
    'not listed': missed,
  };
}

function shareOf(part, whole) {
  return whole === 0 ? '-' : `${((100 * part) / whole).toFixed(1)} %`;
}

// ---- one number changed

function mutationTable() {
  const folder = shared('corpus');
  if (!existsSync(folder)) return console.log(`${folder} is not there: no published number is changed`);
  const table = {};
  for (const name of ['suqian_2023', 'suqian_2024', 'hongze_2024', 'shanghai_office_2025', 'shanghai_office_2019']) {
    const counts = { compared: 0, found: 0 };
    const texts = Object.entries(published(name, folder).prose ?? {});
    for (const [section, text] of texts.length > 0 ? texts : trueQuotesOf(name, folder)) {
      const { missed, compared } = changeEach(text.trim(), section, yearsOf(name, folder));
      counts.compared += compared;
      counts.found += compared - missed.length;
      if (values.verbose) for (const one of missed) console.log(`not found: ${name} ${one}`);
    }
    table[name] = { ...counts, share: shareOf(counts.found, counts.compared) };
  }
  console.log('each compared number changed by one in its last digit');
  console.table(table);
}

function trueQuotesOf(name, folder) {
  const lines = readFileSync(join(folder, 'claims.jsonl'), 'utf8').trim().split('\n');
  const claims = lines.map((line) => JSON.parse(line));
  return claims
    .filter(({ report, agrees }) => report === name && agrees === true)
    .map(({ quote }) => ['overview', quote]);
}

/** Changes each number of a text that agrees, one at a time, and looks for a finding that was not there before. */
function changeEach(text, section, { data, previous }) {
  const before = previous && reportIn(stringify(previous), program);
  const run = (prose) => check(parse(reportWith(data, section, prose), 'report.yaml'), { previous: before });
  const found = (checked) => checked.diagnostics.map(({ fingerprint }) => fingerprint);
  const checked = run(text);
  const known = new Set(found(checked));
  const agreeing = claimsOf(checked).filter(({ verdict, figure }) => verdict === 'agrees' && /^[\d,.]+/.test(figure));
  const missed = agreeing.flatMap(({ before: left, figure, after }) => {
    const other = figure.replace(/^\d[\d,]*(?:\.\d+)?/, oneMore);
    const changed = text.replace(left + figure + after, () => left + other + after);
    return found(run(changed)).some((one) => !known.has(one)) ? [] : [`${left.slice(-15)}${other}${after.slice(0, 9)}`];
  });
  return { compared: agreeing.length, missed };
}

// ---- cost

function cost() {
  const paragraph = '全年新收政府信息公开申请16件，其中予以公开8件，无法提供8件，占50%。微信公众号发布信息1700余条。';
  const prose = paragraph.repeat(100).slice(0, 5000);
  const example = readFileSync(join(root, 'examples/wenzhou-hrss-2023.yaml'), 'utf8');
  const file = example.replace(/^problems:\n {2}text: /mu, () => `problems:\n  text: ${prose}`);
  const report = readReport({ year: 2023, agency: { name: '某局' }, applications: 0, overview: { text: prose } });
  // A copy, because the statements of a report are remembered.
  const read = () => claimsOf({ report: { ...report } });
  const cold = millisecondsOf(read);
  const warm = median(Array.from({ length: 40 }, () => millisecondsOf(read)).slice(20));
  const validate = () => spawnSync(process.execPath, ['bin/report.js', 'validate', '-'], { cwd: root, input: file });
  const whole = median(Array.from({ length: 9 }, () => millisecondsOf(validate)));
  const share = (part) => `${((100 * part) / whole).toFixed(0)} %`;
  console.log(
    `5000 characters, read and listed as report claims does: ${warm.toFixed(1)} ms after warm-up, ${cold.toFixed(1)} ms the first time; ` +
      `report validate takes ${whole.toFixed(0)} ms: ${share(warm)} and ${share(cold)} of it`,
  );
}

function millisecondsOf(run) {
  const start = performance.now();
  run();
  return performance.now() - start;
}

function median(numbers) {
  return numbers.sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
}
