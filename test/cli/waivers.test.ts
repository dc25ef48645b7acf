import { afterEach, beforeEach, expect, test } from 'vitest';
import { nothingHappened, yamlOf } from '../reports.ts';
import { folderWith, inProcess } from './run.ts';

const late = (waiver: string) =>
  `${yamlOf({ ...nothingHappened(), published: '2024-02-10' })}waivers:\n  - { rule: published-late, at: published, ${waiver} }\n`;

let folder: Awaited<ReturnType<typeof folderWith>>;
beforeEach(async () => {
  folder = await folderWith({
    'good.yaml': late('reason: 经同意延期, approved_by: 法规处, expires: 2025-01-10'),
    'expired.yaml': late('reason: 经同意延期, expires: 2025-01-09'),
    'malformed.yaml': late('reasn: 经同意延期'),
    'broken.yaml': 'year: [2023\n',
    'none.yaml': yamlOf(nothingHappened()),
  });
});
afterEach(() => folder.remove());

const list = (...argv: string[]) => inProcess(['validate', '--list-waivers', ...argv], { cwd: folder.path });

test('every waiver with its finding, its reason, who approved it and until when', async () => {
  expect(await list('good.yaml')).toEqual({
    code: 0,
    stderr: '',
    stdout: `good.yaml:17  published-late  有效
  位置：published
  问题：发布日期是 2024-02-10，期限是 2024-01-31，晚 10 天（《条例》第四十九条）
  理由：经同意延期
  批准：法规处
  到期：2025-01-10
`,
  });
});

test('one that does not stand fails', async () => {
  const { code, stdout } = await list('expired.yaml', 'good.yaml', '--lang', 'en');
  expect(code).toBe(1);
  expect(stdout).toMatch(/^expired\.yaml:17 {2}published-late {2}expired\n[\s\S]*\n\ngood\.yaml:17 .* in force\n/);
});

test('a report without waivers has none', async () => {
  expect(await list('none.yaml')).toEqual({ code: 0, stdout: '没有豁免\n', stderr: '' });
});

test.each(['malformed', 'broken'])('waivers that can not be read are not passed over: %s', async (name) => {
  const { code, stderr } = await list(`${name}.yaml`, 'good.yaml');
  expect(code).toBe(1);
  expect(stderr).toContain(`${name}.yaml 的豁免没有全部读出来`);
});

test('the waived finding is told apart in the results, and the report passes', async () => {
  const { code, stdout } = await inProcess(['validate', 'good.yaml', '--max-warnings', '0', '--reporter', 'json'], {
    cwd: folder.path,
  });
  expect([code, JSON.parse(stdout)]).toMatchObject([0, { warnings: 0, waived: 1, diagnostics: [] }]);
});
