import { readFileSync } from 'node:fs';
import module from 'node:module';
import { fileURLToPath } from 'node:url';
import { Script } from 'node:vm';
import type { main } from '../process.ts';
import type { warmUp } from '../warm-up.ts';
import { codeFile, readCode } from './code-cache.ts';

/** What src/cli/light.ts exports. */
interface LightExports {
  readonly main: typeof main;
  readonly warmUp: typeof warmUp;
}

/** The light program, loaded. */
export interface LightProgram extends LightExports {
  readonly script: Script;
  /** Where its compiled code is to be kept; undefined when it came from there, or there is no such place. */
  readonly keepIn: string | undefined;
}

/** The hash of dist/light.cjs, put in by the build. */
declare const LIGHT_HASH: string;

/** Loads dist/light.cjs with the compiled code of an earlier run, where there is some. Undefined when the bundle is not there. */
export function loadLight(process: NodeJS.Process): LightProgram | undefined {
  const path = fileURLToPath(new URL('light.cjs', import.meta.url));
  const source = readIfThere(path);
  if (source === undefined) return undefined;
  const file = codeFile(LIGHT_HASH, process);
  const cachedData = file === undefined ? undefined : readCode(file);
  const script = new Script(source, { filename: path, ...(cachedData && { cachedData }) });
  const { main, warmUp }: LightExports = script.runInThisContext()(module.createRequire(path), path);
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
