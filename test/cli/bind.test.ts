import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { inProcess } from './run.ts';

const cwd = mkdtempSync(join(tmpdir(), 'report-bind-'));
const run = (...argv: string[]) => inProcess(argv, { cwd });
const textOf = (file: string) => readFileSync(join(cwd, file), 'utf8');

beforeEach(() => {
  writeFileSync(join(cwd, '2023.yaml'), readFileSync('examples/wenzhou-hrss-2023.yaml'));
  writeFileSync(join(cwd, '2022.yaml'), readFileSync('examples/wenzhou-hrss-2022.yaml'));
});
afterAll(() => rmSync(cwd, { recursive: true }));

test('prints a patch that git takes, and leaves the file alone', async () => {
  const before = textOf('2023.yaml');
  const { code, stdout, stderr } = await run('bind', '2023.yaml');
  expect(code).toBe(0);
  expect(stdout).toContain('+++ b/2023.yaml');
  expect(stdout).toContain('全年新收政府信息公开申请{{applications.received.total}}件');
  expect(stderr).toContain('--write');
  expect(textOf('2023.yaml')).toBe(before);
  execFileSync('git', ['apply', '-'], { cwd, input: stdout });
  expect(textOf('2023.yaml')).toContain('{{applications.received.total}}件');
});

test('with --write the file prints what it printed before, and nothing is left to bind', async () => {
  const sentences = async () =>
    JSON.parse(
      (await run('claims', '2023.yaml', '--against', '2022.yaml', '--format', 'json')).stdout,
    ).files[0].figures.map(({ sentence }: { sentence: string }) => sentence);
  const before = await sentences();
  const { code, stdout } = await run('bind', '--write', '--against', '2022.yaml', '2023.yaml');
  expect(code).toBe(0);
  expect(stdout).toMatch(
    /^2023\.yaml：改了 \d+ 处\n {2}第 \d+ 行 8 → \{\{sum applications\.outcomes\.unable_to_provide\}\}\n/,
  );
  expect(await sentences()).toEqual(before);
  expect((await run('validate', '2023.yaml', '--against', '2022.yaml')).code).toBe(0);
  expect((await run('bind', '2023.yaml', '--against', '2022.yaml')).stdout).toBe('');
});

test('binds what stands above and below a table', async () => {
  const file = textOf('2023.yaml').replace(
    /^applications:.*\n/mu,
    (line) => `${line}  text_above: 全年新收政府信息公开申请16件。\n  text_below: |\n    结转下年度继续办理0件。\n`,
  );
  writeFileSync(join(cwd, '2023.yaml'), file);
  await run('bind', '--write', '2023.yaml');
  expect(textOf('2023.yaml')).toContain(
    '  text_above: 全年新收政府信息公开申请{{applications.received.total}}件。\n  text_below: |\n    结转下年度继续办理{{applications.carried_forward.total}}件。\n',
  );
});

const small = (text: string) => `year: 2023
agency: { name: 清溪县教育局, level: county, kind: department }
overview:
${text}
applications:
  received: { natural_person: 20, commercial_enterprise: 4 }
  carried_over: 0
  outcomes:
    disclosed: { natural_person: 15 }
    partially_disclosed: 0
    not_disclosed:
      state_secret: { natural_person: 5, commercial_enterprise: 4 }
      prohibited_by_law: 0
      security_and_stability: 0
      third_party_rights: 0
      internal_affairs: 0
      process_information: 0
      enforcement_case_file: 0
      administrative_query: 0
    unable_to_provide: 0
    not_processed: 0
    other_handling: 0
  carried_forward: 0
`;
const bound = async (text: string, previous?: string) => {
  writeFileSync(join(cwd, 'small.yaml'), small(text));
  if (previous) writeFileSync(join(cwd, 'before.yaml'), previous);
  await run('bind', '--write', ...(previous ? ['--against', 'before.yaml'] : []), 'small.yaml');
  return textOf('small.yaml').split('overview:\n')[1]?.split('\napplications:')[0];
};

test('sums, shares and changes are bound where they print the same to the letter', async () => {
  const before = small('  text: 无').replace('2023', '2022').replace('natural_person: 20', 'natural_person: 16');
  expect(
    await bound(
      '  text: |\n    全年收到政府信息公开申请24件，同比增长20%。其中，不予公开9件，占37.5%；予以公开15件，占62.50%。',
      before,
    ),
  ).toBe(
    '  text: |\n    全年收到政府信息公开申请{{applications.received.total}}件，同比{{change applications.received.total}}。其中，不予公开{{sum applications.outcomes.not_disclosed}}件，占{{share applications.outcomes.not_disclosed applications.outcomes.total.total}}；予以公开{{applications.outcomes.disclosed.total}}件，占{{share applications.outcomes.disclosed.total applications.outcomes.total.total 2}}。',
  );
});

test.each([
  ['a round number', '  text: 全年收到政府信息公开申请20余件。'],
  ['a Chinese numeral', '  text: 全年收到政府信息公开申请二十四件。'],
  ['full-width digits', '  text: 全年收到政府信息公开申请２４件。'],
  ['a number that is wrong', '  text: 全年收到政府信息公开申请25件。'],
  ['other business', '  text: 办理人大建议24件。'],
  ['a number that is bound', '  text: 全年收到政府信息公开申请{{applications.received.total}}件。'],
])('%s stays as it is', async (_, text) => {
  expect(await bound(text)).toBe(text);
});

test('a text that can not hold braces is left and said so', async () => {
  writeFileSync(join(cwd, 'flow.yaml'), small('  { text: 全年收到政府信息公开申请24件。 }'));
  const { code, stdout, stderr } = await run('bind', 'flow.yaml');
  expect([code, stdout]).toEqual([0, '']);
  expect(stderr).toContain('没有改');
});

test('of the same number twice, the one that was read is bound', async () => {
  expect(await bound('  text: "24日召开会议。全年收到政府信息公开申请24件。"')).toBe(
    '  text: "24日召开会议。全年收到政府信息公开申请{{applications.received.total}}件。"',
  );
});

test('a file that is no report: exit 1', async () => {
  writeFileSync(join(cwd, 'none.yaml'), 'a: [');
  expect((await run('bind', 'none.yaml')).code).toBe(1);
});
