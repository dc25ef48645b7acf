// A folder of published files as a superior office has it: mixed layouts and formats, some with a seeded fault.
import { LAYOUTS, makeFile, reportFor } from './index.ts';
import type { MadeFile } from './layout.ts';
import { fractions, type MadeReport } from './report.ts';
import { FAULT_KINDS, type Fault, withFault } from './seeded-faults.ts';

export interface OfficeFile extends MadeFile {
  readonly layout: string;
  readonly agency: string;
  readonly year: number;
  readonly fault?: Fault;
}

/** Layouts that an office would call a report: all but the answer of a program. */
const PUBLISHED = LAYOUTS.filter(({ format }) => format !== 'json');

/** `count` files of which `faulty` have a fault, the kinds in turn. The same seed gives the same files. */
export async function* officeFiles(count: number, faulty: number, seed: number): AsyncGenerator<OfficeFile> {
  const random = fractions(seed);
  const order = Array.from({ length: count }, (_, index) => [random(), index] as const).sort(
    ([one], [other]) => one - other,
  );
  const kinds = new Map(
    order.slice(0, faulty).map(([, index], place) => [index, FAULT_KINDS[place % FAULT_KINDS.length]]),
  );
  for (let index = 0; index < count; index++) {
    const layout = PUBLISHED[index % PUBLISHED.length];
    if (!layout) return;
    const own = seed * 10_000 + index;
    const kind = kinds.get(index);
    const sound = reportFor(layout, own);
    const { report, fault }: { report: MadeReport; fault?: Fault } = kind
      ? withFault(sound, kind, own)
      : { report: sound };
    const file = await makeFile(layout, own, report);
    const name = `${String(index + 1).padStart(3, '0')}-${report.agency}-${report.year}.${layout.format}`;
    yield { ...file, name, layout: layout.name, agency: report.agency, year: report.year, ...(fault && { fault }) };
  }
}
