import { join, resolve } from 'node:path';
import { BASELINE_FILE } from '../config/baseline.ts';
import { getIn } from '../report/access.ts';
import type { CheckedFile } from './check-files.ts';
import { CONFIG_FILE } from './settings-around.ts';

/** The absolute paths of the files that a check has read: the report, its settings, the baseline, last year's report. */
export function filesRead(
  {
    input,
    source,
    previous,
    settingsAround,
  }: Pick<CheckedFile, 'input' | 'source' | 'settingsAround'> & {
    readonly previous?: CheckedFile['previous'] | undefined;
  },
  cwd: string,
): string[] {
  const { configFolder, baselineFolder, folders } = settingsAround;
  const named = getIn(source.data, 'previous');
  return [
    ...(input.path === undefined ? [] : [input.path]),
    ...(previous ? [resolve(cwd, previous.source.file)] : []),
    // Also one that could not be read, or that --against replaces.
    ...(typeof named === 'string' ? [resolve(folders[0] ?? cwd, named)] : []),
    ...(configFolder === undefined ? [] : [join(configFolder, CONFIG_FILE)]),
    ...(baselineFolder === undefined ? [] : [join(baselineFolder, BASELINE_FILE)]),
  ];
}
