import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { check } from '../src/check/check.ts';
import { readReport } from '../src/report/report.ts';
import { resolve } from '../src/report/resolve.ts';
import { parse } from '../src/source/parse.ts';
import { pageView } from '../src/view/page.ts';
import { findingsOf, oneLine } from './harness.ts';

const folder = new URL('../examples/', import.meta.url);
const read = (file: string) => readFileSync(new URL(file, folder), 'utf8');
const parsed = (file: string) => parse(read(file), file);
const lastYear = parsed('wenzhou-hrss-2022.yaml');
const previous = { source: lastYear, report: readReport(lastYear.data) };
const sound = readdirSync(folder).filter((file) => file.endsWith('.yaml') && file !== 'broken.yaml');

test.each(sound)('%s has no finding', (file) => {
  expect(findingsOf(read(file), file).map(oneLine)).toEqual([]);
});

test('format.yaml with the report that it names: what is found is waived', () => {
  const { diagnostics, waived } = check(parsed('format.yaml'), { previous });
  expect(diagnostics.map(oneLine)).toEqual([]);
  expect(waived.map(({ diagnostic }) => diagnostic.rule)).toEqual(['documents-roll-forward']);
});

test('broken.yaml has a finding in every line that says what is wrong with it', () => {
  const text = read('broken.yaml');
  const found = new Set(findingsOf(text).map(({ range }) => range.line));
  const promised = text.split('\n').flatMap((line, index) => (/\S.* # |^ +# unclear/.test(line) ? [index + 1] : []));
  // A missing row has no line, so the line of its group is used. A wrong total is reported at the first row of the sum.
  const elsewhere = new Set([text.split('\n').findIndex((line) => line.includes('# unclear')) + 1]);
  expect(promised.length).toBeGreaterThan(12);
  for (const line of promised.filter((one) => !elsewhere.has(one))) expect.soft(found, `line ${line}`).toContain(line);
});

describe('the report of 2023 says what was published', () => {
  const { report, diagnostics } = check(parsed('wenzhou-hrss-2023.yaml'), { previous });
  const page = JSON.stringify(report && pageView(report)).replace(/<[^>]+>/g, '');

  test("with last year's report it has no finding either", () => {
    expect(diagnostics.map(oneLine)).toEqual([]);
  });

  test.each([
    ['applications.received.total', '16'],
    ['applications.outcomes.disclosed.total', '8'],
    ['applications.carried_forward.total', '0'],
    ['active_disclosure.normative_documents.issued', '9'],
    ['active_disclosure.administrative_licensing.decisions', '95'],
    ['active_disclosure.administrative_penalties.decisions', '3'],
    ['active_disclosure.administrative_compulsion.decisions', '28'],
    ['reconsideration_and_litigation.litigation.direct.pending', '1'],
    ['other_matters.information_processing_fee.amount_collected_yuan', '0'],
  ])('%s is %s', (path, number) => {
    const found = report && resolve(report, path);
    expect(found && 'cell' in found && found.cell.text).toBe(number);
  });

  test.each([
    '2023年1月1日至2023年12月31日',
    ...['浙江温州市学院中路303号', '325000', '0577-89090000', '89090100', 'wzrsjb@126.com'],
    ...['1701条', '200余篇次', '规范性文件9件', '行政许可95件', '行政处罚3件', '行政强制28件'],
    ...['16件，与去年持平', '信函3件，现场1件，网上12件', '予以公开8件', '无法提供8件', '行政诉讼1件，尚未审结'],
    ...['《温州市市级创业孵化示范基地认定与管理办法》', '6个主栏目、32个二级栏目', '三审三校', '超过211.9万人次'],
    ...['信息1700余条', '24.5万余人，同比增长11.9%', '257篇', '舆情184条', '没有收取政府信息公开信息处理费'],
  ])('%s', (words) => {
    expect(page).toContain(words);
  });

  test('last year had as many requests, and as many subscribers as the growth tells', () => {
    const received = resolve(previous.report, 'applications.received.total');
    expect(received && 'cell' in received && received.cell.text).toBe('16');
    const [, subscribers] = /订阅([\d.]+)万余人/u.exec(read('wenzhou-hrss-2022.yaml')) ?? [];
    expect(((24.5 / Number(subscribers) - 1) * 100).toFixed(1)).toBe('11.9');
  });
});
