import { nothingHappened, yamlOf } from '../reports.ts';
import type { Kind } from './kind.ts';
import { mutate } from './mutate.ts';
import { differenceOf, isQuick } from './quick-difference.ts';
import { must } from './violation.ts';
import { EXAMPLES, example } from './world.ts';
import { yamlDocument } from './yaml-documents.ts';
import { ANY_YAML, REPORT } from './yaml-mutations.ts';

/** The share of the inputs that are mutations of whole reports, which take longer. */
const REPORTS = 0.02;

/** YAML of all kinds: the quick reader and `yaml` have to agree. */
export function yaml(): Kind {
  const reports = [yamlOf(nothingHappened()), ...EXAMPLES.map(example)];
  return {
    extension: 'yaml',
    batch: 500,
    make: (random) => {
      if (random.chance(REPORTS)) return Buffer.from(mutate(random.pick(reports), REPORT, random));
      const text = yamlDocument(random);
      return Buffer.from(random.chance(0.2) ? mutate(text, ANY_YAML, random).slice(0, LONGEST) : text);
    },
    run: async (input) => {
      const text = Buffer.from(input).toString();
      if (!isQuick(text)) return 'left to yaml';
      const difference = differenceOf(text);
      must(difference === undefined, `the quick reader gives other ${difference}`);
      return 'quick';
    },
  };
}

/** Characters; longer texts would all be left to `yaml`, and take most of the time. */
const LONGEST = 20_000;
