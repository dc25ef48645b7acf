import { isDeepStrictEqual } from 'node:util';
import { quickRead } from '../../src/render/readback/quick/quick-read.ts';
import { readPdf } from '../../src/render/readback/read-pdf.ts';
import { changedPdf, objectsOf, trailerOf } from './changed-pdf.ts';
import type { Kind, World } from './kind.ts';
import { damage } from './mutate.ts';
import { must } from './violation.ts';

/** PDFs of a build, changed in their objects: the quick reader gives what pdf.js gives, or nothing. */
export async function quickReads(world: World): Promise<Kind> {
  const pdf = await world.published('pdf');
  const [objects, trailer] = [objectsOf(pdf), trailerOf(pdf)];
  const before = quickRead(pdf);
  must(before !== undefined, 'a PDF of a build is not read');
  return {
    extension: 'pdf',
    batch: 3,
    make: (random) => (random.chance(0.1) ? damage(pdf, random) : changedPdf(objects, trailer, random)),
    run: async (input) => {
      const content = quickRead(input);
      if (!content) return 'left to pdf.js';
      const other = await readPdf(input).catch((error: Error) => error.message);
      must(isDeepStrictEqual(content, other), 'the quick reader reads something else than pdf.js');
      return isDeepStrictEqual(content, before) ? 'same' : 'changed';
    },
  };
}
