import { createHash } from 'node:crypto';
import { programHash } from '../package/program-hash.ts';
import { readReport } from '../report/report.ts';
import { type CheckedFile, checkPrepared, type PreparedFile } from '../workspace/check-files.ts';
import type { Machine } from '../workspace/machine.ts';
import { type BuildCache, openBuildCache } from './build-cache.ts';
import { textHash } from './build-name.ts';

/** Checks a report that was read. `today` is `YYYY-MM-DD`. */
type Check = (file: PreparedFile, today: string) => CheckedFile;

/** The check for a build with these options: with a cache, a report without findings is not checked twice. */
export function checkFor({ cache }: { readonly cache?: boolean | undefined }, env: Machine['env']): Check {
  const kept = cache ? openBuildCache(env as NodeJS.ProcessEnv) : undefined;
  return kept ? checkOnce(kept) : checkPrepared;
}

/**
 * A check that notes in the cache which reports have no finding and no waiver. Such a report is not checked again, as long as it, last
 * year's report, the settings, the day and the program are the same.
 */
export function checkOnce(cache: Pick<BuildCache, 'find' | 'keep'>): Check {
  const program = programHash();
  if (program === undefined) return checkPrepared;
  return (file, today) => {
    const mark = markFor(file, today, program);
    if (mark !== undefined && cache.find(mark, [], () => undefined)) return withoutFindings(file);
    const checked = checkPrepared(file, today);
    const isClean = checked.diagnostics.length + checked.waived.length + checked.waivers.length === 0;
    if (mark !== undefined && isClean) cache.keep(mark, []);
    return checked;
  };
}

/** A hash of everything that decides the findings; shorter than the name of an entry with files. Undefined for a published file. */
function markFor({ source, previous, settings }: PreparedFile, today: string, program: string): string | undefined {
  if (source.published || source.data === undefined) return undefined;
  const before = previous && 'source' in previous ? [previous.source.file, previous.source.text] : previous;
  const all = JSON.stringify([program, today, settings, source.file, source.text, before ?? null]);
  return `${textHash(source.text)}-${createHash('sha256').update(all).digest('hex').slice(0, 40)}`;
}

function withoutFindings({ source, previous: before, ...file }: PreparedFile): CheckedFile {
  const previous = before && 'source' in before ? before : undefined;
  const report = readReport(source.data, previous?.report);
  return { source, report, diagnostics: [], waived: [], waivers: [], ...(previous && { previous }), ...file };
}
