// Measures how well statements in prose are read: in published reports that were judged by hand, and with every
// compared number changed. Also measures the time this takes.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { generate } from './claim-templates.mjs';

const root = fileURLToPath(new URL('../', import.meta.url));
const corpus = join(root, '../shared/corpus');
const verbose = process.argv.includes('-v');

const { createReader, readReport, readText, withZeros } = await bundled();
const plain = (text) => readText(text, () => undefined).text;
const read = (report, previous, text) => createReader({ report, previous })(plain(text));

if (existsSync(corpus)) {
  corpusTable();
  mutationTable();
} else console.log(`${corpus} is not there: the published reports are left out`);
templateTable();
cost();

async function bundled() {
  const folder = mkdtempSync(join(tmpdir(), 'report-claims-'));
  const outfile = join(folder, 'claims.mjs');
  const parts = ['claims/read-statements.ts', 'report/report.ts', 'prose/read-text.ts', 'check/claims.ts'];
  const contents = parts.map((part) => `export * from './src/${part}';`).join('\n');
  const stdin = { contents, resolveDir: root, loader: 'ts' };
  await build({ stdin, bundle: true, platform: 'node', format: 'esm', outfile });
  const module = await import(pathToFileURL(outfile).href);
  rmSync(folder, { recursive: true });
  return module;
}

// ---- published reports

function published(name) {
  const path = join(corpus, `reports/${name}.json`);
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined;
}

/** The data that is not in the tables: the agency of the report. */
function scopeOf(name) {
  if (/^(hongze|suqian)/.test(name)) return { kind: 'government', scope: 'aggregate' };
  return /office/.test(name) ? { kind: 'office' } : { kind: 'department' };
}

function reportOf(name) {
  const kept = published(name);
  if (!kept) return readReport({ year: Number(/_(\d{4})$/.exec(name)?.[1] ?? 2023), agency: { name: '某局' } });
  const { agency, year, active_disclosure, applications, reconsideration_and_litigation } = kept;
  for (const row of Object.values(active_disclosure)) {
    for (const [column, value] of Object.entries(row ?? {})) {
      const [, number, note] = /^(\d+)（(.+)）$/u.exec(value) ?? [];
      if (number) row[column] = { value: Number(number), note };
    }
  }
  const data = { year, agency: { name: agency, ...scopeOf(name) }, active_disclosure, applications };
  return withZeros(readReport({ ...data, reconsideration_and_litigation }));
}

function yearsOf(name) {
  const before = name.replace(/\d{4}$/, (year) => String(Number(year) - 1));
  return { report: reportOf(name), previous: published(before) && reportOf(before) };
}

/** The statements in a quotation, read in its full text if there is one. */
function statementsIn({ report: name, quote }) {
  const { report, previous } = yearsOf(name);
  const prose = Object.values(published(name)?.prose ?? {}).find((text) => text.includes(quote));
  const text = plain(prose ?? quote);
  const own = plain(quote).trim();
  const at = text.indexOf(own);
  return read(report, previous, prose ?? quote).filter((one) => one.start < at + own.length && one.end > at);
}

/** True if a statement is about the judged number. A sum or a conclusion can be about several numbers. */
function isAbout({ value, quantity }, { value: judged, kind }) {
  if (value === Math.abs(judged)) return true;
  return (kind === 'prose_sum' && ['sum', 'flow'].includes(quantity)) || quantity.startsWith('all-');
}

/** True if the data of a statement exists: its table, or its total and its parts. */
function isComparable({ report: name, quote, kind, value, cell_expression: expression }) {
  if (kind === 'cell') return published(name) !== undefined;
  const prose = Object.values(published(name)?.prose ?? {}).find((text) => text.includes(quote));
  const numbers = [value, ...((expression ?? '').match(/\d+(?:\.\d+)?/g) ?? [])];
  return numbers.every((number) =>
    plain(prose ?? quote)
      .replaceAll(',', '')
      .includes(String(number)),
  );
}

function corpusTable() {
  const claims = readFileSync(join(corpus, 'claims.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  const table = {};
  const misses = [];
  for (const claim of claims) {
    const verdicts = statementsIn(claim)
      .filter((one) => isAbout(one, claim))
      .map(({ verdict }) => verdict);
    const got = ['contradicts', 'agrees'].find((verdict) => verdicts.includes(verdict)) ?? 'silent';
    const kept = isComparable(claim) ? '' : ', its table or its parts were not kept';
    const row = `${claim.kind}, judged ${claim.agrees ?? 'undecidable'}${claim.kind === 'trap' ? '' : kept}`;
    table[row] ??= { agrees: 0, contradicts: 0, silent: 0 };
    table[row][got]++;
    const wanted = { true: 'agrees', false: 'contradicts' }[claim.agrees];
    const isFalseAlarm = got === 'contradicts' && claim.agrees !== false;
    if (isFalseAlarm || (wanted && got !== wanted))
      misses.push(
        `${isFalseAlarm ? 'FALSE ALARM' : got}: ${claim.report} ${claim.quote.slice(0, 70)} (${claim.value})`,
      );
  }
  console.log('statements of published reports, judged by hand');
  console.table(table);
  if (verbose) console.log(misses.join('\n'));
}

// ---- one number changed

function mutationTable() {
  const table = {};
  for (const name of ['suqian_2023', 'suqian_2024', 'hongze_2024', 'shanghai_office_2025', 'shanghai_office_2019']) {
    const { report, previous } = yearsOf(name);
    const reader = createReader({ report, previous });
    const counts = { compared: 0, found: 0 };
    for (const text of Object.values(published(name).prose ?? trueQuotesOf(name)).map(plain)) {
      for (const { verdict, figure } of reader(text)) {
        if (verdict !== 'agrees' || !figure) continue;
        counts.compared++;
        const other = withOneMore(text, figure);
        const isFound = reader(other).some((one) => one.verdict === 'contradicts' && one.start <= figure.end + 9);
        if (isFound) counts.found++;
        else if (verbose)
          console.log(`not found: ${name} ${other.slice(Math.max(0, figure.start - 15), figure.end + 9)}`);
      }
    }
    const share = counts.compared === 0 ? '-' : `${Math.round((100 * counts.found) / counts.compared)} %`;
    table[name] = { ...counts, share };
  }
  console.log('each compared number changed by one in its last digit');
  console.table(table);
}

/** Adds 1 to the last digit of one figure in a text. */
function withOneMore(text, { digits, decimals }) {
  const written = /^[\d,]+(?:\.\d+)?/.exec(text.slice(digits))?.[0] ?? '';
  const changed = (Number(written.replaceAll(',', '')) + 10 ** -decimals).toFixed(decimals);
  return text.slice(0, digits) + changed + text.slice(digits + written.length);
}

function trueQuotesOf(name) {
  const claims = readFileSync(join(corpus, 'claims.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  return claims.filter(({ report, agrees }) => report === name && agrees === true).map(({ quote }) => quote);
}

// ---- sentences made from templates

function templateTable() {
  const table = {};
  for (const { text, data, previous, expected, wrong, kind } of generate()) {
    const [report, before] = [readReport(data), previous && readReport(previous)];
    const whole = plain(text);
    const statements = read(report, before, text).filter(({ verdict }) => verdict !== 'open');
    const told = statements.filter(({ verdict }) => verdict === 'contradicts');
    const at = wrong === undefined ? -1 : whole.indexOf(plain(wrong).trim());
    const isHit = ({ start, end }) => at >= 0 && start < at + wrong.length && end > at;
    const rest = statements.length > 0 ? 'correct' : 'silent';
    const outcome = {
      true: told.length > 0 ? 'wrong' : rest,
      false: told.some(isHit) ? 'correct' : told.length > 0 ? 'wrong' : 'silent',
      trap: told.length > 0 ? 'wrong' : 'silent',
    }[expected];
    table[expected] ??= { sentences: 0, compared: 0, correct: 0, silent: 0, wrong: 0 };
    const row = table[expected];
    row.sentences++;
    if (statements.length > 0) row.compared++;
    row[outcome]++;
    if (verbose && (outcome === 'wrong' || (outcome === 'silent' && expected !== 'trap')))
      console.log(`${outcome}, ${expected}, ${kind}: ${text}${wrong === undefined ? '' : ` [${wrong}]`}`);
  }
  console.log('sentences made from templates written independently of the grammar');
  console.table(table);
}

// ---- cost

function cost() {
  const paragraph = '全年新收政府信息公开申请16件，其中予以公开8件，无法提供8件，占50%。微信公众号发布信息1700余条。';
  const prose = paragraph.repeat(100).slice(0, 5000);
  const example = readFileSync(join(root, 'examples/wenzhou-hrss-2023.yaml'), 'utf8');
  const file = example.replace(/^problems:\n {2}text: /mu, () => `problems:\n  text: ${prose}`);
  const text = plain(prose);
  const report = readReport({ year: 2023, agency: { name: '某局' }, applications: 0 });
  const cold = millisecondsOf(() => createReader({ report })(text));
  const warm = median(Array.from({ length: 40 }, () => millisecondsOf(() => createReader({ report })(text))).slice(20));
  const validate = () => spawnSync(process.execPath, ['bin/report.js', 'validate', '-'], { cwd: root, input: file });
  const whole = median(Array.from({ length: 9 }, () => millisecondsOf(validate)));
  const share = (part) => `${((100 * part) / whole).toFixed(0)} %`;
  console.log(
    `5000 characters: ${warm.toFixed(1)} ms after warm-up, ${cold.toFixed(1)} ms the first time; ` +
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
