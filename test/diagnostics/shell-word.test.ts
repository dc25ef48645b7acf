import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { shellWord } from '../../src/diagnostics/shell-word.ts';

test('a plain name is shown as it is', () => {
  for (const name of ['2024.yaml', 'reports/清溪县教育局-2023.yaml', 'C:\\年报\\2024.yaml'])
    expect(shellWord(name)).toBe(name);
});

test.skipIf(process.platform === 'win32')('a shell takes every other name for one word', () => {
  for (const name of [
    '去年 的 报告.yaml',
    "it's $HOME.yaml",
    'a`id`"b".yaml',
    '报告（定稿）.yaml',
    'a;b&c.yaml',
    '*.yaml',
    '',
  ])
    expect(execFileSync('sh', ['-c', `printf %s ${shellWord(name)}`], { encoding: 'utf8' })).toBe(name);
});
