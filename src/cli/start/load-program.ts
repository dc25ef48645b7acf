import { readFileSync } from 'node:fs';
import module from 'node:module';
import { fileURLToPath } from 'node:url';
import { Script } from 'node:vm';
import type { main } from '../process.ts';
import type { warmUp } from '../warm-up.ts';
import { codeFile, readCode } from './code-cache.ts';

/** What src/cli/script.ts exports. */
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

/** The bundles: the light commands, all commands. */
type Bundle = 'light' | 'whole';

/** Their hashes, put in by the build. */
declare const HASHES: Readonly<Record<Bundle, string>>;

/** Loads a bundle, with the compiled code of an earlier run where there is some. */
export function loadProgram(bundle: Bundle, process: NodeJS.Process): Program {
  const path = fileURLToPath(new URL(`${bundle}.cjs`, import.meta.url));
  // The build sees to it that it is ASCII: so it is read fastest, and V8 keeps it in one byte a character.
  const source = readFileSync(path, 'latin1');
  const file = codeFile(HASHES[bundle], process);
  const cachedData = file === undefined ? undefined : readCode(file);
  const script = new Script(source, { filename: path, ...(cachedData && { cachedData }) });
  const { main, warmUp }: Exports = script.runInThisContext()(module.createRequire(path), path);
  return { main, warmUp, script, keepIn: cachedData && !script.cachedDataRejected ? undefined : file };
}
