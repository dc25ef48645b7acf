import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { browserIdentity } from '../browser/identity.ts';
import { fontVersions } from '../fonts/versions.ts';
import { programHash } from '../package/program-hash.ts';
import { VERSION } from '../package/version.ts';
import { FORMATS, isInternal } from '../render/formats.ts';
import type { Report } from '../report/report.ts';
import type { CheckedFile } from '../workspace/check-files.ts';
import type { BrowserChoice, PrintingMachine } from './browser-on-demand.ts';
import type { PageChoices } from './page.ts';
import type { Tools } from './tools.ts';

/** What decides the bytes of finished files besides the report and `PageChoices`: the same for all reports of a run. */
export interface BuildGround {
  readonly program: string;
  readonly fonts: readonly unknown[];
  readonly browser: string | undefined;
  /** The hash of all template files. */
  readonly template: string;
  readonly epoch: number | undefined;
  /** Whether finished files are read back; what was not read back never counts as read back. */
  readonly reads: boolean;
}

/**
 * The ground of a run; undefined if it is not known, so that nothing can be cached: with fonts or a browser that can change
 * without notice.
 */
export async function buildGround(
  formats: readonly string[],
  options: {
    readonly browser?: string | undefined;
    readonly browserUrl?: string | undefined;
    readonly systemFonts?: boolean | undefined;
    readonly reads: boolean;
  },
  machine: PrintingMachine,
  tools: Pick<Tools, 'templates' | 'epoch'>,
): Promise<BuildGround | undefined> {
  const hash = programHash();
  if (hash === undefined || options.systemFonts) return undefined;
  const needsBrowser = formats.some((name) => FORMATS[name]?.needsBrowser);
  const browser = needsBrowser ? identityOf(options, machine) : undefined;
  if (needsBrowser && browser === undefined) return undefined;
  const { version, platform, arch } = process;
  const fonts = formats.some((name) => FORMATS[name]?.needsPage) ? fontsHere() : [];
  if (fonts === undefined) return undefined;
  return {
    program: [VERSION, hash, version, platform, arch].join('\n'),
    fonts,
    browser,
    template: (await tools.templates()).hashOfAll,
    epoch: tools.epoch,
    reads: options.reads,
  };
}

/** Which browser prints; undefined if that is not known. */
export const identityOf = (
  { browser, browserUrl }: Pick<BrowserChoice, 'browser' | 'browserUrl'>,
  machine: PrintingMachine,
): string | undefined =>
  machine.startBrowser
    ? machine.browserIdentity
    : browserIdentity({ browser, browserUrl, env: machine.env as NodeJS.ProcessEnv });

function fontsHere(): readonly unknown[] | undefined {
  try {
    return fontVersions();
  } catch {
    // The build tells the user which one is missing.
    return undefined;
  }
}

/**
 * The name of the finished files of a report: a hash of its text, then one of everything that decides their bytes. Today's date is
 * not among it, but the findings are where they are printed. Undefined for a report from a published file.
 */
export async function buildName(
  checked: CheckedFile,
  choices: PageChoices,
  ground: BuildGround,
): Promise<string | undefined> {
  const { source, report } = checked;
  if (source.published || !report) return undefined;
  const printed = {
    ground,
    choices,
    file: basename(source.file),
    text: source.text,
    data: dataOf(report),
    notes: choices.draft && (await import('./draft-notes.ts')).draftNotes(checked, !choices.withoutSource),
    review: choices.formats.some(isInternal)
      ? (await import('./review.ts')).reviewOf(checked, checked.diagnostics)
      : undefined,
  };
  return `${textHash(source.text)}-${sha256(JSON.stringify(printed))}`;
}

/** The hash of a report's text that begins the names of its builds. */
export const textHash = (text: string | Uint8Array): string => sha256(text).slice(0, 16);

/** All that a report is read from. It prints numbers of last year's report too. */
const dataOf = ({ data, previous }: Report): readonly unknown[] => [data, ...(previous ? dataOf(previous) : [])];

const sha256 = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex');
