import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ALL_RULES } from '../../src/check/rule-list.ts';
import { displayWidth } from '../../src/diagnostics/display-width.ts';
import { nothingHappened, put, yamlOf } from '../reports.ts';
import { folderWith, inProcess } from './run.ts';

const ROW = 'reconsideration_and_litigation.reconsideration';
const withResults = (row: Record<string, number | null>) =>
  yamlOf(put(put(nothingHappened(), 'reconsideration_and_litigation', { litigation: 0 }), ROW, row));
const late = (more = '') => `${yamlOf({ ...nothingHappened(), published: '2024-02-10' })}${more}`;

let folder: Awaited<ReturnType<typeof folderWith>>;
beforeAll(async () => {
  folder = await folderWith({
    'sound.yaml': yamlOf(nothingHappened()),
    'wrong.yaml': withResults({ upheld: 1, pending: 1, total: 3 }),
    'blank.yaml': withResults({ upheld: null, pending: 1, total: 3 }),
    'late.yaml': late(),
    'waived.yaml': late('waivers: [{ rule: published-late, at: published, reason: 经同意延期 }]\n'),
    'broken.yaml': 'year: [2023\n',
    'off/late.yaml': late(),
    'off/report.config.yaml': 'rules: { published-late: off }\n',
    '2022.yaml': yamlOf(nothingHappened(2022)),
  });
});
afterAll(() => folder.remove());

const explain = (...argv: string[]) => inProcess(['explain', ...argv], { cwd: folder.path });
const numbers = async (...argv: string[]): Promise<string> => {
  const { stdout } = await explain(...argv);
  return stdout.slice(stdout.lastIndexOf('\n\n') + 2);
};

describe.each(['zh', 'en'])('in %s', (lang) => {
  test('the list has every rule, in 80 columns', async () => {
    const { code, stdout } = await explain('--lang', lang);
    const lines = stdout.trimEnd().split('\n');
    expect(code).toBe(0);
    const named = lines.filter((line) => /^ {2}[a-z]/.test(line)).map((line) => line.trim().split(' ')[0]);
    expect(named).toEqual(ALL_RULES.map(({ id }) => id));
    expect(lines.filter((line) => displayWidth(line) > 80)).toEqual([]);
  });

  test('every rule is explained, in 80 columns but for the YAML of its examples', async () => {
    for (const { id, title, source, example } of ALL_RULES) {
      const { code, stdout } = await explain(id, '--lang', lang);
      expect.soft(code, id).toBe(0);
      const flat = stdout.replaceAll(/\s/gu, '');
      for (const text of [title, source]) {
        expect.soft(flat, id).toContain(text[lang as 'zh' | 'en'].replaceAll(/\s/gu, ''));
      }
      const yaml = [example.good, example.bad, example.previous ?? ''].join('\n').split('\n');
      // The longest lines of an example are cut.
      const isYaml = (line: string) => yaml.some((one) => one === line || one.startsWith(line.replace(/…$/u, '')));
      const prose = stdout.split('\n').filter((line) => line !== '' && !isYaml(line.slice(2)));
      expect.soft(displayWidth(stdout.split('\n').sort((a, b) => b.length - a.length)[0] ?? ''), id).toBeLessThan(600);
      expect
        .soft(
          prose.filter((line) => displayWidth(line) > 80),
          id,
        )
        .toEqual([]);
    }
  });
});

describe('with a report', () => {
  test('its numbers, and whether they agree', async () => {
    expect(await numbers('results-total', 'wrong.yaml')).toMatch(/^wrong\.yaml 里的数\n {2}✗ .*：3 ≠ 1 \+ 1\n {2}✓ /);
  });

  test('what is not known is a question mark', async () => {
    expect(await numbers('results-total', 'blank.yaml')).toMatch(/\n {2}\? .*：3 = \? \+ 1\n/);
  });

  test('what was found, for a rule without numbers', async () => {
    expect(await numbers('published-late', 'late.yaml')).toMatch(/第 \d+ 行：发布日期是 2024-02-10，期限是 2024-01-31/);
    expect(await numbers('published-late', 'sound.yaml')).toBe('sound.yaml 里的数\n  没有这个问题\n');
  });

  test('what is waived is said to be', async () => {
    const text = await numbers('published-late', 'waived.yaml');
    expect(text.replaceAll(/\s/gu, '')).toContain('（已豁免：经同意延期）');
  });

  test('what the settings switch off is not called sound', async () => {
    expect(await numbers('published-late', 'off/late.yaml')).toContain('这条规则没有打开');
    expect(await numbers('published-late', 'off/late.yaml', '--lang', 'en')).toContain('This rule is off');
  });

  test.each(ALL_RULES.filter(({ example, fixed }) => example.previous !== undefined && !fixed).map(({ id }) => id))(
    "%s: without last year's report nothing is called sound",
    async (id) => {
      expect(await numbers(id, 'sound.yaml')).toMatch(/没有上年的报告，没有核对/);
      expect(await numbers(id, 'sound.yaml', '--against', '2022.yaml')).not.toContain('没有上年的报告');
    },
  );

  test("with last year's report, both years' numbers", async () => {
    const text = await numbers('carried-over', 'sound.yaml', '--against', '2022.yaml');
    expect(text.match(/✓ .* 0 = 0$/gm)).toHaveLength(7);
  });

  test('that can not be read: why', async () => {
    expect(await numbers('outcomes-total', 'broken.yaml')).toMatch(/这份报告读不出来：\n {2}第 \d+ 行：/);
  });

  test('several reports, one after the other', async () => {
    const { stdout } = await explain('results-total', '*.yaml');
    for (const file of ['blank', 'sound', 'wrong']) expect.soft(stdout).toContain(`${file}.yaml 里的数`);
  });
});

describe('what was typed wrongly', () => {
  test.each([
    ['a rule there is not', ['outcome-total'], /没有“outcome-total”这条规则\n建议：是不是 outcomes-total？/],
    ['a prototype', ['__proto__'], /没有“__proto__”这条规则\n建议：report explain 列出全部规则/],
    ['a file for a rule', ['sound.yaml'], /“sound\.yaml”是一个文件，不是规则[\s\S]*report validate sound\.yaml/],
    ['file and rule the wrong way round', ['sound.yaml', 'outcomes-total'], /先写规则：report explain/],
    ['a file there is not', ['outcomes-total', 'none.yaml'], /找不到文件 none\.yaml/],
    ["last year's report there is not", ['carried-over', 'sound.yaml', '--against', 'x'], /找不到文件 x/],
  ])('%s', async (_, argv, stderr) => {
    const outcome = await explain(...argv);
    expect(outcome.code).toBe(2);
    expect(outcome.stderr).toMatch(stderr);
  });
});
