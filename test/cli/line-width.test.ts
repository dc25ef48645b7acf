import { cpSync, readFileSync } from 'node:fs';
import { stripVTControlCharacters } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { displayWidth } from '../../src/diagnostics/display-width.ts';
import { folderWith, inProcess } from './run.ts';

const folder = await folderWith({});
const REASON =
  '机构换届，新的负责人还没有到任，报告要等他签发，因此推迟，已经书面告诉了同级政府办公厅，并且在网站上作了说明。'.repeat(
    2,
  );

beforeAll(async () => {
  cpSync('examples', folder.path, { recursive: true });
  const waiver = { rule: 'published-late', at: 'published', values: {}, reason: REASON, approved_by: '办公室' };
  const report = readFileSync('examples/wenzhou-hrss-2023.yaml', 'utf8');
  await folder.write({ 'waived.yaml': `${report}\nwaivers:\n  - ${JSON.stringify(waiver)}\n` });
});
afterAll(() => folder.remove());

const lines = async (argv: readonly string[], env: Record<string, string>) => {
  const { stdout, stderr } = await inProcess(argv, { cwd: folder.path, env });
  return `${stderr}${stdout}`.split('\n');
};

test.each([
  ['build', 'wenzhou-hrss-2023.yaml', '--format', 'html'],
  ['build', 'broken.yaml', '--draft', '--format', 'html'],
  [
    'build',
    'wenzhou-hrss-2023.yaml',
    '--template',
    'a folder of templates that nobody has ever made, of all the names',
  ],
  ['validate', 'waived.yaml', '--list-waivers'],
  ['claims', 'wenzhou-hrss-2023.yaml'],
  ['explain'],
  ['template'],
  ['nosuch'],
])('%s %s: no line for people is wider than the terminal', async (...argv) => {
  for (const REPORT_LANG of ['zh', 'en']) {
    const wide = (await lines(argv, { REPORT_LANG })).filter((line) => displayWidth(line) > 80);
    // A line to paste into a report stays whole.
    expect(wide.filter((line) => !line.startsWith('      values: '))).toEqual([]);
  }
});

test('colours neither count nor move', async () => {
  const argv = ['build', 'wenzhou-hrss-2023.yaml', '--template', '没有做过的模板'.repeat(9)];
  const env = { REPORT_LANG: 'en' };
  const coloured = await lines(argv, { ...env, FORCE_COLOR: '1' });
  expect(coloured.map(stripVTControlCharacters)).toEqual(await lines(argv, env));
  expect(coloured[0]?.startsWith('\u001b[31merror:\u001b[39m')).toBe(true);
});
