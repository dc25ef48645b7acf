import { describe, expect, test } from 'vitest';
import { check } from '../../../src/check/check.ts';
import { readReport } from '../../../src/report/report.ts';
import { parse } from '../../../src/source/parse.ts';
import { type Data, nothingHappened, yamlOf } from '../../reports.ts';

const TODAY = '2026-01-15';

/** The findings in a report named `file`, as `severity rule`, with `< rule` if that caused it. */
function found(file: string, given: Data, { today = TODAY, before }: { today?: string; before?: number } = {}) {
  const report = { ...nothingHappened(2025), ...given };
  const source = before === undefined ? undefined : parse(yamlOf(nothingHappened(before)), 'previous.yaml');
  const previous = source && { source, report: readReport(source.data) };
  const { diagnostics } = check(parse(yamlOf(report), file), { today, ...(previous && { previous }) });
  return diagnostics.map(({ severity, rule, cause, message }) => ({
    short: `${severity} ${rule}${cause === undefined ? '' : ` < ${diagnostics[cause]?.rule}`}`,
    message: message.zh,
  }));
}
const short = (...args: Parameters<typeof found>) => found(...args).map((one) => one.short);

const prose = (year: number) => ({
  overview: {
    text: `${year}年，主动公开、依申请公开、政府信息管理、平台建设和监督保障各项工作正常开展，监督电话0570-5550123。`,
  },
});
const period = (year: number) => ({ period: { from: `${year}-01-01`, to: `${year}-12-31` } });

describe('the year is doubted first, and what follows from it is listed below it', () => {
  test('file name and publication', () => {
    const all = found('2025.yaml', { year: 2024, published: '2026-01-20' });
    expect(all.map((one) => one.short)).toEqual(['error report-year', 'warning published-late < report-year']);
    expect(all[0]?.message).toBe('年度写的是 2024 年，发布日期（2026-01-20）、文件名（2025.yaml）说的是 2025 年');
  });

  test.each<[string, string, Data, string[]]>([
    ['publication and prose', 'report.yaml', { year: 2024, ...prose(2025) }, ['prose-year', 'published-late']],
    [
      'publication and title',
      'report.yaml',
      { year: 2024, title: '清溪县教育局2025年政府信息公开工作年度报告' },
      ['published-late', 'title-year'],
    ],
    [
      'publication and period',
      'report.yaml',
      { year: 2024, ...period(2025) },
      ['period-within-year', 'period-within-year', 'published-late'],
    ],
    ['publication and the form', 'report.yaml', { year: 2020, form: '2021' }, ['form-edition', 'published-late']],
    [
      'publication and the notice',
      'report.yaml',
      { year: 2020, preface: { text: '按照国办公开办函〔2021〕30号的要求编制。' } },
      ['notice-cited', 'published-late'],
    ],
  ])('%s', (_, file, given, consequences) => {
    const all = short(file, { ...given, published: '2026-01-20' });
    expect(all.filter((one) => !one.includes('<'))).toEqual(['error report-year']);
    const rules = all.filter((one) => one.includes('<')).map((one) => one.split(' ')[1] ?? '');
    expect(rules.sort()).toEqual(consequences);
  });

  test("last year's report that the file names", () => {
    const all = short('2025.yaml', { year: 2024, previous: '2024.yaml', published: '2026-01-20' }, { before: 2024 });
    expect(all).toContain('error previous-year < report-year');
  });

  test('a warning if the prose agrees with the year', () => {
    expect(short('2025.yaml', { year: 2024, published: '2026-01-20', ...prose(2024) })).toEqual([
      'warning report-year',
      'warning published-late < report-year',
    ]);
  });
});

test('a year that is printed by {{year}} tells nothing', () => {
  const text = `{{year}}年，${prose(2025).overview.text.slice(5)}`;
  expect(short('2025.yaml', { year: 2024, published: '2026-01-20', overview: { text } })[0]).toBe('error report-year');
});

test('rows of another form follow from the year', () => {
  const documents = { newly_made: 0, newly_disclosed: 0, total_disclosed: 0 };
  const given = { year: 2021, published: '2021-01-20', active_disclosure: { normative_documents: documents } };
  const all = short('report.yaml', given);
  expect(all.filter((one) => one.includes('unknown-key'))).toEqual(['error unknown-key < report-year']);
});

describe('the other is doubted if only one thing tells another year', () => {
  test.each<[string, string, Data, string[]]>([
    [
      'the publication date of January',
      '2025.yaml',
      { year: 2025, published: '2025-01-20', ...prose(2025) },
      ['warning published-early'],
    ],
    [
      'a publication date a year late',
      '2024.yaml',
      { year: 2024, published: '2026-01-20', ...prose(2024) },
      ['warning published-late'],
    ],
    [
      'the period',
      '2025.yaml',
      { year: 2025, ...period(2024) },
      ['warning period-within-year', 'warning period-within-year < period-within-year'],
    ],
    ['the prose', '2025.yaml', { year: 2025, ...prose(2024) }, ['warning prose-year']],
    [
      'the title',
      '2025.yaml',
      { year: 2025, title: '清溪县教育局2024年政府信息公开工作年度报告' },
      ['error title-year'],
    ],
    ['a file named for the year of publication', '2026.yaml', { year: 2025, ...prose(2025) }, []],
    ['a file named for the year of publication, without a year in the prose', '2026-01.yaml', { year: 2025 }, []],
    ['a file with two years in its name', '2024-2025.yaml', { year: 2025 }, []],
    [
      'an agency that ended in May',
      '2025.yaml',
      { year: 2025, published: '2025-06-20', period: { from: '2025-01-01', to: '2025-05-31' } },
      [],
    ],
  ])('%s', (_, file, given, expected) => {
    expect(short(file, given)).toEqual(expected);
  });
});

describe('a year that has not begun', () => {
  test('is an error, and one sign is enough to name the right year', () => {
    const [first, ...rest] = found('report.yaml', { year: 2052, published: '2026-01-20' });
    expect(first?.message).toBe(
      '年度写的是 2052 年，统计期限从 2052-01-01 开始，今天是 2026-01-15，还没有到；发布日期（2026-01-20）说的是 2025 年',
    );
    expect(rest.map((one) => one.short)).toEqual(['warning published-early < report-year']);
  });

  test('depends on the day that is passed in, and on nothing else', () => {
    const given = { year: 2027, published: '2028-01-20' };
    expect(short('2027.yaml', given, { today: '2026-12-31' })).toEqual(['error report-year']);
    expect(short('2027.yaml', given, { today: '2027-01-01' })).toEqual([]);
    expect(check(parse(yamlOf({ ...nothingHappened(2027) }), '2027.yaml')).diagnostics).toEqual([]);
  });

  test('a period that starts later in the year', () => {
    const given = { year: 2026, published: '2027-01-20', period: { from: '2026-05-01', to: '2026-12-31' } };
    expect(short('2026.yaml', given)).toEqual(['error report-year']);
    expect(short('2026.yaml', given, { today: '2026-05-01' })).toEqual([]);
  });
});

describe('a file that still has the name of last year', () => {
  test.each(['2024.yaml', 'reports/云岭2024年报.yaml'])('%s', (file) => {
    expect(short(file, { published: '2026-01-12', ...prose(2025) })).toEqual(['warning report-year']);
  });

  test.each(['2025.yaml', '2026.yaml', '2023.yaml', '2024-2025.yaml', 'report.yaml'])('not %s', (file) => {
    expect(short(file, { published: '2026-01-12', ...prose(2025) })).toEqual([]);
  });
});
