import { basename } from 'node:path';
import { type FailOn, fails } from '../diagnostics/result.ts';
import { FORMATS, isInternal } from '../render/formats.ts';
import type { CheckedFile } from '../workspace/check-files.ts';
import type { PrintingMachine } from './browser-on-demand.ts';
import { buildFormats } from './build-formats.ts';
import { anyNew, type CachedBuild, openCachedBuilds } from './cached-builds.ts';
import { formatsNamed } from './format-names.ts';
import { type Built, type BuiltFile, outputBase } from './outputs.ts';
import type { PageChoices } from './page.ts';
import { createTools, type ToolOptions } from './tools.ts';

/** Options for building reports. */
export interface PublishOptions extends Omit<ToolOptions, 'early' | 'printsOnce' | 'systemFonts'> {
  /** Names of formats; default `html` and `pdf`. */
  readonly formats?: readonly string[] | undefined;
  /** Also builds a report with errors, marked as a draft and with another file name. The sheet for sign-off is built anyway. */
  readonly draft?: boolean | undefined;
  /** Prefers the official document fonts installed on this machine. */
  readonly systemFonts?: boolean | undefined;
  /**
   * `false`: the files contain nothing of the report file but what is printed, so not its comments, its waivers and its name.
   * Default: `build.source` in the settings around the report, else `true`.
   */
  readonly source?: boolean | undefined;
  /** `false`: the generated files are not read back to compare them with the report. */
  readonly readBack?: boolean | undefined;
  /** The lowest severity that stops the build; default `error`. */
  readonly failOn?: FailOn | undefined;
  /**
   * `true`: files that an earlier build has made of exactly the same are taken from the user's cache folder, and new ones are kept
   * there. Default `false`. Never with `systemFonts`.
   */
  readonly cache?: boolean | undefined;
  /** The folder that the files will be written to; with `cache`, files that are right there already are not read from the cache. */
  readonly out?: string | undefined;
  /** Paths of reports that will be built. With `cache`, the browser starts at once only if one of them is new. */
  readonly expected?: readonly string[] | undefined;
  /** Only one report will be built, once. The browser closes as soon as that is printed. */
  readonly single?: boolean | undefined;
}

/** Builds reports with one browser, one set of templates and one PDF reader. */
export interface Publisher {
  /** Throws a UserError if the files cannot be built here: the browser or a font is missing, or a template has mistakes. */
  build(checked: CheckedFile): Promise<Built>;
  close(): Promise<void>;
}

/** A publisher whose cache can be asked without building. */
export interface CachingPublisher extends Publisher {
  /** The build of a report, if the cache has an entry for it. */
  cachedBuild(checked: CheckedFile): Promise<CachedBuild | undefined>;
  /** The finished files of such a build; undefined if they are gone or damaged. */
  take(build: CachedBuild): readonly BuiltFile[] | undefined;
}

/**
 * Opens a publisher. The browser and other slow parts start at once, unless the cache may have the files. The caller must close it.
 * Throws a UserError for an unknown format.
 */
export async function openPublisher(options: PublishOptions, machine: PrintingMachine): Promise<CachingPublisher> {
  const formats = formatsNamed(options.formats ?? ['html', 'pdf']);
  const reads = options.readBack !== false;
  const slow = {
    browser: formats.some((name) => FORMATS[name]?.needsBrowser),
    fonts: formats.some((name) => FORMATS[name]?.needsPage),
    // What is built is seldom read by its thread.
    pdfReader: false,
  };
  const isNew = !options.cache || anyNew(machine, options.expected);
  const early = isNew ? slow : undefined;
  const tools = await createTools({ ...options, printsOnce: printsOnce(formats, options), early }, machine);
  const cached = options.cache ? openCachedBuilds(formats, { ...options, reads }, machine, tools) : undefined;
  return {
    build: async (checked) => {
      const { diagnostics } = checked;
      const base = outputBase(checked, options.draft);
      const choices = choicesFor(checked, base, formats, options);
      if (!choices) return { base, files: [], diagnostics };
      const known = await cached?.buildOf(checked, choices, base);
      const files = known && cached?.take(known);
      if (files) return { base, files, diagnostics };
      await tools.start(slow);
      const made = await buildFormats(checked, choices, tools, reads);
      // Findings of the finished page are not kept, so such a report is built again.
      if (known && made.diagnostics.length === 0) cached?.keep(known, made.files);
      return { base, files: made.files, diagnostics: [...diagnostics, ...made.diagnostics] };
    },
    cachedBuild: async (checked) => {
      const base = outputBase(checked, options.draft);
      const choices = choicesFor(checked, base, formats, options);
      const known = choices && (await cached?.buildOf(checked, choices, base));
      return known && cached?.has(known) ? known : undefined;
    },
    take: (build) => cached?.take(build),
    close: async () => {
      cached?.close();
      await tools.close();
    },
  };
}

/** Whether the browser is needed only once, for one format. */
const printsOnce = (formats: readonly string[], { single = false }: PublishOptions): boolean =>
  single &&
  formats.filter((name) => FORMATS[name]?.needsBrowser).length === 1 &&
  // The charts of a Word document are drawn by the browser.
  !formats.includes('docx');

/** How a report is built; undefined if it is not. */
function choicesFor(
  checked: CheckedFile,
  base: string,
  formats: readonly string[],
  { failOn = 'error', draft, systemFonts, source }: PublishOptions,
): PageChoices | undefined {
  const isStopped = fails(checked, failOn) && !draft;
  const names = isStopped ? formats.filter(isInternal) : formats;
  if (!checked.report || names.length === 0) return undefined;
  const withSource = source ?? checked.settingsAround.config?.source ?? true;
  return {
    ...(draft && DRAFT),
    ...(systemFonts && SYSTEM_FONTS),
    formats: names,
    base: basename(base),
    ...(!withSource && WITHOUT_SOURCE),
  };
}

const DRAFT = { draft: true } as const;
const SYSTEM_FONTS = { systemFonts: true } as const;
const WITHOUT_SOURCE = { withoutSource: true } as const;
