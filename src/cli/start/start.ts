import { neverOptimiseWasm } from '../../fonts/never-optimise.ts';
import { EXIT } from '../output/exit-codes.ts';
import { keepCode } from './keep-code.ts';
import { loadProgram } from './load-program.ts';

/** The names of the commands that say `light: true`, put in by the build. */
declare const LIGHT: readonly string[];
const LIGHT_COMMANDS = [...LIGHT, 'help', '--help', '-h', '--version', '-V'];

/** Runs the light program where the first word names a light command, and the whole one for everything else. Never both. */
export async function start(process: NodeJS.Process): Promise<void> {
  const argv = process.argv.slice(2);
  const isLight = LIGHT_COMMANDS.includes(argv[0] ?? '');
  if (!isLight) neverOptimiseWasm();
  const program = loadProgram(isLight ? 'light' : 'whole', process);
  const code = await program.main(process);
  process.exitCode = code;
  const { keepIn } = program;
  if (!keepIn || !(isLight ? code === EXIT.ok || code === EXIT.findings : hasPrinted(argv, code))) return;
  // When everything has been written and nothing is left to do.
  process.once('beforeExit', () => keepCode(program, keepIn));
}

/** Only a build that has printed has most of the whole program's code compiled: that of another run would serve later ones badly. */
const hasPrinted = (argv: readonly string[], code: number): boolean =>
  argv[0] === 'build' && code === EXIT.ok && !/ (-h|--help)( |$)| --format[= ](?!\S*pdf)/.test(argv.join(' '));
