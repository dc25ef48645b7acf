// Parses all files of a folder with `yaml` alone, in two threads, and does nothing else with them.
// node bench/speed/parse-alone.mjs FOLDER
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isMainThread, Worker, workerData } from 'node:worker_threads';
import { parseDocument } from 'yaml';

const THREADS = 2;

if (isMainThread) {
  const folder = process.argv[2];
  const files = readdirSync(folder).map((name) => join(folder, name));
  for (let thread = 0; thread < THREADS; thread++)
    new Worker(new URL(import.meta.url), { workerData: files.filter((_, index) => index % THREADS === thread) });
} else {
  for (const file of workerData) {
    const { errors } = parseDocument(readFileSync(file, 'utf8'));
    if (errors.length > 0) throw errors[0];
  }
}
