import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { stagedReports } from '../../src/workspace/staged.ts';
import { ENVIRONMENT, type Repository, repository } from '../hooks/repository.ts';
import { nothingHappened, yamlOf } from '../reports.ts';

const sound = yamlOf(nothingHappened());
let here: Repository;
beforeEach(async () => {
  here = await repository();
  const names = ['[a]/2023.yaml', 'a/2023.yaml', 'b*/2023.yml', '清溪县 教育局/2023.yaml'];
  await here.write(Object.fromEntries(names.map((name) => [name, sound])));
  await here.write({
    'a/compose.yaml': 'services: {}\n',
    'a/report.config.yaml': 'build: {}\n',
    '.x/2023.yaml': sound,
  });
  await here.git('add', '--all');
});
afterEach(() => here.remove());

const staged = async (places: readonly string[], folder = '.') => {
  const machine = { cwd: join(here.path, folder), env: ENVIRONMENT, now: () => new Date(0) };
  return stagedReports(places, { ...machine, signal: new AbortController().signal });
};
const namesOf = async (...given: Parameters<typeof staged>) => (await staged(...given)).map(({ name }) => name).sort();

test('folders, files and patterns name the reports; a name is not a pattern', async () => {
  expect(await namesOf(['.'])).toEqual(['[a]/2023.yaml', 'a/2023.yaml', 'b*/2023.yml', '清溪县 教育局/2023.yaml']);
  expect(await namesOf(['[a]'])).toEqual(['[a]/2023.yaml']);
  expect(await namesOf(['b*', '清溪县 教育局/2023.yaml'])).toEqual(['b*/2023.yml', '清溪县 教育局/2023.yaml']);
  expect(await namesOf(['*/*.yml'])).toEqual(['b*/2023.yml']);
  expect(await namesOf(['nowhere', ':(top)x'])).toEqual([]);
});

test('in a subfolder, what is below it', async () => {
  expect(await namesOf(['.'], 'a')).toEqual(['2023.yaml']);
});

test('the content is that of the index', async () => {
  await here.write({ 'a/2023.yaml': 'year: [' });
  expect(String((await staged(['a']))[0]?.content)).toBe(sound);
});

test('what the commit changes; all if it changes no report', async () => {
  await here.git('commit', '-m', 'x');
  await here.write({ 'a/2023.yaml': `${sound}# changed\n` });
  await here.git('add', '--all');
  expect(await namesOf(['.'])).toEqual(['a/2023.yaml']);
  expect(await namesOf(['[a]'])).toEqual(['[a]/2023.yaml']);
  await here.git('commit', '-m', 'x');
  expect(await namesOf(['.'])).toHaveLength(4);
});
