import module from 'node:module';
import { neverOptimiseWasm } from '../../fonts/never-optimise.ts';
import { EXIT } from '../output/exit-codes.ts';
import type { main } from '../process.ts';
import { keepCode } from './keep-code.ts';
import { loadProgram, type Program } from './load-program.ts';

/** The names of the commands that say `light: true`, put in by the build. */
declare const LIGHT: readonly string[];
const LIGHT_COMMANDS = [...LIGHT, 'help', '--help', '-h', '--version', '-V'];

/**
 * Loads the program that the command line needs and runs it: the light one where the first word names a light command,
 * that of `build`, and `whole` for everything else. Never two of them.
 */
export async function start(process: NodeJS.Process, whole: () => Promise<{ main: typeof main }>): Promise<void> {
  const argv = process.argv.slice(2);
  const kept = programFor(argv[0] ?? '', process);
  if (!kept) keepModules();
  const program = kept ?? (await whole());
  const code = await program.main(process);
  process.exitCode = code;
  if (!kept?.keepIn || !(argv[0] === 'build' ? hasPrinted(argv, code) : code === EXIT.ok || code === EXIT.findings))
    return;
  const { keepIn } = kept;
  // When everything has been written and nothing is left to do.
  process.once('beforeExit', () => keepCode(kept, keepIn));
}

function programFor(word: string, process: NodeJS.Process): Program | undefined {
  if (LIGHT_COMMANDS.includes(word)) return loadProgram('light', process);
  if (word !== 'build') return undefined;
  neverOptimiseWasm();
  return loadProgram('build', process);
}

/** Only a build that has printed has all of its code compiled: that of an earlier end would serve the later runs badly. */
const hasPrinted = (argv: readonly string[], code: number): boolean =>
  code === EXIT.ok && !/ (-h|--help)( |$)| --format[= ](?!\S*pdf)/.test(argv.join(' '));

/** Node 22.8 and later keep the compiled code of modules by themselves. */
const keepModules = (): void => (module as { enableCompileCache?: () => void }).enableCompileCache?.();
