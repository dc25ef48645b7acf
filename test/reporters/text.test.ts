import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { displayWidth } from '../../src/diagnostics/display-width.ts';
import type { ReporterOptions } from '../../src/reporters/reporter.ts';
import { text } from '../../src/reporters/text.ts';
import { findingsOf } from '../harness.ts';
import { nothingHappened, put, yamlOf } from '../reports.ts';
import { diagnostic, EVERYTHING, HOSTILE, OPTIONS, related, resultOf } from './samples.ts';

const print = (content: string, more: Partial<ReporterOptions> = {}) =>
  text([{ file: 'a.yaml', text: content, diagnostics: findingsOf(content, 'a.yaml'), outputs: [], waived: [] }], {
    ...OPTIONS,
    ...more,
  });

const sound = yamlOf(nothingHappened());
const wrong = yamlOf(
  put(nothingHappened(), 'reconsideration_and_litigation', {
    reconsideration: { upheld: 12, corrected: 3, total: 16 },
    litigation: 0,
  }),
);

test('says in one line that nothing was found, or says nothing at all', () => {
  expect(print(sound)).toBe('✓ 1 份报告，没有发现问题\n');
  expect(print(sound, { language: 'en' })).toBe('✓ 1 report, nothing found\n');
  expect(print(sound, { quiet: true })).toBe('');
});

test('what, where, why and what to do: the whole of a finding', () => {
  expect(print(wrong)).toBe(`a.yaml:15:12  错误  results-total
  行政复议：总计是 16，结果维持 12＋结果纠正 3＝15，相差 1
    14 |     corrected: 3
  > 15 |     total: 16
       |            ^^
  有关：第 13 行，行政复议 · 结果维持：12
  有关：第 14 行，行政复议 · 结果纠正：3

✗ 1 份报告：1 个错误，0 个警告
`);
});

test('operands of zero and the legal source are shown on request', () => {
  expect(print(wrong)).not.toContain('尚未审结：0');
  expect(print(wrong, { verbose: true })).toContain('尚未审结：0');
  expect(print(wrong, { verbose: true })).toContain('依据：国办公开办函〔2021〕30号，表四“总计”');
});

test('written files are named', () => {
  const results = [{ file: 'a.yaml', text: sound, diagnostics: [], outputs: ['out/a.html'], waived: [] }];
  expect(text(results, OPTIONS)).toBe('→ out/a.html\n✓ 1 份报告，没有发现问题\n');
});

test('colours only where asked for', () => {
  const escapes = new RegExp(String.fromCharCode(27));
  expect(print(wrong)).not.toMatch(escapes);
  expect(print(wrong, { color: true })).toMatch(escapes);
});

describe('a report full of faults', () => {
  const broken = readFileSync(new URL('../../examples/broken.yaml', import.meta.url), 'utf8');

  test.each([
    ['zh', 80],
    ['en', 80],
    ['zh', 40],
    ['en', 120],
  ] as const)('in %s fits %i columns, but for words that can not be broken', (language, columns) => {
    for (const verbose of [false, true]) {
      for (const line of print(broken, { language, columns, verbose }).split('\n')) {
        const unbreakable = /[!-ɏ]{25,}/.test(line);
        if (!unbreakable) expect.soft(displayWidth(line), line).toBeLessThanOrEqual(columns);
      }
    }
  });

  test('counts errors and warnings, in words that fit the number', () => {
    const found = findingsOf(broken);
    const consequences = found.filter(({ cause }) => cause !== undefined).length;
    expect(consequences).toBeGreaterThan(1);
    const count = (severity: string) => found.filter((one) => one.severity === severity).length;
    expect(print(broken)).toContain(
      `✗ 1 份报告：${count('error')} 个错误（其中 ${consequences} 个是后果），${count('warning')} 个警告`,
    );
    expect(print(broken, { language: 'en' })).toContain(
      `✗ 1 report: ${count('error')} errors (${consequences} of them consequences), ${count('warning')} warnings`,
    );
  });
});

describe('a report with more faults than anyone reads', () => {
  const rows = Array.from({ length: 70 }, (_, index) => `unknown_${index}: 1`).join('\n');
  const many = `${sound}${rows}\n`;
  const shown = (more = {}) => print(many, more).match(/没有“unknown_\d+”这个键/gu)?.length;

  test('shows the first fifty and says how many more there are; --verbose shows all', () => {
    expect(shown()).toBe(50);
    expect(print(many)).toContain('还有 20 处，--verbose 全部列出');
    expect(print(many)).toContain('70 个错误');
    expect(shown({ verbose: true })).toBe(70);
  });
});

const printed = (found: readonly Diagnostic[], more: Partial<ReporterOptions> = {}) =>
  text([resultOf(found)], { ...OPTIONS, quiet: true, ...more });
const plain = { related: [], range: { line: 1, column: 4, endLine: 1, endColumn: 5 } };

describe('a consequence hangs under its cause', () => {
  const cause = diagnostic({ related: [] });
  const consequence = (more: Partial<Diagnostic> = {}) => diagnostic({ ...plain, rule: 'other', cause: 0, ...more });

  test('as a line', () => {
    expect(printed([cause, consequence()])).toBe(`a.yaml:2:4  错误  sample-rule
  甲不等于乙
    1 | b: 1
  > 2 | a: 2
      |    ^
  建议：核对
  └ 第 1 行 other：甲不等于乙
`);
    expect(printed([cause, consequence()], { language: 'en' })).toMatch(/\n {2}└ line 1 other: a is not b\n$/);
  });

  test('wherever it stands in the file', () => {
    const found = [consequence({ cause: 1 }), cause];
    expect(printed(found)).toMatch(/^a\.yaml:2:4[\s\S]*\n {2}└ 第 1 行 other/);
  });

  test('a long one is folded beside its sign', () => {
    const long = '一'.repeat(100);
    const lines = printed([cause, consequence({ message: { zh: long, en: long } })])
      .split('\n')
      .slice(6, -1);
    expect(lines).toHaveLength(3);
    expect(lines.slice(1).every((line) => /^ {4}一+$/.test(line))).toBe(true);
    for (const line of lines) expect(displayWidth(line)).toBeLessThanOrEqual(80);
  });

  test('what follows from it hangs below it', () => {
    const found = [cause, consequence(), consequence({ rule: 'third', cause: 1 }), consequence({ rule: 'fourth' })];
    expect(printed(found)).toMatch(/\n {2}└ 第 1 行 other：.*\n {4} {2}└ 第 1 行 third：.*\n {2}└ 第 1 行 fourth：/);
  });

  test('with --verbose it is told whole', () => {
    expect(printed([cause, consequence()], { verbose: true })).toContain(`
  依据：格式
  └ a.yaml:1:4  错误  other
      甲不等于乙
      > 1 | b: 1
          |    ^
      建议：核对
      依据：格式
`);
  });

  test('by itself, with the place of its cause, where that is not shown', () => {
    const alone = /^a\.yaml:1:4 {2}警告 {2}other\n[\s\S]*\n {2}起因：第 2 行的 sample-rule；/;
    const found = [diagnostic({ severity: 'info' }), consequence({ severity: 'warning' })];
    expect(printed(found)).toMatch(alone);
    const many = Array.from({ length: 60 }, () => diagnostic(plain));
    const [first, ...others] = printed([consequence({ cause: 60 }), ...many.slice(1), cause]).split('\n\n');
    expect(first).toMatch(/^a\.yaml:1:4 {2}错误 {2}other\n[\s\S]*\n {2}起因：/);
    expect(others).toHaveLength(50);
  });

  test('an error never hides below a warning', () => {
    const found = [diagnostic({ severity: 'warning' }), consequence()];
    expect(printed(found)).toMatch(/\n\na\.yaml:1:4 {2}错误 {2}other\n[\s\S]*起因/);
  });
});

test('the waiver, ready to paste: its lines are not folded', () => {
  const waiver = `- rule: sample-rule\n  at: ${'x'.repeat(90)}\n  reason:\n`;
  const label = '  豁免：看过并且可以不改，把下面一项写进 waivers：\n';
  const lines = `    - rule: sample-rule\n      at: ${'x'.repeat(90)}\n      reason:\n`;
  expect(printed([diagnostic({ waiver })])).toContain(`${label}${lines}`);
  expect(printed([diagnostic({ waiver })], { language: 'en' })).toContain(
    `  Waiver: if this is not a mistake, add the following to waivers:\n${lines}`,
  );
});

test("a cell of last year's report is named with its file", () => {
  const found = [diagnostic({ related: [related({ file: '2022.yaml' }), related()] })];
  expect(printed(found)).toContain('  有关：2022.yaml 第 1 行，乙：1\n  有关：第 1 行，乙：1\n');
  expect(printed(found, { language: 'en' })).toContain('  See: 2022.yaml line 1, b: 1\n  See: line 1, b: 1\n');
});

test('the summary counts consequences and what is waived', () => {
  const last = (more: Partial<ReporterOptions>) =>
    text(EVERYTHING, { ...OPTIONS, ...more })
      .split('\n')
      .at(-2);
  expect(last({})).toBe('✗ 2 份报告：2 个错误（其中 1 个是后果），1 个警告；另有 1 处已豁免，1 处在基线中');
  expect(last({ language: 'en', verbose: true, columns: 120 })).toBe(
    '✗ 2 reports: 2 errors (1 of them a consequence), 1 warning, 1 note; also 1 waived, 1 in the baseline',
  );
  const waived = [{ diagnostic: diagnostic(), by: 'waiver', reason: 'x' }] as const;
  expect(text([resultOf([], { waived })], OPTIONS)).toBe('✓ 1 份报告，没有发现问题；另有 1 处已豁免\n');
});

test.each(HOSTILE)('a terminal is not moved by %j', (words) => {
  const message = { zh: words, en: words };
  const found = [diagnostic({ file: words, message, hint: message, waiver: words }), diagnostic({ cause: 0, message })];
  const result = resultOf(found, { file: words, text: `${words}\n${words}\n${words}`, outputs: [words] });
  expect(text([result], OPTIONS)).not.toMatch(/[^\P{Control}\n]|[\u202a-\u202e\u2066-\u2069]/u);
});

test('lines that end with CR LF are shown like any other', () => {
  const result = resultOf([diagnostic()], { text: 'b: 1\r\na: 2\r\n' });
  expect(text([result], OPTIONS)).toBe(text([resultOf([diagnostic()])], OPTIONS));
});

describe('the files that failed, at the end of a run over several', () => {
  const file = (name: string, content: string) => ({
    ...resultOf(findingsOf(content, name)),
    file: name,
    text: content,
  });
  const late = yamlOf({ ...nothingHappened(), published: '2024-02-10' });
  const three = [file('a.yaml', sound), file('b.yaml', wrong), file('c.yaml', late)];
  const problem = { text: { zh: '浏览器没有启动', en: 'The browser did not start' } };
  const ending = (results: typeof three, more: Partial<ReporterOptions> = {}) =>
    text(results, { ...OPTIONS, ...more })
      .split('\n\n')
      .at(-1);

  test('one line each, with the number of errors and the first of them', () => {
    expect(ending(three)).toBe(
      '没有通过：\n  b.yaml  1 个错误，第 15 行：行政复议：总计是 16，结果维持 12＋结果纠正 3＝15…\n✗ 3 份报告：1 个错误，1 个警告\n',
    );
    expect(ending(three, { language: 'en', failOn: 'warning' })).toMatch(
      /^Failed:\n {2}b\.yaml {2}1 error, line 15: .*…\n {2}c\.yaml {2}1 warning, line 6: .*\n✗ 3 reports/,
    );
    for (const line of ending(three)?.split('\n') ?? []) expect(displayWidth(line)).toBeLessThanOrEqual(80);
  });

  test('what could not be done is among them, with the report if it is about one', () => {
    const told = { told: true, problems: [problem, { ...problem, file: 'a.yaml' }] };
    expect(ending(three.slice(0, 1), told)).toBe(
      '没有通过：\n  浏览器没有启动\n  a.yaml  浏览器没有启动\n✗ 1 份报告，都没有做成；另有 1 处没有核对成\n',
    );
  });

  test('reports that could not be built count, and their reason is not cut', () => {
    const full = {
      text: { zh: `不能写 ${'很长/'.repeat(20)}x.pdf：磁盘已满`, en: 'x.pdf cannot be written' },
      file: 'x.yaml',
    };
    const told = { told: true, problems: [full] };
    const printed = ending(three.slice(0, 1), told) ?? '';
    expect(printed.replaceAll(/\n {4}/g, '')).toContain('x.pdf：磁盘已满');
    expect(printed).toMatch(/✗ 2 份报告，其中 1 份没有做成，其余没有发现问题\n$/);
    expect(ending(three, { ...told, language: 'en' })).toMatch(
      /✗ 4 reports, 1 of them not done: 1 error, 1 warning\n$/,
    );
    expect(text([], { ...OPTIONS, ...told, language: 'en' })).toMatch(/✗ 1 report, not done\n$/);
  });

  test('nothing for one file, if nothing failed, or with -q', () => {
    for (const printed of [text(three.slice(1, 2), OPTIONS), ending(three.slice(0, 1).concat(three.slice(2)))]) {
      expect(printed).not.toContain('没有通过');
    }
    expect(text(three, { ...OPTIONS, quiet: true })).not.toContain('没有通过');
  });

  test('a finding that follows from another is not the reason', () => {
    const results = [
      resultOf([diagnostic({ cause: 1 }), diagnostic({ message: { zh: '起因', en: 'cause' } })]),
      ...three,
    ];
    expect(ending(results)).toContain('a.yaml  2 个错误，第 2 行：起因\n');
  });
});
