import { describe, expect, test } from 'vitest';
import { check } from '../../../src/check/check.ts';
import { form2019 } from '../../../src/form/2019/index.ts';
import { form2021 } from '../../../src/form/2021/index.ts';
import { readReport } from '../../../src/report/report.ts';
import { parse } from '../../../src/source/parse.ts';
import { reportOf, there, thereInARow } from '../../published.ts';
import { type Data, nothingHappened, put, soundReport, yamlOf } from '../../reports.ts';
import { findingsInExample } from '../../rule-examples.ts';

interface Years {
  readonly name: string;
  readonly previous: string;
  readonly report: string;
  /** `severity rule path`, in the order of the file. */
  readonly found?: readonly string[];
}

const documents = (numbers: string) => `active_disclosure: { normative_documents: { ${numbers} } }`;
const IN_FORCE = 'active_disclosure.normative_documents.in_force';
const cases = (block: string, numbers: string) => `reconsideration_and_litigation: { ${block} { ${numbers} } }`;
const old = (year: number, rest = '') => `year: ${year}\n${rest}`;

const CASES: readonly Years[] = [
  // Documents roll forward.
  {
    name: 'documents that add up',
    previous: documents('in_force: 597'),
    report: documents('issued: 50, repealed: 227, in_force: 420'),
  },
  {
    name: 'one document too few',
    previous: documents('in_force: 597'),
    report: documents('issued: 50, repealed: 227, in_force: 419'),
    found: [`info documents-roll-forward ${IN_FORCE}`],
  },
  {
    name: 'more repealed than there were',
    previous: documents('in_force: 1'),
    report: documents('issued: 0, repealed: 2, in_force: 0'),
    found: [`info documents-roll-forward ${IN_FORCE}`],
  },
  {
    name: 'documents of which one number is not known',
    previous: documents('in_force: 597'),
    report: documents('issued: null, repealed: 227, in_force: 419'),
    found: ['error cell-unknown active_disclosure.normative_documents.issued'],
  },
  {
    name: "documents unknown in last year's report",
    previous: documents('in_force: null'),
    report: documents('in_force: 4'),
  },
  {
    name: 'documents across the change of the form',
    previous: old(2020, documents('newly_made: 1, total_disclosed: 30')),
    report: old(2021, documents('issued: 1, in_force: 4')),
  },
  {
    name: 'documents of two years of the old form',
    previous: old(2019, documents('total_disclosed: 30')),
    report: old(2020, documents('newly_made: 1, total_disclosed: 4')),
  },

  // Pending cases.
  {
    name: 'as many cases as were pending',
    previous: cases('reconsideration:', 'pending: 2'),
    report: cases('reconsideration:', 'corrected: 1, pending: 1'),
  },
  {
    name: 'fewer cases than were pending, in litigation after reconsideration',
    previous: cases('reconsideration: { upheld: 1 }, litigation: { after_reconsideration:', 'pending: 2 }'),
    report: cases('reconsideration: { upheld: 1 }, litigation: { after_reconsideration:', 'upheld: 1 }'),
    found: ['info pending-cases-continue reconsideration_and_litigation.litigation.after_reconsideration.total'],
  },
  {
    name: 'cases that ended in another block do not count',
    previous: cases('litigation: { direct:', 'pending: 1 }'),
    report: cases('reconsideration:', 'upheld: 1'),
    found: ['info pending-cases-continue reconsideration_and_litigation.litigation.direct.total'],
  },
  {
    name: 'a block that is not known',
    previous: cases('reconsideration:', 'pending: 2'),
    report: cases('reconsideration:', 'upheld: null'),
    found: ['error cell-unknown reconsideration_and_litigation.reconsideration.upheld'],
  },
  {
    name: 'pending cases across the change of the form',
    previous: old(2020, cases('reconsideration:', 'pending: 2')),
    report: old(2021, cases('reconsideration:', 'upheld: 1')),
    found: ['info pending-cases-continue reconsideration_and_litigation.reconsideration.total'],
  },

  // Who reports, and for which year.
  {
    name: 'another agency of another level',
    previous: 'agency: { name: 清溪市教育局, level: city }',
    report: 'agency: { name: 清溪县教育局 }',
    found: ['warning previous-agency agency.name', 'warning previous-agency agency.level'],
  },
  {
    name: 'another kind and another scope',
    previous: 'agency: { kind: government, scope: aggregate }',
    report: 'agency: { kind: office }',
    found: ['warning previous-agency agency.scope', 'warning previous-agency agency.kind'],
  },
  { name: 'the scope written out', previous: 'agency: { scope: own }', report: 'agency: { name: 清溪县教育局 }' },
  { name: 'a head that is not filled in', previous: 'agency: { level: null }', report: 'agency: { level: county }' },
  {
    name: 'the report of the same year: nothing else is compared',
    previous: `year: 2023\nagency: { name: 清溪县水利局 }\n${documents('in_force: 9')}\napplications: { received: { natural_person: 2 }, carried_forward: { natural_person: 2 } }`,
    report: documents('issued: 1, in_force: 1'),
    found: ['error previous-year previous'],
  },
  {
    name: 'the report of two years before',
    previous: `year: 2021\n${cases('reconsideration:', 'pending: 2')}`,
    report: cases('reconsideration:', 'upheld: 1'),
    found: ['error previous-year previous'],
  },
  {
    name: 'a report without a year is not held against anybody',
    previous: `year: 二〇二二\n${documents('in_force: 9')}`,
    report: 'year: 2023',
  },
];

const short = (found: ReturnType<typeof findingsInExample>) =>
  found.map(({ severity, rule, path }) => `${severity} ${rule} ${path.join('.')}`);

describe("last year's text beside a table", () => {
  const text =
    '2023年制作、获取政府信息330条，其中主动公开90条，依申请公开161条，不予公开79条；通过门户网站公开的占主动公开的九成以上，其余通过政务新媒体和公告栏公开；政策文件都在印发后二十个工作日内公开，并且配发解读，栏目由各业务股室维护。';
  const found = (now: string, before: string) =>
    findingsInExample(
      { previous: `active_disclosure: { text_below: ${before} }` },
      `active_disclosure: { text_below: ${now} }`,
    ).map(({ rule, path }) => `${rule} ${path.join('.')}`);

  test('to the letter, with the same numbers', () => {
    expect(found(text, text)).toEqual(['text-of-last-year active_disclosure']);
  });

  test('is no fault with other numbers, nor without any', () => {
    expect(found(text.replace('330', '331').replace('79', '80'), text)).toEqual([]);
    const words = text.replace(/[0-9]+条/gu, '若干').replace('2023年', '全年');
    expect(found(words, words)).toEqual([]);
  });
});

describe('documents that do not add up', () => {
  const previous = documents('in_force: 30');
  const told = (text: string, found = 'issued: 3, repealed: 1, in_force: 28') => {
    const report = `${documents(found)}\noverview: { text: "主动公开、依申请公开、政府信息管理、平台建设、监督保障正常开展，电话0570-5550123。${text}" }`;
    return findingsInExample({ previous }, report).map(({ rule }) => rule);
  };

  test.each([
    '对现行有效的行政规范性文件开展全面清理，不再继续有效的4件。',
    '4件规范性文件有效期届满，自动失效。',
    '年内到期的规范性文件4件。',
    '修改规范性文件4件，计入制发。',
    '按照“谁制定、谁清理”的原则，完成涉企政策文件清理。',
    '因机构改革，4件规范性文件划转市数据局。',
    '及时做好规范性文件立改废释，重新公布1件。',
    '本年起规范性文件的统计口径不含内部管理制度。',
  ])('%s', (text) => {
    expect(told(text)).toEqual([]);
  });

  test.each([
    '制发行政规范性文件3件，废止1件。',
    '行政规范性文件全部集中公开，标注有效性。',
    '对网站僵尸栏目进行清理。行政规范性文件集中公开。',
    '及时修改完善本机关公开指南，链接失效的栏目全部修复。',
  ])('are not explained by: %s', (text) => {
    expect(told(text)).toEqual(['documents-roll-forward']);
  });

  test('a note of a cell, or of the table, explains them', () => {
    expect(told('', 'issued: { value: 3, note: 其中修订1件 }, repealed: 1, in_force: 31')).toEqual([]);
    expect(told('', 'issued: 3, repealed: { value: 1, note: 不含自然失效4件 }, in_force: 28')).toEqual([]);
    const footnote = 'footnote: 4件行政规范性文件到期失效。';
    const table = `active_disclosure: { normative_documents: { issued: 3, repealed: 1, in_force: 28 }, ${footnote} }`;
    expect(findingsInExample({ previous }, table)).toEqual([]);
  });

  test('the settings can make it a warning', () => {
    const severities = { 'documents-roll-forward': 'warning' } as const;
    const [finding] = findingsInExample({ previous }, documents('in_force: 28'), { severities, deadlines: {} });
    expect(finding?.severity).toBe('warning');
  });
});

test.each(CASES)('$name', ({ previous, report, found = [] }) => {
  expect(short(findingsInExample({ previous }, report))).toEqual(found);
});

test('a broken sum points at its operands in both files', () => {
  const [finding] = findingsInExample(
    { previous: documents('in_force: 30') },
    documents('issued: 3, repealed: 1, in_force: 33'),
  );
  expect(finding?.message.zh).toBe(
    '行政规范性文件 · 现行有效件数是 33；上年现行有效加本年制发减本年废止是 30 + 3 − 1 = 32，相差 1',
  );
  expect(finding?.related.map(({ file, message }) => [file, message.zh])).toEqual([
    ['previous.yaml', '上年 行政规范性文件 · 现行有效件数：30'],
    ['report.yaml', '行政规范性文件 · 本年制发件数：3'],
    ['report.yaml', '行政规范性文件 · 本年废止件数：1'],
  ]);
});

/** What comparing two reports gives, as `rule path`. */
function compared(report: Data, previous: Data): string[] {
  const before = parse(yamlOf(previous), 'previous.yaml');
  const options = { previous: { source: before, report: readReport(before.data) } };
  return check(parse(yamlOf(report), 'report.yaml'), options).diagnostics.map(
    ({ rule, path }) => `${rule} ${path.join('.')}`,
  );
}

describe('figures that repeat', () => {
  /** A report with a number in each of the first applicants' outcomes, each other number zero. */
  const withRows = (year: number, numbers: readonly number[]): Data => {
    const report = nothingHappened(year);
    const rows = ['state_secret', 'prohibited_by_law', 'security_and_stability', 'third_party_rights'];
    const more = ['internal_affairs', 'process_information', 'enforcement_case_file', 'administrative_query'];
    const sum = numbers.reduce((total, number) => total + number, 0);
    put(report, 'applications', {
      received: { natural_person: sum + year, total: sum + year },
      carried_over: 0,
      outcomes: { disclosed: { natural_person: year, total: year }, partially_disclosed: 0 },
      carried_forward: 0,
    });
    for (const [index, row] of [...rows, ...more].entries()) {
      const number = numbers[index] ?? 0;
      put(report, `applications.outcomes.not_disclosed.${row}`, { natural_person: number, total: number });
    }
    for (const row of ['unable_to_provide', 'not_processed', 'other_handling'])
      put(report, `applications.outcomes.${row}`, 0);
    return report;
  };

  test('eight are worth a word, though each stands in its total too', () => {
    const numbers = [1, 2, 3, 4, 5, 6, 7, 8];
    expect(compared(withRows(2023, numbers), withRows(2022, numbers))).toEqual([
      'figures-repeated applications.outcomes.not_disclosed.state_secret.natural_person',
    ]);
  });

  test('seven are chance, zeros and totals do not count', () => {
    const numbers = [1, 2, 3, 4, 5, 6, 7, 0];
    expect(compared(withRows(2023, numbers), withRows(2022, numbers))).toEqual([]);
  });

  test('across the forms, where both have the number', () => {
    const numbers = [1, 2, 3, 4, 5, 6, 7, 8];
    expect(compared(withRows(2021, numbers), withRows(2020, numbers))).toEqual([
      'figures-repeated applications.outcomes.not_disclosed.state_secret.natural_person',
    ]);
  });

  test("in the form of 2019, last year's number of items is no copy", () => {
    const items = (year: number) => {
      const report = nothingHappened(year);
      const row = (last: number) => ({ items_last_year: last, items_change: 0, decisions: year });
      report.active_disclosure = {
        rules: 0,
        normative_documents: { newly_made: year, newly_disclosed: 1, total_disclosed: 12 },
        administrative_licensing: row(38),
        other_external_management_services: row(64),
        administrative_penalties: row(713),
        administrative_compulsion: row(5),
        administrative_fees: { items_last_year: 3, items_change: 0 },
        government_procurement: { projects: 2, total_amount: '251000元' },
      };
      return report;
    };
    expect(compared(items(2020), items(2019))).toEqual([]);
  });

  test('a whole report copied', () => {
    const numbers = (seed: number) => () => seed;
    for (const form of [form2019, form2021]) {
      const report = soundReport(form, numbers(3));
      const previous = { ...structuredClone(report), year: Number(report.year) - 1 };
      expect(compared(report, previous).map((one) => one.split(' ')[0])).toContain('figures-repeated');
    }
  });
});

describe.skipIf(!there)('published reports', () => {
  test('two years of a city: nothing is found between them', () => {
    expect(compared(reportOf('suqian_2024'), reportOf('suqian_2023'))).toEqual([]);
  });

  test.skipIf(!thereInARow).each([
    ['pingtan_2022', 'pingtan_2021', []],
    ['pingtan_2023', 'pingtan_2022', [`documents-roll-forward ${IN_FORCE}`]],
    // 2笔
    ['pingtan_finance_2020', 'pingtan_finance_2019', ['not-a-count active_disclosure.government_procurement.projects']],
    ['pingtan_finance_2021', 'pingtan_finance_2020', []],
    ['pingtan_finance_2022', 'pingtan_finance_2021', [`documents-roll-forward ${IN_FORCE}`]],
  ])('%s beside %s: the documents alone, and they stop nothing', (report, previous, found) => {
    expect(compared(reportOf(report), reportOf(previous))).toEqual(found);
  });

  test('the wrong way round', () => {
    expect(compared(reportOf('suqian_2023'), reportOf('suqian_2024'))).toEqual(['previous-year previous']);
  });
});
