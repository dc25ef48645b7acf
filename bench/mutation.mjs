// Changes one number at a time in correct reports and counts the findings. Every change in tables 三 and 四 must be found,
// and in table 三 a single changed cell must be named. If two results in a row of table 四 are swapped, all sums stay the
// same and no check can find it, so these changes are counted separately. Table 二 has no sums: for it, the findings come
// from the comparison with last year's file.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parse as parseYaml, stringify } from 'yaml';
import { check, parse, readReport } from '../dist/index.js';

const examples = new URL('../examples/', import.meta.url);
const corpus = new URL('../../shared/corpus/reports/', import.meta.url);
const THREE = 'applications.';
const FOUR = 'reconsideration_and_litigation.';
const TWO = 'active_disclosure.';

/** The changes to one number; undefined if a change has no effect. */
const KINDS = {
  '+1': (value) => value + 1,
  '-1': (value) => value - 1,
  '×10': (value) => (value === 0 ? undefined : value * 10),
  blank: () => null,
  negative: (value) => (value === 0 ? undefined : -value),
};

const reports = [...exampleReports(), ...corpusReports()].filter(({ sound }) => sound);
console.log(`sound reports: ${reports.map(({ name }) => name).join(', ')}\n`);
const sums = reports.map((report) => [report.name, mutateSums(report)]);
const total = printSums(sums);
printTableTwo(reports.filter(({ previous }) => previous));
process.exitCode = total.missed.length + total.unnamed.length > 0 ? 1 : 0;

function exampleReports() {
  const files = readdirSync(examples).filter((file) => file.endsWith('.yaml'));
  return files.map((file) => {
    const data = parseYaml(readFileSync(new URL(file, examples), 'utf8'), { uniqueKeys: false });
    const before = data.previous && new URL(data.previous, examples);
    const previous = before && existsSync(before) ? parseYaml(readFileSync(before, 'utf8')) : undefined;
    return describe(basename(file, '.yaml'), data, previous);
  });
}

function corpusReports() {
  if (!existsSync(corpus)) {
    console.log('no published reports next to the project: only the examples are changed\n');
    return [];
  }
  const published = new Map(
    readdirSync(corpus).map((file) => [
      basename(file, '.json'),
      inOurFormat(readFileSync(new URL(file, corpus), 'utf8')),
    ]),
  );
  return [...published].map(([name, data]) =>
    describe(name, data, published.get(name.replace(/[0-9]{4}$/, String(data.year - 1)))),
  );
}

/** The tables of a published report with the other keys that a report must have. */
function inOurFormat(text) {
  const { year, agency, active_disclosure, applications, reconsideration_and_litigation } = JSON.parse(text);
  return {
    year,
    agency: { name: agency, level: 'city', kind: 'government', scope: 'aggregate' },
    published: `${year + 1}-03-20`,
    overview: { text: '综述' },
    active_disclosure,
    applications,
    reconsideration_and_litigation,
    problems: { text: '问题与改进' },
    other_matters: {},
  };
}

/** The report with all numbers and totals written out, and its findings before any change. */
function describe(name, data, previousData) {
  const previous = previousData && { source: sourceOf(previousData), report: readReport(sourceOf(previousData).data) };
  const { cells } = readReport(sourceOf(data).data);
  const whole = structuredClone(data);
  delete whole.previous;
  delete whole.waivers;
  for (const key of ['active_disclosure', 'applications', 'reconsideration_and_litigation']) whole[key] = {};
  for (const { path, text, value } of cells.values()) put(whole, path, value ?? text);
  const before = check(sourceOf(whole), { previous });
  const sound = before.report !== undefined && before.diagnostics.every(({ severity }) => severity !== 'error');
  return { name, data: whole, cells, previous, before, sound };
}

function sourceOf(data) {
  return parse(stringify(data, { lineWidth: 0 }), 'report.yaml');
}

function put(data, path, value) {
  const keys = path.split('.');
  const last = keys.pop();
  let here = data;
  for (const key of keys) here = here[key] = typeof here[key] === 'object' && here[key] !== null ? here[key] : {};
  here[last] = value;
}

function at(data, path) {
  return path.split('.').reduce((here, key) => here[key], data);
}

/** The new findings after a change, of the given severities. */
function brought({ data, previous, before }, changes, grave) {
  const changed = structuredClone(data);
  for (const [path, value] of changes) put(changed, path, value);
  const { diagnostics } = check(sourceOf(changed), { previous });
  const known = new Set(before.diagnostics.map(({ fingerprint }) => fingerprint));
  return diagnostics.filter(({ severity, fingerprint }) => grave.includes(severity) && !known.has(fingerprint));
}

function mutateSums(report) {
  const paths = [...report.cells.keys()].filter((path) => path.startsWith(THREE) || path.startsWith(FOUR));
  const tally = { cells: paths.length, kinds: new Map() };
  const count = (kind, path, found, named) => {
    const table = path.startsWith(THREE) ? '三' : '四';
    const key = `${table} ${kind}`;
    const row = tally.kinds.get(key) ?? { table, kind, changes: 0, found: 0, named: 0, missed: [], unnamed: [] };
    row.changes++;
    if (found) row.found++;
    else row.missed.push(path);
    if (named) row.named++;
    else row.unnamed.push(path);
    tally.kinds.set(key, row);
  };
  for (const path of paths) {
    const value = at(report.data, path);
    for (const [kind, change] of Object.entries(KINDS)) {
      const instead = change(value);
      if (instead === undefined) continue;
      const found = brought(report, [[path, instead]], ['error']);
      const roots = found.filter(({ cause }) => cause === undefined);
      count(kind, path, found.length > 0, roots.length > 0 && roots.every((one) => one.path.join('.') === path));
    }
    const other = neighbour(paths, path);
    if (at(report.data, other) === value) continue;
    const found = brought(
      report,
      [
        [path, at(report.data, other)],
        [other, value],
      ],
      ['error'],
    );
    count(addsUpAsBefore(path, other) ? 'same sum' : 'swap', path, found.length > 0, false);
  }
  return tally;
}

/** True for two cells that are parts of the same sum of table 四, and of no other sum. */
function addsUpAsBefore(path, other) {
  return path.startsWith(FOUR) && !path.endsWith('.total') && !other.endsWith('.total');
}

/** The next cell of the same row; for the last cell, the one before it. */
function neighbour(paths, path) {
  const row = path.slice(0, path.lastIndexOf('.'));
  const index = paths.indexOf(path);
  return paths[index + 1]?.startsWith(`${row}.`) ? paths[index + 1] : paths[index - 1];
}

function printSums(all) {
  const total = { missed: [], unnamed: [] };
  console.log('report                table  kind      changes    found    cell named');
  for (const [name, { kinds }] of all) {
    for (const { table, kind, changes, found, named, missed, unnamed } of kinds.values()) {
      const single = kind in KINDS;
      const last = single ? String(named).padStart(10) : '         –';
      console.log(
        `${name.padEnd(22)}${table.padEnd(6)}${kind.padEnd(10)}${String(changes).padStart(6)}${String(found).padStart(9)}   ${last}`,
      );
      if (kind !== 'same sum') total.missed.push(...missed.map((path) => `${name} ${kind} ${path}`));
      if (single && table === '三') total.unnamed.push(...unnamed.map((path) => `${name} ${kind} ${path}`));
    }
  }
  const rows = all.flatMap(([, { kinds }]) => [...kinds.values()]);
  const sum = (key, keep = () => true) => rows.filter(keep).reduce((result, row) => result + row[key], 0);
  const single = ({ table, kind }) => table === '三' && kind in KINDS;
  const telling = ({ kind }) => kind !== 'same sum';
  console.log(
    `\n${sum('changes', telling)} changes, ${sum('found', telling)} found (${percent(sum('found', telling), sum('changes', telling))})`,
  );
  console.log(
    `table 三, single changes: ${sum('changes', single)}, cell named in ${sum('named', single)} (${percent(sum('named', single), sum('changes', single))})`,
  );
  console.log(
    `table 四, two results of a row swapped: ${sum('changes', (row) => !telling(row))}, none of which changes a sum`,
  );
  for (const line of total.missed) console.log(`missed: ${line}`);
  for (const line of total.unnamed) console.log(`not named: ${line}`);
  return total;
}

function percent(part, whole) {
  return `${((100 * part) / whole).toFixed(part === whole ? 0 : 2)} %`;
}

function printTableTwo(withPrevious) {
  console.log("\ntable 二, with last year's file (any finding of error or warning)");
  for (const report of withPrevious) {
    const paths = [...report.cells.keys()].filter((path) => path.startsWith(TWO));
    const silent = [];
    let changes = 0;
    for (const path of paths) {
      const value = Number(at(report.data, path));
      for (const [kind, change] of Object.entries(KINDS)) {
        const instead = change(value);
        if (instead === undefined) continue;
        changes++;
        if (brought(report, [[path, instead]], ['error', 'warning']).length === 0) silent.push(`${kind} ${path}`);
      }
    }
    console.log(`${report.name.padEnd(22)}${paths.length} cells, ${changes} changes, ${changes - silent.length} found`);
    for (const line of silent) console.log(`  can't be found: ${line}`);
  }
}
