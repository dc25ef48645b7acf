import { expect, test } from 'vitest';
import { checkFiles } from '../../src/workspace/check-files.ts';
import type { GivenContent } from '../../src/workspace/files.ts';
import { fixFiles } from '../../src/workspace/fix-files.ts';
import type { Machine } from '../../src/workspace/machine.ts';
import { nothingHappened, yamlOf } from '../reports.ts';

const REPORT = Buffer.from(yamlOf(nothingHappened(2023)));

/** Reports of which the second, when it is read, has the run interrupted as Ctrl-C does: by an event, not at once. */
function interrupted(): { inputs: GivenContent[]; machine: Machine; read: string[] } {
  const controller = new AbortController();
  const read: string[] = [];
  const contentOf = async function* (name: string) {
    read.push(name);
    if (read.length === 2) setImmediate(() => controller.abort(new Error('interrupted')));
    yield REPORT;
  };
  const names = Array.from({ length: 50 }, (_, index) => `${index + 10}.yaml`);
  const inputs = names.map((name) => ({ name, content: contentOf(name) }));
  const now = () => new Date('2025-01-10T00:00:00Z');
  return { inputs, read, machine: { cwd: '/', env: {}, now, signal: controller.signal } };
}

test('an interrupt is heard before the next report is read', async () => {
  const { inputs, machine, read } = interrupted();
  await expect(checkFiles(inputs, {}, machine)).rejects.toThrow('interrupted');
  expect(read).toEqual(['10.yaml', '11.yaml']);
});

test('also by fix', async () => {
  const { inputs, machine, read } = interrupted();
  await expect(fixFiles(inputs, machine)).rejects.toThrow('interrupted');
  expect(read).toEqual(['10.yaml', '11.yaml']);
});
