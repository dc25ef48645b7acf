import { lstatSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { FORMATS } from '../render/formats.ts';
import type { CheckedFile } from '../workspace/check-files.ts';
import type { Machine } from '../workspace/machine.ts';
import type { PrintingMachine } from './browser-on-demand.ts';
import { openBuildCache } from './build-cache.ts';
import { type BuildGround, buildGround, buildName, textHash } from './build-name.ts';
import type { BuiltFile } from './outputs.ts';
import type { PageChoices } from './page.ts';
import type { Tools } from './tools.ts';

/** A build that the cache can have, as plain data. */
export interface CachedBuild {
  /** See `buildName`. */
  readonly name: string;
  readonly formats: readonly string[];
  /** The path of its files in the output folder, without an extension. */
  readonly base: string;
}

/** The cache of a run. */
export interface CachedBuilds {
  /** Undefined for a report that is never kept. */
  buildOf(checked: CheckedFile, choices: PageChoices, base: string): Promise<CachedBuild | undefined>;
  /** True if there is an entry; its files may be gone or damaged. */
  has(build: CachedBuild): boolean;
  /** The finished files of a build; undefined if they must be built. */
  take(build: CachedBuild): readonly BuiltFile[] | undefined;
  keep(build: CachedBuild, files: readonly BuiltFile[]): void;
  /** Removes what has not been used for longest, if there is too much. */
  close(): void;
}

interface CachedBuildOptions {
  readonly browser?: string | undefined;
  readonly systemFonts?: boolean | undefined;
  readonly reads: boolean;
  /** The output folder. */
  readonly out?: string | undefined;
}

/** Opens the cache of a run; undefined if this machine has no place for one. */
export function openCachedBuilds(
  formats: readonly string[],
  { out, ...options }: CachedBuildOptions,
  machine: PrintingMachine,
  tools: Tools,
): CachedBuilds | undefined {
  const cache = openBuildCache(machine.env as NodeJS.ProcessEnv);
  if (!cache) return undefined;
  let looking: Promise<BuildGround | undefined> | undefined;
  return {
    buildOf: async (checked, choices, base) => {
      looking ??= buildGround(formats, options, machine, tools);
      const ground = await looking;
      const name = ground && (await buildName(checked, choices, ground));
      return name === undefined ? undefined : { name, formats: choices.formats, base };
    },
    has: ({ name }) => cache.has(name),
    take: ({ name, formats: names, base }) => {
      const pathOf = (format: string) =>
        out === undefined ? undefined : resolve(machine.cwd, out, `${base}.${extensionOf(format)}`);
      return cache.find(name, names, pathOf)?.map(({ format, content }) => ({
        format,
        extension: extensionOf(format),
        // As built files have it: a Buffer behaves differently.
        content: new Uint8Array(content.buffer, content.byteOffset, content.length),
      }));
    },
    keep: ({ name }, files) => cache.keep(name, files),
    close: () => cache.close(),
  };
}

const extensionOf = (format: string): string => FORMATS[format]?.extension ?? format;

/** More reports are not looked at: their checking takes longer than the browser needs to start. */
const FEW = 4;
/** Bytes. A larger file is not looked at. */
const USUAL_SIZE = 1_000_000;

/**
 * True if it is certain that one of these reports was never built, or none at all: the browser will be needed. What is not a file is
 * not looked at. Never throws.
 */
export function anyNew({ cwd, env }: Pick<Machine, 'cwd' | 'env'>, reports: readonly string[] = []): boolean {
  const cache = openBuildCache(env as NodeJS.ProcessEnv);
  const texts = reports.length > FEW ? [] : reports.flatMap((name) => textIn(resolve(cwd, name)) ?? []);
  return cache === undefined || !cache.knows(texts.map(textHash));
}

function textIn(path: string): Uint8Array | undefined {
  try {
    const stats = lstatSync(path);
    if (!stats.isFile() || stats.size > USUAL_SIZE) return undefined;
    const bytes = readFileSync(path);
    return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes;
  } catch {
    return undefined;
  }
}
