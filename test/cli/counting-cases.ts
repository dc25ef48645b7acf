import type { Case } from './cases.ts';

const validate = (...rest: string[]) => ['validate', ...rest];

/** Cases about the findings that affect the exit code: warnings, known findings, waivers, last year's report. */
export const COUNTING_CASES: readonly Case[] = [
  { name: 'as many warnings as allowed', argv: validate('late.yaml', '--max-warnings', '1'), code: 0, stderr: '' },
  {
    name: 'more warnings than allowed',
    argv: validate('late.yaml', '--max-warnings', '0'),
    code: 1,
    stdout: /published-late/,
    stderr: /^1 个警告，超过了 --max-warnings 0\n$/,
  },
  { name: 'no warning is never too many', argv: validate('sound.yaml', '--max-warnings', '0'), code: 0, stderr: '' },
  ...['x', '-1', '1.5', ''].map((text) => ({
    name: `a number of warnings that is none: "${text}"`,
    argv: validate('late.yaml', `--max-warnings=${text}`),
    code: 2,
    stdout: '' as const,
    stderr: /(?:不是整数|不在 0 到 999999999 之间)\n建议：例如 --max-warnings 0|后面缺少值/,
  })),
  { name: 'known findings do not count', argv: validate('known'), code: 0, stdout: /^✓|没有/ },
  { name: 'unless told so', argv: validate('known', '--no-baseline'), code: 1, stdout: /错误 {2}published-late/ },
  {
    name: 'waivers where there are none',
    argv: validate('late.yaml', '--list-waivers'),
    code: 0,
    stdout: /^没有豁免\n$/,
  },
  {
    name: 'a baseline where none can be written',
    argv: validate('missing.yaml', '--write-baseline'),
    code: 2,
    stdout: '',
    stderr: /找不到文件 missing\.yaml/,
  },
  {
    name: "last year's report from a file",
    argv: validate('sound.yaml', '--against', 'years/2022.yaml'),
    code: 0,
    stderr: '',
  },
  { name: "last year's report from a folder", argv: validate('sound.yaml', '--against', 'years'), code: 0, stderr: '' },
  {
    name: 'a folder without it',
    argv: validate('sound.yaml', '--against', 'others', '--lang', 'en'),
    code: 0,
    stderr: /others has no report of the previous year/,
  },
  {
    name: "last year's report that is not there",
    argv: validate('sound.yaml', '--against', 'gone.yaml'),
    code: 2,
    stdout: '',
    stderr: /找不到文件 gone\.yaml/,
  },
  { name: 'a rule explained', argv: ['explain', 'outcomes-total', 'sound.yaml'], code: 0, stdout: /^outcomes-total/ },
  { name: 'a file for a rule', argv: ['explain', 'sound.yaml'], code: 2, stdout: '', stderr: /是一个文件，不是规则/ },
];
