import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { RULES } from '../src/check/rules/index.ts';
import { findingsOf } from './harness.ts';
import { folder, reportOf, there } from './published.ts';
import { type Data, yamlOf } from './reports.ts';

if (!there) console.warn('skipped: the published texts are not here (../shared/corpus)');

/** A published report with its own prose, one text for each section. */
function reportWithProse(name: string): Data {
  const published = JSON.parse(readFileSync(new URL(`${name}.json`, folder), 'utf8'));
  const report = reportOf(name);
  if (published.title) report.title = published.title;
  if (published.preface) report.preface = { text: published.preface };
  for (const [section, text] of Object.entries<string>(published.prose)) {
    // The file has the parts in one line; on the page, each is a paragraph.
    report[section] = { text: text.replaceAll(/(?<=。)(?=（[一二三四五六]）)/gu, '\n\n') };
  }
  return report;
}

/** The rules on the wording of texts; other tests cover the rules on claims. */
const TEXT_RULES = [
  ...['notice-cited', 'period-stated', 'title-year', 'title-wording', 'other-agency', 'prose-year', 'six-parts-named'],
  ...['contact-details', 'contact-missing', 'placeholder', 'number-left-out', 'garbled-text', 'doubled-punctuation'],
  ...['doubled-heading', 'repeated-paragraph', 'five-aspects', 'government-accountability'],
  ...['problems-stub', 'problems-and-improvements', 'text-of-last-year'],
];
const found = (report: Data) =>
  findingsOf(yamlOf(report))
    .filter(({ rule }) => TEXT_RULES.includes(rule))
    .map(({ rule, message }) => `${rule} ${message.zh}`);

test('every rule named here is one', () => {
  expect(TEXT_RULES.filter((id) => !RULES.some((rule) => rule.id === id))).toEqual([]);
});

describe.skipIf(!there)('published texts', () => {
  // The law requires both. Neither report has a result of accountability, and the district's has no public appraisal.
  test.each([
    ['suqian_2023', '政府的报告没有写责任追究结果情况'],
    ['suqian_2024', '政府的报告没有写责任追究结果情况'],
    ['hongze_2024', '政府的报告没有写社会评议、责任追究结果情况'],
  ])('%s: one finding, and it is right', (name, message) => {
    const own = found(reportWithProse(name)).filter((line) => !line.startsWith('contact-missing'));
    expect(own).toEqual([`government-accountability ${message}`]);
  });

  test('not one published statement is taken for a fault of form', () => {
    const claims = readFileSync(new URL('../claims.jsonl', folder), 'utf8').trim().split('\n');
    expect(claims.length).toBeGreaterThan(100);
    for (const line of claims) {
      const { quote, report: source } = JSON.parse(line);
      const report = reportOf('suqian_2023');
      // A statement is about the year of its own report.
      const year = Number(/20[0-9]{2}/.exec(source)?.[0] ?? 2023);
      if (year >= 2021) Object.assign(report, { year, published: `${year + 1}-01-22` });
      const { text } = report.overview as Data;
      report.overview = { text: `${quote}。\n\n${text}` };
      expect.soft(found(report), quote).toEqual([]);
    }
  });
});
