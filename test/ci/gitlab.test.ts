import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { parse } from 'yaml';
import { REPORTERS } from '../../src/reporters/index.ts';
import { folderWith } from '../cli/run.ts';
import { install, installPrinting } from '../hooks/repository.ts';
import { nothingHappened, put, yamlOf } from '../reports.ts';
import { bash } from './steps.ts';

const { report: job } = parse(await readFile('docs/ci/gitlab-ci.yml', 'utf8'));
const artifacts = [job.artifacts.reports.codequality, job.artifacts.reports.junit];
const reporters = ['gitlab', 'junit'].every((name) => name in REPORTERS);
if (!reporters) console.warn('skipped: the report files of the GitLab template, since there are no such reporters yet');

let folder: Awaited<ReturnType<typeof folderWith>>;
beforeEach(async () => {
  folder = await folderWith({ 'reports/2023.yaml': yamlOf(nothingHappened()) });
  await install(folder.path);
  await installPrinting(folder.path);
});
afterEach(() => folder.remove());

/** The job's script, but for `npm ci`, which would take the package from the registry. */
async function script() {
  const lines: string[] = job.script;
  expect(lines[0]).toBe('npm ci');
  const ours = lines.slice(1).map((line) => (reporters ? line : line.replace(/ --reporter (gitlab|junit)=\S+/g, '')));
  return bash(ours.join('\n'), folder.path, {});
}

test('the files the job hands over are those its command writes', () => {
  const written = [...job.script.join('\n').matchAll(/--reporter [a-z]+=(\S+)/g)].map(([, file]) => file);
  expect(written).toEqual(artifacts);
  expect(job.artifacts.when).toBe('always');
  expect(job.script.at(-1)).toContain(`--out ${job.artifacts.paths[0]} `);
});

test('a sound report is built', async () => {
  expect(await script()).toMatchObject({ code: 0, stdout: expect.stringContaining('✓ 1 份报告') });
  expect((await readdir(join(folder.path, 'public/reports'))).sort()).toEqual(['2023.html', '2023.pdf']);
});

test.each(reporters ? ['with its report files'] : ['in text'])('a wrong report fails the job, %s', async () => {
  await writeFile(join(folder.path, 'reports/a.yaml'), yamlOf(put(nothingHappened(), 'applications', 3)));
  const { code, stdout } = await script();
  expect(code).toBe(1);
  expect(stdout).toContain('reports/a.yaml:10:15');
  const files = await readdir(folder.path);
  expect(artifacts.filter((file) => files.includes(file))).toEqual(reporters ? artifacts : []);
});
