import { readFileSync } from 'node:fs';
import module from 'node:module';
import { fileURLToPath } from 'node:url';
import { Script } from 'node:vm';
import type { main } from '../process.ts';
import type { serve } from '../serve.ts';
import type { warmUp } from '../warm-up.ts';
import { codeFile, readCode } from './code-cache.ts';

/** The exports of src/cli/script.ts. */
interface Exports {
  readonly main: typeof main;
  readonly serve: typeof serve;
  readonly warmUp: typeof warmUp;
}

/** A loaded program. */
export interface Program extends Exports {
  readonly script: Script;
  /** The file for its compiled code; undefined if the code was read from there, or if there is no cache folder. */
  readonly keepIn: string | undefined;
}

/** `light` has the light commands, `whole` has all commands. */
type Bundle = 'light' | 'whole';

/** The hash of each bundle, inserted by the build. */
declare const HASHES: Readonly<Record<Bundle, string>>;

/** Loads a bundle, with the compiled code of an earlier run if there is any. */
export function loadProgram(bundle: Bundle, process: NodeJS.Process): Program {
  const path = fileURLToPath(new URL(`${bundle}.cjs`, import.meta.url));
  // The build writes the bundle in ASCII: this is the fastest to read, and V8 needs one byte per character.
  const source = readFileSync(path, 'latin1');
  const file = codeFile(HASHES[bundle], process);
  const cachedData = file === undefined ? undefined : readCode(file);
  const script = new Script(source, { filename: path, ...(cachedData && { cachedData }) });
  const { main, serve, warmUp }: Exports = script.runInThisContext()(module.createRequire(path), path);
  return { main, serve, warmUp, script, keepIn: cachedData && !script.cachedDataRejected ? undefined : file };
}
