import { formatsNamed } from '../../publish/format-names.ts';
import { settingsFinder } from '../../workspace/settings-around.ts';
import { settingsOut } from '../../workspace/settings-out.ts';
import type { CheckCommandOptions } from '../output/checked-files.ts';
import type { Context } from '../output/context.ts';
import type { QueueFlags } from './queue-from.ts';

export interface BuildOptions extends CheckCommandOptions, QueueFlags {
  /** The output folder; `-` writes one format of one report to standard output. */
  readonly out: string;
  readonly formats: readonly string[];
  readonly draft?: boolean;
  readonly systemFonts?: boolean;
  readonly template?: string;
  readonly readBack?: boolean;
  readonly source?: boolean | undefined;
  readonly cache?: boolean;
}

/** The options from the command line. Missing ones come from the settings; the defaults are `out` and `html,pdf`. */
export type BuildFlags = Omit<BuildOptions, 'out' | 'formats'> & { readonly out?: string; readonly format?: string };

/** Adds the output folder and formats from the settings of the working folder, if the command line does not give them. */
export async function withSettings({ format, ...flags }: BuildFlags, { io, warn }: Context): Promise<BuildOptions> {
  const { config, configFolder, ignored } = await settingsFinder(io.cwd)(io.cwd);
  for (const one of ignored) warn(one);
  const named = config?.out !== undefined && configFolder !== undefined;
  const formats = formatsNamed(format?.split(',') ?? config?.formats ?? ['html', 'pdf']);
  // The settings around each report also apply; of two answers, the one that publishes less counts.
  const source = flags.source ?? (config?.source === false ? false : undefined);
  return { ...flags, out: flags.out ?? (named ? settingsOut(config.out, configFolder) : 'out'), formats, source };
}
