import { neverOptimiseWasm } from '../../fonts/never-optimise.ts';
import { EXIT } from '../output/exit-codes.ts';
import { keepCode } from './keep-code.ts';
import { loadProgram } from './load-program.ts';

/** The names of the commands with `light: true`, inserted by the build. */
declare const LIGHT: readonly string[];
const LIGHT_COMMANDS = [...LIGHT, 'help', '--help', '-h', '--version', '-V'];

/** Runs the light program if the first argument is a light command, and the whole program otherwise. Never both. */
export async function start(process: NodeJS.Process): Promise<void> {
  const argv = process.argv.slice(2);
  const isLight = LIGHT_COMMANDS.includes(argv[0] ?? '');
  if (!isLight) {
    neverOptimiseWasm();
    keepCompiled();
  }
  let isAlone = true;
  process.once('worker', () => {
    isAlone = false;
  });
  const program = loadProgram(isLight ? 'light' : 'whole', process);
  const code = await program.main(process);
  process.exitCode = code;
  const { keepIn } = program;
  if (!keepIn || !(isLight ? code === EXIT.ok || code === EXIT.findings : isAlone && hasPrinted(argv, code))) return;
  // Only after all output is written and nothing is left to do.
  process.once('beforeExit', () => keepCode(program, keepIn));
}

/**
 * V8 forgets the code of functions that did not run for a while. A first run, which unpacks the browser, takes so long that a
 * third of the compiled code would be missing in what is kept.
 */
const keepCompiled = (): void => process.getBuiltinModule('node:v8').setFlagsFromString('--no-flush-bytecode');

/**
 * Only a build that printed a PDF has compiled most of the whole program; the code of other runs would be of little
 * use. With threads, the first of them keeps its code (`thread.ts`).
 */
const hasPrinted = (argv: readonly string[], code: number): boolean =>
  argv[0] === 'build' && code === EXIT.ok && !/ (-h|--help)( |$)| --format[= ](?!\S*pdf)/.test(argv.join(' '));
