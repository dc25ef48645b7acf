import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Folder, folderWith, inProcess } from './run.ts';

const OLD = readFileSync('examples/2019-form.yaml', 'utf8');
/** An office that went on with the older form. */
const LATE = OLD.replace('year: 2020', 'form: "2019"\nyear: 2021').replace('published: 2021', 'published: 2022');

let folder: Folder;
const migrate = (...argv: string[]) => inProcess(['migrate', ...argv], { cwd: folder.path });
const read = (name: string) => readFileSync(join(folder.path, name), 'utf8');

beforeAll(async () => {
  folder = await folderWith({
    'old.yaml': OLD,
    'late.yaml': LATE,
    'new.yaml': readFileSync('examples/wenzhou-hrss-2023.yaml', 'utf8'),
    'broken.yaml': 'a: [',
    'there.yaml': 'mine',
  });
});
afterAll(() => folder.remove());

test('the list: where each number goes, and what has to be filled in; nothing is written', async () => {
  const { code, stdout, stderr } = await migrate('late.yaml');
  expect([code, stderr]).toEqual([0, '']);
  expect(stdout).toContain('改名的 3 个，要分开的 7 个，新格式没有的 19');
  expect(stdout).toMatch(/政府集中采购 · 采购总金额 +52\.15万元/);
  expect(stdout).toMatch(/行政许可 · 处理决定数量 +5620 +行政许可 · 本年处理决定数量/);
  expect(stdout).toContain(
    '行政事业性收费 · 本年收费金额（单位：万元）\n    active_disclosure.administrative_fees.amount_wan_yuan',
  );
});

test('the new file: numbers carried over, others null, old rows as comments; only what is missing is left to do', async () => {
  const { code, stderr } = await migrate('late.yaml', '-o', 'out/2021.yaml');
  expect([code, stderr]).toEqual([0, expect.stringContaining('report validate out/2021.yaml')]);
  const text = read('out/2021.yaml');
  expect(text).not.toContain('form:');
  expect(text).toContain('schemas/2021/report.schema.json');
  expect(text).toContain('  # 旧格式：rules: 0\n  rules: { issued: null, repealed: null, in_force: null }\n');
  expect(text).toContain('administrative_licensing: { decisions: 5620 }');
  expect(text).toContain('公开规范性文件2件');
  expect(text).toContain('# 2019、2020 年度的格式');
  const { stdout } = await inProcess(['validate', 'out/2021.yaml', '--reporter', 'json'], { cwd: folder.path });
  const rules = new Set(JSON.parse(stdout).diagnostics.map(({ rule }: { rule: string }) => rule));
  expect([...rules].filter((rule) => !['cell-unknown', 'hybrid-form', 'prose-claims'].includes(String(rule)))).toEqual(
    [],
  );
  const compared = await inProcess(['diff', 'late.yaml', 'out/2021.yaml', '--format', 'json'], { cwd: folder.path });
  expect(JSON.parse(compared.stdout)).toMatchObject({ cells: [], sentences: [] });
});

test('a report for 2020 says its form, and that it is only for comparison', async () => {
  const { stdout, stderr } = await migrate('old.yaml', '-o', 'out/2020.yaml');
  expect(stdout).toContain('2020 年度的报告应当用旧格式');
  expect(stderr).toContain('下一步：report diff out/2020.yaml 2021.yaml');
  expect(read('out/2020.yaml')).toContain('year: 2020\nform: "2021"\n');
  const validated = await inProcess(['validate', 'out/2020.yaml', '--reporter', 'json'], { cwd: folder.path });
  const [edition] = JSON.parse(validated.stdout).diagnostics;
  expect(edition).toMatchObject({ rule: 'form-edition', severity: 'error' });
  expect(edition.hint).not.toContain('删去 form');
});

test('a row of zeros is divided into zeros, and there is nothing to divide', async () => {
  const row = '    other_handling:\n      natural_person: 0 # 核对过\n      total: 0\n';
  await folder.write({ 'zeros.yaml': LATE.replace(/^ {4}other_handling:.*\n/mu, row) });
  const { stdout } = await migrate('zeros.yaml', '-o', 'out/zeros.yaml');
  expect(stdout).toContain('要分开的 0 个，分开后都是 0 的 7');
  expect(stdout).not.toContain('请把数分开');
  expect(read('out/zeros.yaml')).toContain(
    '    # 旧格式：other_handling:\n    #   natural_person: 0 # 核对过\n    #   total: 0\n    other_handling: 0\n',
  );
});

test('standard output has the file alone', async () => {
  const { stdout, stderr } = await migrate('late.yaml', '-o', '-');
  expect(stdout).toBe(read('out/2021.yaml'));
  expect(stderr).toContain('要补填');
});

test('from a published page: the same numbers, and a schema for the editor', async () => {
  const { code } = await inProcess(['build', 'old.yaml', '-o', 'page', '--format', 'fragment'], { cwd: folder.path });
  expect(code).toBe(0);
  expect((await migrate('page/old.fragment.html', '-o', 'out/page.yaml')).code).toBe(0);
  expect(read('out/page.yaml')).toMatch(/^# yaml-language-server: \$schema=\S+2021\/report\.schema\.json$/mu);
  const compared = await inProcess(['diff', 'old.yaml', 'out/page.yaml', '--format', 'json'], { cwd: folder.path });
  const changed: { path: string }[] = JSON.parse(compared.stdout).cells;
  // A page has the fee in a sentence.
  expect(changed.filter(({ path }) => !path.startsWith('other_matters'))).toEqual([]);
});

describe('notations', () => {
  const migratedWith = async (table: string, outcomes = '    other_handling: { natural_person: 1 }') => {
    const text = LATE.replace(/^active_disclosure:\n( {2}.*\n)+/m, table).replace(/^ {4}other_handling:.*$/m, outcomes);
    await folder.write({ 'notation.yaml': text });
    await migrate('notation.yaml', '-o', 'out/notation.yaml', '--force');
    return read('out/notation.yaml');
  };

  test('0 for the whole table', async () => {
    expect(await migratedWith('active_disclosure: 0\n')).toContain(
      '# 旧格式：active_disclosure: 0\nactive_disclosure:\n  rules: { issued: null, repealed: null, in_force: null }\n',
    );
  });

  test('rows in several lines, with comments, notes and texts beside the table', async () => {
    const text = await migratedWith(
      [
        'active_disclosure:',
        '  # 许可科填',
        '  administrative_licensing:',
        '    items_last_year: 38 # 去年的数',
        '    items_change: -3',
        '    decisions: { value: 5620, note: 含延续 }',
        '  administrative_penalties: 0',
        '  footnote: 不含派出机构。',
        '',
      ].join('\n'),
    );
    expect(text).toContain(
      '  # 许可科填\n  # 旧格式：administrative_licensing:\n  #   items_last_year: 38 # 去年的数\n',
    );
    expect(text).toContain('  administrative_licensing: { decisions: { value: 5620, note: "含延续" } }\n');
    expect(text).toContain('  administrative_penalties: { decisions: 0 }\n  footnote: 不含派出机构。\n');
  });

  test('a table in braces keeps its texts', async () => {
    const text = await migratedWith(
      'active_disclosure: { rules: 0, administrative_penalties: { decisions: 246 }, footnote: 不含派出机构。 }\n',
    );
    expect(text).toContain('  administrative_penalties: { decisions: 246 }\n');
    expect(text).toContain('  footnote: "不含派出机构。"\n');
  });

  test('a row that became a group: zeros can be divided, other numbers get a remark', async () => {
    expect(await migratedWith('active_disclosure: 0\n', '    other_handling: { natural_person: 0 }')).toContain(
      '    other_handling: 0\n',
    );
    expect(await migratedWith('active_disclosure: 0\n')).toMatch(
      /# 2021 年格式分行填写：.*\n {4}other_handling: \{ natural_person: 1 \}/,
    );
  });

  test('line ends of Windows stay', async () => {
    await folder.write({ 'windows.yaml': LATE.replaceAll('\n', '\r\n') });
    await migrate('windows.yaml', '-o', 'out/windows.yaml');
    expect(read('out/windows.yaml').replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  });
});

describe('refusals: exit code 2, and nothing is written', () => {
  test.each([
    [['new.yaml'], '已经是 2021 年格式'],
    [['broken.yaml'], '读不出报告'],
    [['none.yaml'], '找不到文件'],
    [['late.yaml', '-o', 'there.yaml'], '已经存在'],
    [['late.yaml', '-o', 'late.yaml', '--force'], '是要读的文件'],
    [['late.yaml', '-o', 'late.docx'], '不是 .yaml 文件'],
  ])('%j', async (argv, message) => {
    const { code, stdout, stderr } = await migrate(...argv);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(message);
  });

  test('the files are as they were', () => {
    expect([read('late.yaml'), read('there.yaml'), existsSync(join(folder.path, 'late.docx'))]).toEqual([
      LATE,
      'mine',
      false,
    ]);
  });
});
