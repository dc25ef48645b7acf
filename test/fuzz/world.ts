import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fails } from '../../src/diagnostics/result.ts';
import { type CheckedFile, openPublisher, openVerifier, type Publisher, type Verifier } from '../../src/index.ts';
import { nothingHappened, yamlOf } from '../reports.ts';
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
  let checking: Promise<CheckedFile> | undefined;
  const sample = () => {
    checking ??= sampleIn(folder);
    return checking;
  };
  return {
    folder,
    publisher: publisher.get,
    verifier: verifier.get,
    sample,
    published: async (format) => {
      const one = await openPublisher({ ...options, formats: [format] });
      const [file] = (await one.build(await sample())).files;
      await one.close();
      must(file !== undefined, 'the sample cannot be built');
      return file.content;
    },
    close: async () => {
      for (const { end } of opened) await end();
      rmSync(folder, { recursive: true });
    },
  };
}

// A function, because YAML writes an object that appears twice as an anchor.
const three = () => ({ natural_person: 3, total: 3 });
const OUTCOMES = {
  disclosed: three(),
  partially_disclosed: 0,
  not_disclosed: 0,
  unable_to_provide: 0,
  not_processed: 0,
  other_handling: 0,
  total: three(),
};

/** Its few different characters keep the fonts in its files small, so that most of the bytes to change are content. */
async function sampleIn(folder: string): Promise<CheckedFile> {
  const data = nothingHappened();
  data.applications = { received: three(), carried_over: 0, outcomes: OUTCOMES, carried_forward: 0 };
  const { text } = data.overview as { text: string };
  data.overview = { text: `${text}\n\n- **政策**{{applications.received.total}}\n- 公开` };
  const checked = await checkedOf(Buffer.from(yamlOf(data)), folder);
  must(checked?.report !== undefined && !fails(checked, 'error'), 'the sample has an error');
  return checked;
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
