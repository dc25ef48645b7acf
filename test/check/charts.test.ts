import { expect, test } from 'vitest';
import { check } from '../../src/check/check.ts';
import { claimsOf } from '../../src/check/claims.ts';
import { figuresOf } from '../../src/check/read-figures.ts';
import { readReport } from '../../src/report/report.ts';
import { parse } from '../../src/source/parse.ts';
import { nothingHappened, put, yamlOf } from '../reports.ts';

const said = (path: string, text: string) =>
  check(parse(yamlOf(put(nothingHappened(), path, text)), 'a.yaml'))
    .diagnostics.filter(({ rule }) => rule === 'unknown-path')
    .map(({ message, hint }) => [message.zh, hint?.zh]);
const problems = '政策解读的形式不够多样，下一步增加图解和问答。';

test('a chart on a line of its own is no fault, with or without empty lines, in any quotation marks', () => {
  expect(said('problems.text', `${problems}\n\n{{chart "outcomes"}}\n`)).toEqual([]);
  expect(said('problems.text', `${problems}\n  {{ chart “applicants” }}  \n${problems}`)).toEqual([]);
});

test.each([
  ['problems.text', `见 {{chart "outcomes"}}`],
  ['applications.footnote', '{{chart "outcomes"}}'],
])('in %s "%s" has no room', (path, text) => {
  const place = path === 'problems.text' ? [path, text] : ['overview.parts', [{ heading: text, text: problems }]];
  expect(said(place[0] as string, place[1] as string)).toEqual([
    ['图要单独占一行', '写在各部分正文里，前后各空一行；标题和表注里不能有图'],
  ]);
});

test('what there is no chart of is told with what was meant', () => {
  expect(said('problems.text', `${problems}\n\n{{chart "outcome"}}`)).toEqual([
    ['没有“outcome”这种图', '是不是 {{chart "outcomes"}}？'],
  ]);
  expect(said('problems.text', `${problems}\n\n{{chart "years"}}`)).toEqual([
    ['没有上年的报告，两年的比较画不出来', '写上 previous: 上年报告的文件名，或者加 --against'],
  ]);
});

test('a chart is no statement: it ends the sentence before it', () => {
  const read = (text: string) => {
    const report = readReport(put(nothingHappened(), 'problems.text', text));
    return claimsOf({ report, previous: undefined }).flatMap(({ path, words }) =>
      path[0] === 'problems' ? [words] : [],
    );
  };
  expect(read('新收政府信息公开申请\n0件')).toEqual(['新收政府信息公开申请\n0件']);
  expect(read('新收政府信息公开申请\n{{chart "outcomes"}}\n0件')).toEqual(['0件']);
});

test('a figure that braces print within longer words is listed once, as it is printed', () => {
  const year = (of: number, received: number) =>
    put(nothingHappened(of), 'applications', { received: { natural_person: received }, carried_over: 0 });
  const text = '新收申请比上年{{change applications.received}}，继续改进。';
  const report = readReport(put(year(2023, 16), 'problems.text', text), readReport(year(2022, 11)));
  const own = figuresOf({ report, previous: report.previous }).filter(({ path }) => path[0] === 'problems');
  expect(own.map(({ before, figure, after }) => before + figure + after)).toEqual([
    '新收申请比上年增长45.45%，继续改进',
  ]);
});
