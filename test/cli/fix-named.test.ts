import { afterEach, beforeEach, expect, test } from 'vitest';
import { sampleWith } from '../source/sample.ts';
import { folderWith, inProcess } from './run.ts';

const slip = sampleWith('level: county', 'level：county');

let folder: Awaited<ReturnType<typeof folderWith>>;
beforeEach(async () => {
  folder = await folderWith({
    'slip.yaml': slip,
    'unclear.yaml': sampleWith('litigation: 0', 'litigation: 0\n    direct: 1'),
    'empty.yaml': sampleWith('    没有收取信息处理费。\n', ''),
  });
});
afterEach(() => folder.remove());

const validate = (...argv: string[]) => inProcess(['validate', ...argv], { cwd: folder.path });
const NAMED = 'YAML 的写法，能确定的可以让程序改：report fix slip.yaml\n';

test('validate names report fix for what YAML does not read, if fix can correct it', async () => {
  expect((await validate('slip.yaml')).stderr).toBe(NAMED);
  expect((await validate('unclear.yaml')).stderr).toBe('');
  expect((await validate('slip.yaml', 'unclear.yaml')).stderr).toBe(NAMED);
});

test('with --quiet it does not, nor for standard input', async () => {
  expect((await inProcess(['validate', '-'], { cwd: folder.path, stdin: slip })).stderr).toBe('');
  expect((await validate('slip.yaml', '--quiet')).stderr).toBe('');
});

test('the hint for an empty text does not tell to write the | that is there', async () => {
  const { stdout } = await validate('empty.yaml');
  expect(stdout).toContain('在 text: | 的下一行写正文，每行比 text 多空两格');
});
