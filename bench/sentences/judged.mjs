// Quotations of published reports, judged by hand. The errors are those that were judged, and each right figure changed by
// one in its last digit.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { reportWith } from './report-with.mjs';

/** Items of a list of judged quotations; `folder` or `folder/reports` has the numbers of the reports. */
export function judgedItems(claims, folder) {
  const wrongOnes = claims.filter(({ agrees }) => agrees === false);
  // A longer quotation of a wrong one is not right, and its error is counted once.
  const isLonger = ({ report, quote }) =>
    wrongOnes.some((wrong) => report === wrong.report && quote !== wrong.quote && quote.includes(wrong.quote));
  const quotes = new Map(claims.map((claim) => [`${claim.report} ${claim.quote}`, claim]));
  const asPrinted = [...quotes.values()].flatMap((one) => {
    const wrong = wrongOnes.filter(({ report, quote }) => report === one.report && quote === one.quote);
    if (wrong.length === 0 && isLonger(one)) return [];
    return [item(one, folder, wrong)];
  });
  const changed = claims.filter(({ agrees, kind }) => agrees === true && kind !== 'trap');
  return [...asPrinted, ...changed.flatMap((claim) => withOneMore(claim, folder))];
}

function item({ report: name, quote, kind }, folder, wrong) {
  const { section, text, data, previous } = contextOf(name, quote, folder);
  const start = text.indexOf(quote);
  const within = [start, start + quote.length];
  const errors = wrong.map(({ value }) => [figureIn(quote, value)?.map((at) => at + start) ?? within]);
  const yaml = reportWith(data, section, text);
  const before = previous && stringify(previous);
  return { id: name, kind, text, yaml, previous: before, errors, sum: kind === 'prose_sum', within };
}

/** The same quotation with one figure made wrong; none if what it says can't be compared or the figure is not in it. */
function withOneMore(claim, folder) {
  const { report: name, quote, value, kind } = claim;
  const place = figureIn(quote, value);
  if (!place || !isComparable(claim, folder)) return [];
  const other = oneMore(quote.slice(...place));
  const changed = quote.slice(0, place[0]) + other + quote.slice(place[1]);
  const { section, text, data, previous } = contextOf(name, quote, folder);
  const start = text.indexOf(quote);
  const whole = text.slice(0, start) + changed + text.slice(start + quote.length);
  const errors = [[[start + place[0], start + place[0] + other.length]]];
  const within = [start, start + changed.length];
  const yaml = reportWith(data, section, whole);
  const before = previous && stringify(previous);
  return [{ id: `${name} +1`, kind, text: whole, yaml, previous: before, errors, sum: kind === 'prose_sum', within }];
}

/** Adds 1 to the last digit of a figure. */
export function oneMore(written) {
  const decimals = written.split('.')[1]?.length ?? 0;
  return (Number(written.replaceAll(',', '')) + 10 ** -decimals).toFixed(decimals);
}

function figureIn(quote, value) {
  const found = [...quote.matchAll(/\d[\d,]*(?:\.\d+)?/g)].find(
    ([written]) => Number(written.replaceAll(',', '')) === Math.abs(value),
  );
  return found && [found.index, found.index + found[0].length];
}

/** True if what the quotation should equal is there: its table, or its total and its parts. */
function isComparable({ report: name, quote, kind, value, cell_expression: expression }, folder) {
  if (kind === 'cell') return published(name, folder) !== undefined;
  const text = contextOf(name, quote, folder).text.replaceAll(',', '');
  return [value, ...((expression ?? '').match(/\d+(?:\.\d+)?/g) ?? [])].every((number) =>
    text.includes(String(number)),
  );
}

/** The section of its report that has the quotation, or the quotation alone, and the data of the report. */
function contextOf(name, quote, folder) {
  const prose = Object.entries(published(name, folder)?.prose ?? {}).find(([, text]) => text.includes(quote));
  const [section, text] = prose ?? ['overview', quote];
  return { section, text: text.trim(), ...yearsOf(name, folder) };
}

export function yearsOf(name, folder) {
  const before = name.replace(/\d{4}$/, (year) => String(Number(year) - 1));
  return { data: dataOf(name, folder), previous: published(before, folder) && dataOf(before, folder) };
}

export function published(name, folder) {
  const path = ['reports', '.'].map((place) => join(folder, place, `${name}.json`)).find(existsSync);
  return path && JSON.parse(readFileSync(path, 'utf8'));
}

/** What the published tables don't say: the agency of the report. */
function scopeOf(name) {
  if (/^(?:hongze|suqian|pingtan_\d)/.test(name)) return { kind: 'government', scope: 'aggregate' };
  return /office/.test(name) ? { kind: 'office' } : { kind: 'department' };
}

function dataOf(name, folder) {
  const kept = published(name, folder);
  if (!kept) return { year: Number(/_(\d{4})$/.exec(name)?.[1] ?? 2023), agency: { name: '某局' } };
  const { agency, year, active_disclosure, applications, reconsideration_and_litigation } = kept;
  for (const row of Object.values(active_disclosure)) {
    for (const [column, value] of Object.entries(row ?? {})) {
      const [, number, note] = /^(\d+)（(.+)）$/u.exec(value) ?? [];
      if (number) row[column] = { value: Number(number), note };
    }
  }
  const data = { year, agency: { name: agency, ...scopeOf(name) }, active_disclosure, applications };
  return { ...data, reconsideration_and_litigation };
}
