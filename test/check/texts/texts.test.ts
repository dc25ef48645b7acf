import { describe, expect, test } from 'vitest';
import { RULES } from '../../../src/check/rules/index.ts';
import { DEFAULT_SETTINGS } from '../../../src/check/settings.ts';
import { readText } from '../../../src/prose/read-text.ts';
import { findingsOf, oneLine } from '../../harness.ts';
import { type Data, nothingHappened, put, yamlOf } from '../../reports.ts';
import { HOSTILE_PIECES, hostileReport } from './hostile-texts.ts';

const numbers: Readonly<Record<string, string>> = { year: '2023', 'a.total': '16', 'a.unknown': '' };
const read = (raw: string) => readText(raw, (path) => numbers[path]);

describe('a text is read', () => {
  test.each([
    ['全 年　收到\n225 条', '全年收到225条'],
    ['（国办公开办函〔2021〕30号），“一”：《〈格式〉》——', '(国办公开办函〔2021〕30号),"一":《<格式>》--'],
    ['IBM  Cloud XX', 'IBM Cloud XX'],
    ['{{year}}年{{ a.total }}件，{{a.unknown}}件，{{没有}}', '2023年16件,0件,{{没有}}'],
    ['# 标题\n正文\n\n- 一\n- 二\n接着\n| 表 |\n', '标题\n正文\n一\n二接着\n|表|\n'],
    ['**重点**，\\*\\*\\*\\*件，****件', '重点,****件,****件'],
    ['零\u200b宽', '零宽'],
    ['', ''],
  ])('%j', (raw, text) => {
    expect(read(raw).text).toBe(text);
  });

  test('and every stretch of it knows what is written there', () => {
    const raw = '共 {{a.total}} 件，\n**其中**（自然人） 3 件';
    const { text, written } = read(raw);
    const at = (words: string) => written(text.indexOf(words), text.indexOf(words) + words.length);
    expect(at('16件')).toBe('{{a.total}} 件');
    expect(at('1')).toBe('{{a.total}}');
    expect(at('其中(自然人)3')).toBe('其中**（自然人） 3');
    expect(written(0, text.length)).toBe(raw);
    expect(written(3, 3)).toBe('');
  });
});

const found = (change: (report: Data) => void) => {
  const report = nothingHappened();
  change(report);
  return findingsOf(yamlOf(report)).map(oneLine);
};

describe('a sound title is left alone', () => {
  test.each([
    ['清溪县教育局', '2023年清溪县教育局政府信息公开工作年度报告'],
    ['清溪县教育局', '清溪县教育局 2023 年\n政府信息公开工作年度报告'],
    ['清溪县教育局', '清溪县教育局2023年度政府信息公开工作年度报告'],
    ['清溪县教育局', '清溪县教育局政府信息公开工作2023年度报告'],
    ['清溪县教育局', '清溪县教育局二〇二三年政府信息公开工作年度报告'],
    ['清溪县教育局', '清溪县教育局2023年政府信息公开工作年度报告（2024年修订）'],
    ['清溪县教育局', '清溪县教育局（县委教育工委）2023年政府信息公开工作年度报告'],
    ['清溪县教育局', '清溪县教育体育局2023年政府信息公开工作年度报告'],
    ['清溪县人民政府', '清溪县2023年政府信息公开工作年度报告'],
    ['清溪县人民政府办公室', '清溪县人民政府2023年政府信息公开工作年度报告'],
    ['清江省人力资源和社会保障厅', '2023年省人力社保厅政府信息公开工作年度报告'],
  ])('%s: %s', (name, title) => {
    expect(found((report) => Object.assign(put(report, 'agency.name', name), { title }))).toEqual([]);
  });
});

describe('a sound preface is left alone', () => {
  test.each([
    '本报告由县教育局编制。',
    '本报告由我局办公室编制。',
    '本报告由局信息中心根据条例编制。',
    '本报告由清溪县教育局办公室按照《中华人民共和国政府信息公开条例》编制。',
    '本报告由清溪县政务公开领导小组办公室编制。',
    '清溪县教育局根据条例编制2023年政府信息公开工作年度报告。',
    '根据清溪县人民政府办公室的要求，编制本报告。',
    '现将2023年政府信息公开工作年度报告公布如下，2022年政府信息公开工作年度报告可在网站查阅。',
    '自2022年起，政府信息公开工作年度报告在统一平台发布。',
    '现将{{year}}年情况报告如下。',
    '如对2023年报告有疑问，请与清溪县政务服务中心联系。',
  ])('%s', (text) => {
    expect(found((report) => put(report, 'preface.text', text))).toEqual([]);
  });

  test("another body may write a government's report", () => {
    const text = '本报告由清溪县大数据发展管理局编制。';
    const named = (kind: string, name: string) =>
      found((report) => {
        put(put(report, 'preface.text', text), 'agency.kind', kind);
        put(
          put(report, 'agency.name', name),
          'other_matters.text',
          '组织考核、评议，没有发生责任追究，没有收取信息处理费。',
        );
      });
    expect(named('government', '清溪县人民政府')).toEqual([]);
    expect(named('department', '清溪县教育局')).toHaveLength(1);
  });
});

test('a report that is not filled in yet has no finding of what its texts lack', () => {
  const lines = found((report) => {
    report.overview = { text: null, parts: [{ aspect: 'platforms', heading: '平台建设', text: null }] };
    report.problems = { text: null };
  });
  expect(lines.filter((line) => !line.includes('empty-text'))).toEqual([]);
});

test('words that are not there are no reason to fail', () => {
  for (const value of [null, 3, 'text', [], {}, [3], { text: 3, parts: 'x' }, { parts: [null, 3, { heading: 3 }] }]) {
    for (const key of ['agency', 'title', 'period', 'preface', 'overview', 'problems', 'other_matters']) {
      const data = { ...nothingHappened(), [key]: value };
      expect(() => findingsOf(yamlOf(data as Data))).not.toThrow();
    }
  }
});

/** How many searches with regular expressions the rules make in a long text of `piece`, and how many findings they give. */
function workOn(piece: string, length: number): { searches: number; findings: number } {
  const report = hostileReport(piece, length);
  const { exec } = RegExp.prototype;
  let searches = 0;
  RegExp.prototype.exec = function (text) {
    searches += 1;
    return exec.call(this, text);
  };
  try {
    const findings = RULES.flatMap((rule) => rule.check({ report, previous: report, settings: DEFAULT_SETTINGS }));
    return { searches, findings: findings.length };
  } finally {
    RegExp.prototype.exec = exec;
  }
}

// How long a search takes is measured by `npm run bench:texts`.
test.each(HOSTILE_PIECES)('twice as long a text of %j is twice the work', (piece) => {
  const [once, twice] = [workOn(piece, 2000), workOn(piece, 4000)];
  expect(twice.searches).toBeLessThanOrEqual(2.1 * once.searches);
  expect(twice.findings).toBeLessThanOrEqual(2.1 * once.findings);
});
