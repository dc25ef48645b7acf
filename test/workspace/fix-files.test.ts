import { expect, test } from 'vitest';
import { fixFiles } from '../../src/workspace/fix-files.ts';
import { nothingHappened, yamlOf } from '../reports.ts';

const remainingOn = async (today: string) => {
  const machine = { cwd: '/', env: {}, now: () => new Date(`${today}T12:00:00`), signal: new AbortController().signal };
  const { fixed } = await fixFiles([{ name: 'a.yaml', content: yamlOf(nothingHappened(2023)) }], machine);
  return fixed.flatMap(({ remaining }) => remaining.map(({ rule }) => rule));
};

test('what remains is found with the date of today, as validate finds it', async () => {
  expect(await remainingOn('2024-01-10')).not.toContain('report-year');
  expect(await remainingOn('2022-01-10')).toContain('report-year');
});
