import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openPublisher, openVerifier, type Publisher, type Verifier } from '../../src/index.ts';
import { checkedOf, now } from './check-result.ts';
import type { World } from './kind.ts';
import { must } from './violation.ts';

export const EXAMPLES = [
  'wenzhou-hrss-2023.yaml',
  '2019-form.yaml',
  'broken.yaml',
  'format.yaml',
  'wenzhou-hrss-2022.yaml',
];
export const example = (name: string): string => readFileSync(join('examples', name), 'utf8');

/** Makes a world in a temporary folder. Run it in the folder of the project. */
export function createWorld(): World {
  const folder = mkdtempSync(join(tmpdir(), 'report-fuzz-'));
  mkdirSync(join(folder, '.git'));
  writeFileSync(join(folder, 'last.yaml'), example('wenzhou-hrss-2022.yaml'));
  const options = { cwd: folder, now };
  const publisher = once<Publisher>(() => openPublisher({ ...options, formats: ['html'] }));
  const verifier = once<Verifier>(() => openVerifier(options));
  const opened = [publisher, verifier];
  return {
    folder,
    publisher: publisher.get,
    verifier: verifier.get,
    published: async (format) => {
      const one = await openPublisher({ ...options, formats: [format] });
      const checked = await checkedOf(Buffer.from(example('wenzhou-hrss-2023.yaml')), folder);
      must(checked !== undefined, 'the example cannot be checked');
      const [file] = (await one.build(checked)).files;
      await one.close();
      must(file !== undefined, 'the example cannot be built');
      return file.content;
    },
    close: async () => {
      for (const { end } of opened) await end();
      rmSync(folder, { recursive: true });
    },
  };
}

/** Opens something when it is first needed. */
function once<One extends { close(): Promise<void> }>(open: () => Promise<One>) {
  let opening: Promise<One> | undefined;
  return {
    get: () => {
      opening ??= open();
      return opening;
    },
    end: async () => (await opening)?.close(),
  };
}
