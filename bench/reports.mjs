// Writes a folder of made-up reports, all different and without findings, about 12 KB each:
//
//   node bench/reports.mjs FOLDER [COUNT] [--faulty PERCENT] [--from NUMBER]
//
// The same number always gives the same report. Prints the names of the files with a fault.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { load } from './layouts/load.mjs';

/** Writes the reports and returns their paths. */
export async function writeReports(folder, count, { faulty = 0, from = 0 } = {}) {
  const { reportFileOf } = await load('../reports/report-files.ts');
  mkdirSync(folder, { recursive: true });
  return Array.from({ length: count }, (_, index) => {
    const { name, text, fault } = reportFileOf(from + index, faulty);
    const path = join(folder, name);
    writeFileSync(path, text);
    return { path, fault };
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const options = { faulty: { type: 'string', default: '0' }, from: { type: 'string', default: '0' } };
  const { values, positionals } = parseArgs({ allowPositionals: true, options });
  const [folder, count = '200'] = positionals;
  if (!folder) throw new Error('name a folder');
  const files = await writeReports(folder, Number(count), { faulty: Number(values.faulty), from: Number(values.from) });
  for (const { path, fault } of files) if (fault) console.log(`${path}: ${fault}`);
}
