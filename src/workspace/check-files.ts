import { dirname, resolve } from 'node:path';
import { type Checked, check } from '../check/check.ts';
import { DEFAULT_SETTINGS, type Settings } from '../check/settings.ts';
import { knownOf } from '../config/baseline.ts';
import type { Source } from '../source/parse.ts';
import type { Input, InputFile } from './files.ts';
import type { Machine } from './machine.ts';
import { previousOf, readAgainst } from './previous.ts';
import { type Leftovers, readReports } from './read-reports.ts';
import { nameBelow, type SettingsAround, settingsFinder } from './settings-around.ts';

/** How reports are found and checked. */
export interface CheckFilesOptions {
  /** The output folder: reports are not looked for in it. */
  readonly out?: string | undefined;
  /** Last year's report, or a folder of them, instead of what the reports name themselves. */
  readonly against?: string | undefined;
  /** `strict`: what was not understood of the prose is a warning. */
  readonly prose?: 'strict' | 'usual' | undefined;
}

/** A report that was checked, with the file it came from. */
export interface CheckedFile extends Checked {
  readonly input: InputFile;
  readonly settingsAround: SettingsAround;
  /** What it was checked with. */
  readonly settings: Settings;
  /** Fingerprints of the findings that the baseline knows of it. */
  readonly known: readonly string[];
  /** `against` holds no report of the year before by this agency: the years were not compared. */
  readonly lacksPrevious: boolean;
}

/** Reports that were checked, in the order of their names, and what could not be. */
export interface CheckedFiles extends Leftovers {
  readonly checked: readonly CheckedFile[];
}

/**
 * Finds, reads and checks reports, each with what stands around it: settings, last year's report, today's date.
 * Throws a UserError where `against` can't be read, and what the signal was aborted with.
 */
export async function checkFiles(
  inputs: readonly Input[],
  options: CheckFilesOptions,
  machine: Machine,
): Promise<CheckedFiles> {
  const checkOne = await createChecker(options, machine);
  const { results, ...leftovers } = await readReports(inputs, options, machine, checkOne);
  return { checked: results, ...leftovers };
}

async function createChecker(
  { against, prose }: CheckFilesOptions,
  { cwd, now }: Machine,
): Promise<(input: InputFile, source: Source) => Promise<CheckedFile>> {
  const settingsOf = settingsFinder(cwd);
  const chosen = against === undefined ? undefined : await readAgainst(against, cwd);
  const today = dayOf(now());
  return async (input, source) => {
    const folder = dirname(resolve(cwd, input.path ?? input.name));
    const settingsAround = await settingsOf(folder);
    const previous = chosen ? chosen(source) : await previousOf(source, { folder, root: settingsAround.root }, cwd);
    const { settings: configured = DEFAULT_SETTINGS } = settingsAround.config ?? {};
    const settings = prose === 'strict' ? withStrictProse(configured) : configured;
    return {
      ...check(source, { ...(previous && { previous }), settings, today }),
      input,
      settingsAround,
      settings,
      known: knownFindings(source.file, settingsAround, cwd),
      lacksPrevious: chosen !== undefined && previous === undefined,
    };
  };
}

function knownFindings(file: string, { baseline, baselineFolder }: SettingsAround, cwd: string): readonly string[] {
  return baseline && baselineFolder !== undefined ? knownOf(baseline, nameBelow(baselineFolder, file, cwd)) : [];
}

/** What the settings say of the rule themselves stays. */
const withStrictProse = (settings: Settings): Settings => ({
  ...settings,
  severities: { 'prose-not-understood': 'warning', ...settings.severities },
});

/** The day where the command runs: `YYYY-MM-DD`. */
const dayOf = (now: Date): string =>
  [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
