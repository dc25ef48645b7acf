import { basename } from 'node:path';
import { type PageFault, PageFaults } from '../diagnostics/page-faults.ts';
import { type FailOn, fails } from '../diagnostics/result.ts';
import { timed } from '../diagnostics/timings.ts';
import type { ReadPdf, RenderInput } from '../render/format.ts';
import { FORMATS, isInternal } from '../render/formats.ts';
import type { CheckedFile } from '../workspace/check-files.ts';
import type { PrintingMachine } from './browser-on-demand.ts';
import { openBuildCache } from './build-cache.ts';
import { anyNew, type CachedBuild, cachedBuilds } from './cached-builds.ts';
import { formatsNamed } from './format-names.ts';
import { type Built, type BuiltFile, outputBase } from './outputs.ts';
import type { PageChoices } from './page.ts';
import { createTools, type ToolOptions, type Tools } from './tools.ts';

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
  const kept = options.cache ? openBuildCache(machine.env as NodeJS.ProcessEnv) : undefined;
  const isNew = !kept || anyNew(machine, options.expected);
  const printsOnce =
    options.single &&
    formats.filter((name) => FORMATS[name]?.needsBrowser).length === 1 &&
    // The charts of a Word document are drawn by the browser.
    !formats.includes('docx');
  const tools = await createTools({ ...options, printsOnce, early: isNew ? slow : undefined }, machine);
  const cached = kept && cachedBuilds(kept, formats, { ...options, reads }, machine, tools);
  const choices = { ...(options.draft && DRAFT), ...(options.systemFonts && SYSTEM_FONTS) };
  const choicesFor = (checked: CheckedFile, base: string): PageChoices | undefined => {
    const isStopped = fails(checked, options.failOn ?? 'error') && !options.draft;
    const names = isStopped ? formats.filter(isInternal) : formats;
    if (!checked.report || names.length === 0) return undefined;
    const withSource = options.source ?? checked.settingsAround.config?.source ?? true;
    return { ...choices, formats: names, base: basename(base), ...(!withSource && WITHOUT_SOURCE) };
  };
  return {
    build: async (checked) => {
      const { diagnostics } = checked;
      const base = outputBase(checked, options.draft);
      const own = choicesFor(checked, base);
      if (!own) return { base, files: [], diagnostics };
      const known = await cached?.buildOf(checked, own, base);
      const files = known && cached?.take(known);
      if (files) return { base, files, diagnostics };
      await tools.start(slow);
      const made = await buildReport(checked, own, tools, reads);
      // Findings of the finished page are not kept, so such a report is built again.
      if (known && made.diagnostics.length === 0) kept?.keep(known.name, made.files);
      return { base, files: made.files, diagnostics: [...diagnostics, ...made.diagnostics] };
    },
    cachedBuild: async (checked) => {
      const base = outputBase(checked, options.draft);
      const own = choicesFor(checked, base);
      const known = own && (await cached?.buildOf(checked, own, base));
      return known && kept?.has(known.name) ? known : undefined;
    },
    take: (build) => cached?.take(build),
    close: async () => {
      kept?.close();
      await tools.close();
    },
  };
}

const DRAFT = { draft: true } as const;
const SYSTEM_FONTS = { systemFonts: true } as const;
const WITHOUT_SOURCE = { withoutSource: true } as const;

async function buildReport(
  checked: CheckedFile,
  choices: PageChoices,
  tools: Tools,
  reads: boolean,
): Promise<Pick<Built, 'files' | 'diagnostics'>> {
  // Imported here, so that it loads while the browser starts.
  const { inputOf, pageOf, pageDiagnostics, reviewPageOf } = await import('./page.ts');
  const page = await timed('page', () => pageOf(checked, choices, tools));
  const { draft, formats } = choices;
  const input = await inputOf(page, tools);
  const readPdf = reads ? tools.readBuiltPdf : undefined;
  const isFaulty = page.diagnostics.length > 0 && !draft;
  const published = await render(isFaulty ? [] : formats.filter((name) => !isInternal(name)), input, readPdf);
  const found = [...page.diagnostics, ...pageDiagnostics(checked, published.faults)];
  const files = published.faults.length > 0 && !draft ? [] : published.files;
  const internal = formats.filter(isInternal);
  if (internal.length === 0) return { files, diagnostics: found };
  // Made last, because it has the findings of the finished page too.
  const review = await reviewPageOf(checked, found, page, tools);
  const own = await render(internal, { ...input, review }, readPdf);
  return { files: [...files, ...own.files], diagnostics: [...found, ...pageDiagnostics(checked, own.faults)] };
}

interface Rendered {
  readonly files: readonly BuiltFile[];
  /** Why the rest is missing. */
  readonly faults: readonly PageFault[];
}

/** Renders formats one after the other, up to the first that has faults. With `readPdf`, they are read back. */
async function render(names: readonly string[], input: RenderInput, readPdf: ReadPdf | undefined): Promise<Rendered> {
  const files: BuiltFile[] = [];
  const early = names.length > 1 ? await printing(names, input) : undefined;
  try {
    for (const name of names) {
      const format = FORMATS[name];
      if (!format) throw new Error(`no format ${name}`);
      const content = await (early?.name === name ? early.content : format.render(input));
      const faults = readPdf ? await timed('readBack', () => format.readBack(content, input, readPdf)) : [];
      if (faults.length > 0) throw new PageFaults(faults);
      files.push({ format: name, extension: format.extension, content });
    }
    return { files, faults: [] };
  } catch (error) {
    if (!(error instanceof PageFaults)) throw error;
    return { files, faults: error.faults };
  } finally {
    await early?.content.catch(() => undefined);
  }
}

/** Starts the first format that needs the browser, which then works while the formats before it are made and read back. */
async function printing(names: readonly string[], input: RenderInput) {
  const name = names.find((one) => FORMATS[one]?.needsBrowser);
  const content = name === undefined ? undefined : FORMATS[name]?.render(input);
  if (name === undefined || content === undefined) return undefined;
  // An error is told when it is the turn of the format.
  content.catch(() => undefined);
  // Until the page has been sent.
  await new Promise(setImmediate);
  return { name, content };
}
