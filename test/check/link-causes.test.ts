import { describe, expect, test } from 'vitest';
import { check } from '../../src/check/check.ts';
import { parse } from '../../src/source/parse.ts';
import { type Data, nothingHappened, put, type Value, yamlOf } from '../reports.ts';

/** 新收 30, 上年结转 3, 办结 31, 结转下年 2; the prose and last year's report say the same. */
function sound(): Data {
  const data = nothingHappened(2024);
  const row = (natural_person: number, commercial_enterprise: number) => ({
    natural_person,
    commercial_enterprise,
    total: natural_person + commercial_enterprise,
  });
  data.overview = {
    text: '主动公开、政府信息管理、平台建设和监督保障各项工作正常开展。全年新收政府信息公开申请30件，上年结转3件，办结31件，结转下年度继续办理2件。办结的申请中，予以公开24件，部分公开7件。',
  };
  data.applications = {
    received: row(26, 4),
    carried_over: row(3, 0),
    outcomes: {
      disclosed: row(22, 2),
      partially_disclosed: row(5, 2),
      not_disclosed: 0,
      unable_to_provide: 0,
      not_processed: 0,
      other_handling: 0,
      total: row(27, 4),
    },
    carried_forward: row(2, 0),
  };
  return data;
}

function lastYear(): Data {
  const data = nothingHappened(2023);
  data.applications = {
    received: { natural_person: 3, total: 3 },
    carried_over: 0,
    outcomes: 0,
    carried_forward: { natural_person: 3, total: 3 },
  };
  return data;
}

/** The findings of a report with some values changed: rule, place and the rule of the cause. */
function found(changes: Readonly<Record<string, Value>>) {
  const data = sound();
  for (const [path, value] of Object.entries(changes)) put(data, path, value);
  const previous = check(parse(yamlOf(lastYear()), '2023.yaml'));
  const source = parse(yamlOf(data), '2024.yaml');
  const { diagnostics } = check(source, {
    previous: { source: previous.source, report: previous.report as NonNullable<typeof previous.report> },
  });
  const shown = diagnostics.filter(({ severity, rule }) => severity !== 'info' && rule !== 'five-aspects');
  return {
    roots: shown.filter(({ cause }) => cause === undefined),
    consequences: shown.filter(({ cause }) => cause !== undefined),
    causesOf: (rule: string) =>
      shown.filter((one) => one.rule === rule).map(({ cause }) => diagnostics[cause ?? -1]?.rule),
  };
}

const A = 'applications';
const O = `${A}.outcomes`;

test('the report itself has no finding', () => {
  expect(found({}).roots).toEqual([]);
});

describe('one wrong number is one finding', () => {
  test.each<[string, Record<string, Value>, string, string]>([
    [
      '上年结转, with its total',
      { [`${A}.carried_over`]: { natural_person: 4, total: 4 } },
      'carried-over',
      '由 4 改成 3（总计由 4 改成 3），这 5 处就都对上了',
    ],
    [
      '上年结转, its total left out',
      { [`${A}.carried_over`]: { natural_person: 5 } },
      'carried-over',
      '由 5 改成 3，这 5 处就都对上了',
    ],
    ['上年结转, written as 0', { [`${A}.carried_over`]: 0 }, 'carried-over', '由 0 改成 3（总计由 0 改成 3），这 5 处'],
    [
      '新收',
      { [`${A}.received`]: { natural_person: 27, commercial_enterprise: 4, total: 31 } },
      'applications-balance',
      '由 27 改成 26（总计由 31 改成 30），这 3 处',
    ],
    [
      '新收, its total left out',
      { [`${A}.received`]: { natural_person: 62, commercial_enterprise: 4 } },
      'applications-balance',
      '由 62 改成 26，这 3 处',
    ],
    [
      '结转下年',
      { [`${A}.carried_forward`]: { natural_person: 3, total: 3 } },
      'applications-balance',
      '由 3 改成 2（总计由 3 改成 2），这 3 处',
    ],
    [
      '予以公开',
      { [`${O}.disclosed`]: { natural_person: 23, commercial_enterprise: 2, total: 25 } },
      'outcomes-total',
      '由 23 改成 22（总计由 25 改成 24），这 3 处',
    ],
    [
      '部分公开, its total left out',
      { [`${O}.partially_disclosed`]: { natural_person: 5, commercial_enterprise: 3 } },
      'outcomes-total',
      '由 3 改成 2，这 3 处',
    ],
    ['only a total', { [`${O}.disclosed.total`]: 42 }, 'applicants-total', '由 42 改成 24，这 3 处'],
  ])('%s', (_, changes, rule, hint) => {
    const { roots, consequences } = found(changes);
    expect(roots.map((one) => one.rule)).toEqual([rule]);
    expect(roots[0]?.hint?.zh).toContain(hint);
    expect(consequences.length).toBeGreaterThan(1);
  });
});

test('a number that the prose or last year’s report confirms is not called wrong', () => {
  // 新收 is 30 in the prose, 上年结转 3 in last year's report: only 办结 or 结转下年 can be wrong.
  const { roots } = found({ [`${O}.total`]: { natural_person: 28, commercial_enterprise: 4, total: 32 } });
  expect(roots.every(({ hint }) => !/新收|上年结转/u.test(hint?.zh ?? ''))).toBe(true);
});

test('two findings that different numbers explain stand side by side', () => {
  const { roots } = found({
    [`${A}.carried_over`]: { natural_person: 4, total: 4 },
    reconsideration_and_litigation: { reconsideration: { upheld: 1, total: 2 }, litigation: 0 },
  });
  expect(roots.map(({ rule }) => rule).sort()).toEqual(['carried-over', 'results-total']);
});

test('a table written as 0 is one finding, whatever the prose says', () => {
  const { roots, consequences } = found({ [A]: 0 });
  expect(roots).toHaveLength(1);
  expect(roots[0]?.hint?.zh).toContain('整个写成了 0（applications: 0），这 8 处都由此而来');
  expect(consequences).toHaveLength(7);
});

test('a sum in the prose follows from its number that the table contradicts', () => {
  const data = sound();
  const text = (data.overview as { text: string }).text.replace('办理2件', '办理3件');
  const { roots, causesOf } = found({ 'overview.text': text });
  expect(roots.map(({ rule }) => rule)).toEqual(['prose-against-tables']);
  expect(causesOf('prose-sums')).toEqual(['prose-against-tables']);
});

test('a blank cell brings nothing but itself', () => {
  const { roots, consequences } = found({ [`${A}.carried_over`]: { natural_person: null } });
  expect(roots.map(({ rule }) => rule)).toEqual(['cell-unknown']);
  expect(consequences).toEqual([]);
});
