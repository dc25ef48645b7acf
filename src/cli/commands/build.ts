import { basename, resolve } from 'node:path';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { FileResult } from '../../diagnostics/result.ts';
import { UserError } from '../../diagnostics/user-error.ts';
import { preloadFonts } from '../../fonts/load.ts';
import { browserOnDemand } from '../../publish/browser-on-demand.ts';
import { createFontCache } from '../../publish/font-cache.ts';
import type { PdfReader } from '../../publish/pdf-reader.ts';
import type { Rendered, Renderer } from '../../publish/render-report.ts';
import { sourceDateEpoch } from '../../publish/source-date-epoch.ts';
import { FORMATS } from '../../render/formats.ts';
import type { CheckedFile } from '../../workspace/check-files.ts';
import { displayName } from '../../workspace/files.ts';
import { settingsFinder } from '../../workspace/settings-around.ts';
import { writeWhole } from '../../workspace/write-file.ts';
import { type CheckOptions, checkAndTell, fails, printResults } from '../output/checked-files.ts';
import type { Context } from '../output/context.ts';
import { EXIT, type ExitCode, worst } from '../output/exit-codes.ts';

export interface BuildOptions extends CheckOptions {
  /** Folder for the outputs; `-` writes one format of one report to standard output. */
  readonly out: string;
  /** Names of formats, separated by commas. */
  readonly format: string;
  readonly browser?: string;
  /** Writes a report with errors too, marked as a draft, under another name. */
  readonly draft?: boolean;
  /** Prefers the fonts of official documents where this machine has them. */
  readonly systemFonts?: boolean;
  /** A folder of own templates. */
  readonly template?: string;
  /** `false`: what was made is handed out without being read back. */
  readonly readBack?: boolean;
}

/** As given on the command line: what is left out, the settings say, or else `out` and `html,pdf`. */
export type BuildFlags = Omit<BuildOptions, 'out' | 'format'> & { readonly out?: string; readonly format?: string };

/**
 * `report build FILES…`: check, then write every format. Nothing is written for a report that `validate` would stop,
 * but with `--draft`; the exit code is the same.
 */
export async function build(args: readonly string[], flags: BuildFlags, context: Context): Promise<ExitCode> {
  const options = await withSettings(flags, context);
  const formats = formatsNamed(options.format);
  // The browser takes longest: it starts before anything else is even loaded. Then the fonts, 40 MB of them.
  const browser = browserOnDemand({ ...options, onProgress: context.progress }, context.io);
  if (formats.some((name) => FORMATS[name]?.needsBrowser)) await browser.start();
  const fonts = createFontCache(context.io.env);
  if (!fonts.isUsed && formats.some((name) => FORMATS[name]?.needsPage)) preloadFonts();
  const reader = options.readBack === false ? undefined : await startingReader(formats);
  try {
    const { checked, code } = await checkAndTell(args, options, context);
    if (checked.length === 0) return code;
    refuseClashes(checked, formats, options);
    const { createRenderer } = await import('../../publish/render-report.ts');
    const { signal, env } = context.io;
    const renderer = createRenderer({
      browser: browser.get,
      signal,
      epoch: sourceDateEpoch(env),
      fonts,
      template: options.template === undefined ? undefined : resolve(context.io.cwd, options.template),
      readPdf: reader && ((bytes) => reader.read(bytes)),
    });
    const results: FileResult[] = [];
    const codes: ExitCode[] = [code];
    for (const file of checked) {
      context.io.signal.throwIfAborted();
      const { result, code: own } = await buildOne(file, formats, { options, context, renderer });
      // What could not be built has been said on standard error.
      if (own !== EXIT.unable) results.push(result);
      codes.push(own);
    }
    if (results.length === 0) return worst(codes);
    return worst([...codes, await printResults(results, options, context)]);
  } finally {
    await Promise.all([browser.close(), reader?.close()]);
  }
}

/** The output folder and formats that the settings above the working folder name, where the command line does not. */
async function withSettings(flags: BuildFlags, { io }: Context): Promise<BuildOptions> {
  const { config, configFolder } = await settingsFinder(io.cwd)(io.cwd);
  const folder = config?.out === undefined || configFolder === undefined ? 'out' : resolve(configFolder, config.out);
  return { ...flags, out: flags.out ?? folder, format: flags.format ?? config?.formats?.join(',') ?? 'html,pdf' };
}

/** Names of formats -> the ones there are, in order. Throws a UserError for one there is not. */
function formatsNamed(list: string): string[] {
  const names = [...new Set(list.split(',').map((name) => name.trim()))].filter((name) => name !== '');
  const known = Object.keys(FORMATS);
  const unknown = names.find((name) => !Object.hasOwn(FORMATS, name));
  if (unknown === undefined && names.length > 0) return names;
  throw new UserError(
    { zh: `没有“${unknown ?? list}”这种格式`, en: `There is no format "${unknown ?? list}"` },
    { zh: `可以是：${known.join('、')}，用逗号隔开`, en: `Formats are ${known.join(', ')}, separated by commas` },
  );
}

/** Its library is loaded while the browser prints. */
async function startingReader(formats: readonly string[]): Promise<PdfReader> {
  const { startPdfReader } = await import('../../publish/pdf-reader.ts');
  return startPdfReader(formats.includes('pdf'));
}

/** Two reports that would be written to one file, or several to standard output: said before anything is written. */
function refuseClashes(checked: readonly CheckedFile[], formats: readonly string[], { out }: BuildOptions): void {
  if (out === '-' && checked.length * formats.length > 1) {
    throw new UserError(
      { zh: '-o - 只能写一份报告的一种格式', en: '-o - writes one format of one report' },
      {
        zh: '例如 report build 2024.yaml --format pdf -o - > 2024.pdf',
        en: 'Such as: report build 2024.yaml --format pdf -o - > 2024.pdf',
      },
    );
  }
  const byBase = new Map<string, string>();
  for (const { input } of checked) {
    const other = byBase.get(input.base);
    if (other !== undefined) {
      throw new UserError(
        {
          zh: `${other} 和 ${input.name} 会写到同一个文件 ${input.base}`,
          en: `${other} and ${input.name} would both be written to ${input.base}`,
        },
        { zh: '分两次生成，用 -o 分别给出文件夹', en: 'Build them apart, each with its own -o' },
      );
    }
    byBase.set(input.base, input.name);
  }
}

interface Workshop {
  readonly options: BuildOptions;
  readonly context: Context;
  readonly renderer: Renderer;
}

async function buildOne(
  file: CheckedFile,
  formats: readonly string[],
  shop: Workshop,
): Promise<{ result: FileResult; code: ExitCode }> {
  const { options, context } = shop;
  const { source, report, diagnostics, waived } = file;
  const result = (outputs: readonly string[], found: readonly Diagnostic[] = diagnostics): FileResult => ({
    file: source.file,
    text: source.text,
    diagnostics: found,
    waived,
    outputs,
  });
  if (!report || (fails(file, options.failOn) && !options.draft)) return { result: result([]), code: EXIT.ok };
  try {
    const base = outputBase(file, options);
    const { files, diagnostics: shown } = await shop.renderer(file, {
      formats,
      base: basename(base),
      ...(options.draft && { draft: true }),
      ...(options.systemFonts && { systemFonts: true }),
    });
    const found = [...diagnostics, ...shown];
    const done = result(await write(base, files, shop), found);
    if (options.draft && files.length > 0) sayDraft(done, options, context);
    return { result: done, code: EXIT.ok };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    context.fail(error);
    return { result: result([]), code: EXIT.unable };
  }
}

/** Where a report's files go below the output folder, without an ending: a draft never in the place of the final ones. */
const outputBase = ({ input }: CheckedFile, { draft }: BuildOptions): string =>
  draft ? `${input.base}.draft` : input.base;

function sayDraft(result: FileResult, { failOn }: BuildOptions, { warn, progress }: Context): void {
  const { file } = result;
  if (!fails(result, failOn)) {
    progress({ zh: `${file}：生成的是草稿`, en: `${file}: what was built is a draft` });
    return;
  }
  warn({
    zh: `${file}：按草稿生成，问题改好之前不能发布`,
    en: `${file}: built as a draft, not to be published before the findings are mended`,
  });
}

async function write(base: string, files: Rendered['files'], { options, context }: Workshop): Promise<string[]> {
  const { io } = context;
  if (options.out === '-') {
    for (const { content } of files) io.stdout.write(content);
    return [];
  }
  const written: string[] = [];
  for (const { extension, content } of files) {
    io.signal.throwIfAborted();
    const path = resolve(io.cwd, options.out, `${base}.${extension}`);
    await writeWhole(path, content);
    written.push(displayName(path, io.cwd));
  }
  return written;
}
