import { expect, test } from 'vitest';
import { type FilledNumber, takeNumbers } from '../../src/edit/take-numbers.ts';
import { EDITIONS } from '../../src/form/editions.ts';
import { readReport } from '../../src/report/report.ts';
import { parse } from '../../src/source/parse.ts';
import { textOf } from '../render/drafts.ts';
import { distinctNumbers, soundReport, yamlOf, yearOf } from '../reports.ts';

const numbersOf = (text: string) =>
  new Map([...readReport(parse(text, 'a.yaml').data).cells.values()].map(({ path, text: own }) => [path, own]));

/** A workbook with the numbers of a report, changed at these paths. */
function workbookOf(text: string, changes: Readonly<Record<string, Partial<FilledNumber> | string>> = {}) {
  const filled = new Map<string, FilledNumber>();
  for (const [path, own] of numbersOf(text)) {
    const change = changes[path];
    const now = typeof change === 'string' ? { text: change, value: change || undefined } : change;
    filled.set(path, { path, text: own, value: own || undefined, sure: true, missing: false, ...now });
  }
  return filled;
}

const take = (
  text: string,
  changes: Readonly<Record<string, Partial<FilledNumber> | string>>,
  made = numbersOf(text),
) => {
  const { source, taken, notTaken } = takeNumbers(parse(text, 'a.yaml'), workbookOf(text, changes), made);
  return {
    text: source.text,
    taken: taken.map(({ path, was, now }) => `${path} ${was} ${now}`),
    not: notTaken.map(({ path, kind }) => `${kind} ${path}`),
  };
};

const HEAD = 'year: 2023\nagency: { name: 清溪县教育局 }\n';
const FILE = `${HEAD}applications: # 表三
  received: { natural_person: 3, total: 4, other_organization: 1 } # 合计核过
  carried_over: 0 # 上年没有
  outcomes:
    disclosed:
      natural_person: { value: 1, note: 二审 } # 已核
      # 下面是企业
      commercial_enterprise: "2"
    not_disclosed: 0
  carried_forward: null
active_disclosure: 0 # 没有
`;

test('only what was changed is written, with comments, order and quotes as they were', () => {
  const { text, taken, not } = take(FILE, {
    'applications.received.natural_person': '5',
    'applications.received.total': '6',
    'applications.outcomes.disclosed.natural_person': { text: '7（二审）', value: '7', note: '二审' },
    'applications.outcomes.disclosed.commercial_enterprise': '8',
    'applications.outcomes.disclosed.total': '15',
  });
  expect(text).toBe(
    FILE.replace('person: 3, total: 4', 'person: 5, total: 6').replace('value: 1,', 'value: 7,').replace('"2"', '"8"'),
  );
  expect(taken).toEqual([
    'applications.received.natural_person 3 5',
    'applications.received.total 4 6',
    'applications.outcomes.disclosed.natural_person 1 7',
    'applications.outcomes.disclosed.commercial_enterprise 2 8',
  ]);
  expect(not).toEqual([]);
});

test('rows, groups and tables that were 0, unknown or left out get their columns', () => {
  const { text, not } = take(FILE, {
    'applications.carried_over.natural_person': '2',
    'applications.carried_over.total': '2',
    'applications.outcomes.not_disclosed.state_secret.natural_person': '4',
    'applications.outcomes.not_disclosed.state_secret.total': '4',
    'applications.carried_forward.natural_person': '9',
    'active_disclosure.rules.issued': '1',
    'applications.outcomes.partially_disclosed.natural_person': '6',
    'reconsideration_and_litigation.reconsideration.upheld': '1',
  });
  expect(text).toContain('  carried_over: { natural_person: 2, total: 2 } # 上年没有\n');
  expect(text).toMatch(/not_disclosed:\n {6}state_secret: \{ natural_person: 4, total: 4 \}\n {6}\w+: 0\n/u);
  expect(text).toContain('carried_forward: { natural_person: 9, commercial_enterprise: null,');
  expect(text).toMatch(
    /active_disclosure:\n {2}rules: \{ issued: 1 \}\n(?: {2}\w+: 0\n)+ {2}administrative_fees: 0 # 没有\n/u,
  );
  expect(text).toContain('partially_disclosed: { natural_person: 6, commercial_enterprise: null,');
  expect(text).toContain('  reconsideration: { upheld: 1, corrected: null, other_result: null, pending: null }\n');
  expect(not).toEqual([]);
});

test('nothing changes the file if nothing was changed', () => {
  for (const file of ['examples/wenzhou-hrss-2023.yaml', 'examples/2019-form.yaml'])
    expect(take(textOf(file), {})).toEqual({ text: textOf(file), taken: [], not: [] });
});

test.each(EDITIONS.map((form) => [form.id, form] as const))(
  'any cell of the form of %s can be changed',
  (_id, form) => {
    const text = yamlOf(soundReport(form, distinctNumbers()));
    const bare = `year: ${yearOf(form)}\nform: "${form.id}"\nactive_disclosure: 0\napplications: 0\nreconsideration_and_litigation: 0\n`;
    for (const start of [text, bare]) {
      const cells = [...readReport(parse(start, 'a.yaml').data).cells.values()];
      const paths = cells.filter(({ kind, total }) => !total && kind !== 'amount').map(({ path }) => path);
      const changed = (own: readonly string[]) => take(start, Object.fromEntries(own.map((path) => [path, '7'])));
      expect(changed(paths).taken.map((one) => one.replace(/ \S+ /u, ' '))).toEqual(paths.map((path) => `${path} 7`));
      for (const path of paths.filter((_, at) => at % 23 === 0)) expect(changed([path]).taken).toHaveLength(1);
    }
  },
);

test('what is not certain is told and not taken', () => {
  const path = 'applications.received.natural_person';
  const kinds = (change: Partial<FilledNumber> | string, made?: Map<string, string>) =>
    take(FILE, { [path]: change }, made);
  expect(kinds('').not).toEqual([`cleared ${path}`]);
  expect(kinds({ text: '3件左右', value: undefined }).not).toEqual([`text ${path}`]);
  expect(kinds({ text: '3.5', value: '3.5' }).not).toEqual([`text ${path}`]);
  expect(kinds({ text: '5', value: '5', sure: false }).not).toEqual([`doubtful ${path}`]);
  expect(kinds({ text: '', value: undefined, missing: true }).not).toEqual([`missing ${path}`]);
  expect(kinds({ text: '3（待核）', value: '3', note: '待核' }).not).toEqual([`note ${path}`]);
  for (const change of ['', { text: '3件左右', value: undefined }]) expect(kinds(change).text).toBe(FILE);
});

test('a number that the report changed since does not go back, and two changes of one cell are told', () => {
  const path = 'applications.received.natural_person';
  const made = numbersOf(FILE.replace('natural_person: 3', 'natural_person: 2'));
  expect(take(FILE, { [path]: '2' }, made)).toMatchObject({ text: FILE, taken: [] });
  expect(take(FILE, { [path]: '9' }, made)).toMatchObject({ text: FILE, not: [`both-changed ${path}`] });
});

test('a total that was overwritten is told', () => {
  const [stated, computed] = ['applications.received.total', 'applications.outcomes.disclosed.total'];
  const all = textOf('examples/wenzhou-hrss-2023.yaml');
  expect(take(all, { [stated]: '99' })).toMatchObject({ text: all, not: [`sum ${stated}`] });
  expect(take(all, { [computed]: '99' })).toMatchObject({ text: all, not: [`sum ${computed}`] });
});

test('the formula of a total that was saved without its number is no change', () => {
  const formula = { text: '=SUM(D5:I5)', value: undefined };
  const { not } = take(FILE, {
    'applications.received.total': formula,
    'applications.received.natural_person': formula,
  });
  expect(not).toEqual(['text applications.received.natural_person']);
});
