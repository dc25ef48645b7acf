import module from 'node:module';
import { EXIT } from '../exit-codes.ts';
import type { main } from '../process.ts';
import { keepCode } from './keep-code.ts';
import LIGHT_COMMANDS from './light-commands.json' with { type: 'json' };
import { loadLight } from './light-program.ts';

/**
 * Loads the program that the command line needs and runs it: the light one where the first word names a light command,
 * `whole` for everything else. Never both.
 */
export async function start(process: NodeJS.Process, whole: () => Promise<{ main: typeof main }>): Promise<void> {
  const light = LIGHT_COMMANDS.includes(process.argv[2] ?? '') ? loadLight(process) : undefined;
  if (!light) keepModules();
  const program = light ?? (await whole());
  const code = await program.main(process);
  process.exitCode = code;
  if (!light?.keepIn || (code !== EXIT.ok && code !== EXIT.findings)) return;
  const { keepIn } = light;
  // When everything has been written and nothing is left to do.
  process.once('beforeExit', () => keepCode(light, keepIn));
}

/** Node 22.8 and later keep the compiled code of modules by themselves. */
const keepModules = (): void => (module as { enableCompileCache?: () => void }).enableCompileCache?.();
