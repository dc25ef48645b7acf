import { readFileSync } from 'node:fs';
import module from 'node:module';
import { fileURLToPath } from 'node:url';
import { Script } from 'node:vm';
import type { main } from '../process.ts';
import type { warmUp } from '../warm-up.ts';
import { type Bundle, codeFile, readCode } from './code-cache.ts';

/** What src/cli/light.ts exports. */
interface Exports {
  readonly main: typeof main;
  readonly warmUp: typeof warmUp;
}

/** A program, loaded. */
export interface Program extends Exports {
  readonly script: Script;
  /** Where its compiled code is to be kept; undefined when it came from there, or there is no such place. */
  readonly keepIn: string | undefined;
}

/** The hashes of the bundles, put in by the build. */
declare const HASHES: Readonly<Record<Bundle, string>>;

/** Loads a bundle with the compiled code of an earlier run, where there is some. Undefined when the bundle is not there. */
export function loadProgram(bundle: Bundle, process: NodeJS.Process): Program | undefined {
  const path = fileURLToPath(new URL(`${bundle}.cjs`, import.meta.url));
  const source = readIfThere(path);
  if (source === undefined) return undefined;
  const file = codeFile(bundle, HASHES[bundle], process);
  const cachedData = file === undefined ? undefined : readCode(file);
  const script = new Script(source, { filename: path, ...(cachedData && { cachedData }) });
  const { main, warmUp }: Exports = script.runInThisContext()(module.createRequire(path), path);
  return { main, warmUp, script, keepIn: cachedData && !script.cachedDataRejected ? undefined : file };
}

function readIfThere(path: string): string | undefined {
  try {
    // The build sees to it that it is ASCII: so it is read fastest, and V8 keeps it in one byte a character.
    return readFileSync(path, 'latin1');
  } catch {
    return undefined;
  }
}
