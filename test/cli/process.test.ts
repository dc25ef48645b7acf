import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { asProcess, BIN, inProcess } from './run.ts';

const cwd = new URL('../../', import.meta.url).pathname;
const broken = ['validate', 'examples', '--reporter', 'json'];

test('a reader that goes away early is no error', async () => {
  const shell = `"${process.execPath}" "${BIN}" validate examples/broken.yaml examples/broken.yaml | head -1`;
  const { stdout, stderr } = await promisify(execFile)('/bin/sh', ['-c', shell], { cwd });
  expect(stdout.split('\n')).toHaveLength(2);
  expect(stderr).toBe('');
});

test('JSON is what the published schema says', async () => {
  const schema = JSON.parse(readFileSync(new URL('../../schemas/result.schema.json', import.meta.url), 'utf8'));
  const validate = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(schema);
  const { code, stdout } = await asProcess(broken, { cwd });
  const result = JSON.parse(stdout);
  expect(validate(result), JSON.stringify(validate.errors)).toBe(true);
  expect(code).toBe(1);
  expect(result.files).toEqual([...result.files].sort());
  expect(result.errors + result.warnings + result.infos).toBe(result.diagnostics.length);
});

test('a process prints what a run in this process prints', async () => {
  const [here, there] = await Promise.all([inProcess(broken, { cwd }), asProcess(broken, { cwd })]);
  expect(there).toEqual(here);
});
