import { check } from '../check/check.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { fixReport } from '../edit/fix.ts';
import { EDITIONS } from '../form/editions.ts';
import type { FormDef } from '../form/types.ts';
import type { Source } from '../source/parse.ts';
import type { EditedFile } from './edited-file.ts';
import type { Input, InputFile } from './files.ts';
import { type Machine, todayOf } from './machine.ts';
import { readReportFile } from './published-source.ts';
import { looksLikeReport } from './read-report.ts';
import { type Leftovers, readReports } from './read-reports.ts';

/** A report file in which everything certain is corrected. */
export interface FixedFile extends EditedFile {
  /** Findings that remain: only a person can say what the right numbers are. */
  readonly left: readonly Diagnostic[];
  /** All findings in the corrected file, without the comparison with last year's report and without settings. */
  readonly remaining: readonly Diagnostic[];
}

/** A file that cannot be read as a report, and why. */
export interface UnreadableFile {
  readonly input: InputFile;
  readonly source: Source;
  readonly diagnostics: readonly Diagnostic[];
}

export interface FixedFiles extends Leftovers {
  readonly fixed: readonly FixedFile[];
  readonly unreadable: readonly UnreadableFile[];
}

/** Corrects what is certain in reports. Nothing is written. Throws the signal's reason if it is aborted. */
export async function fixFiles(inputs: readonly Input[], machine: Machine): Promise<FixedFiles> {
  const today = todayOf(machine);
  type Result = FixedFile | UnreadableFile | NoReport;
  const { results, passedOver, problems } = await readReports<Result>(inputs, {}, machine, async (input) => {
    const source = await readReportFile(input);
    return input.found && !looksLikeReport(source) ? undefined : fixOne(input, source, today);
  });
  const named = results.filter((one) => one instanceof NoReport);
  return {
    fixed: results.filter((one) => 'left' in one),
    unreadable: results.filter((one) => 'diagnostics' in one),
    passedOver: [...passedOver, ...named.map(({ input }) => input)],
    problems,
  };
}

/** A named file that does not look like a report. `fix` changes files, so it must not change this one. */
class NoReport {
  constructor(readonly input: InputFile) {}
}

function fixOne(input: InputFile, before: Source, today: string): FixedFile | UnreadableFile | NoReport {
  if (before.findings.length === 0 && !looksLikeReport(before)) return new NoReport(input);
  const { source: after, changes } = fixReport(before);
  // A file that only can be read once it is mended may be something else than a report.
  if (after.data === undefined || !looksLikeReport(after))
    return { input, source: before, diagnostics: check(before).diagnostics };
  const remaining = check(after, { today }).diagnostics;
  return { input, before, after, changes, left: remaining.filter(isLeft), remaining };
}

const LEFT = new Set([
  'not-a-count',
  'not-a-row',
  ...EDITIONS.flatMap(({ identities }: FormDef) => identities.flatMap((one) => (one.definesLeft ? [one.rule] : []))),
]);

const isLeft = ({ rule, cause }: Diagnostic): boolean => LEFT.has(rule) && cause === undefined;
