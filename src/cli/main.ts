import { CommanderError } from 'commander';
import { shortened } from '../diagnostics/shortened.ts';
import { UserError } from '../diagnostics/user-error.ts';
import { visibleLine } from '../diagnostics/visible.ts';
import { VERSION } from '../package/version.ts';
import type { CommandDef } from './command.ts';
import { commanderMessage } from './commander-messages.ts';
import { createContext, languageOf } from './output/context.ts';
import { EXIT, type ExitCode } from './output/exit-codes.ts';
import { guarded, type IO } from './output/io.ts';
import { createProgram } from './program.ts';

/** In characters. */
const LONGEST_STACK = 5000;

/**
 * Runs the command line and returns the exit code: 1 for findings, 2 for a UserError, 130 if interrupted (but not a command that ends so), 70 for any other
 * error, which is a bug. `argv` is the arguments without the program name. Never throws.
 */
export async function run(argv: readonly string[], given: IO): Promise<number> {
  const io = guardedIO(given);
  const context = createContext(io, {}, languageOf(argv, io.env));
  let code: ExitCode = EXIT.ok;
  try {
    let isEnd = false;
    const done = (result: ExitCode, { endsInterrupted }: CommandDef) => {
      code = result;
      isEnd = endsInterrupted === true;
    };
    const program = createProgram(io, context.language, done, argv[0]);
    await program.parseAsync(argv as string[], { from: 'user' });
    return io.signal.aborted && !isEnd ? EXIT.interrupted : code;
  } catch (error) {
    if (io.signal.aborted) {
      context.warn({ zh: '已中断，没有留下写了一半的文件', en: 'Interrupted; no half-written file is left' });
      return EXIT.interrupted;
    }
    if (error instanceof CommanderError) {
      if (error.exitCode === 0) return EXIT.ok;
      // Without a command, the parser has already shown the help.
      if (error.code !== 'commander.help') context.fail(commanderMessage(error, argv));
      return EXIT.unable;
    }
    if (error instanceof UserError) {
      context.fail(error);
      return EXIT.unable;
    }
    io.stderr.write(bugReport(error, argv));
    return EXIT.bug;
  } finally {
    io.stderr.showBelow?.('');
  }
}

/** Descriptors are copied as they are, because standard input is created only when it is read. */
const guardedIO = (io: IO): IO =>
  Object.defineProperties({} as IO, {
    ...Object.getOwnPropertyDescriptors(io),
    stdout: { value: guarded(io.stdout), enumerable: true },
    stderr: { value: guarded(io.stderr), enumerable: true },
  });

function bugReport(error: unknown, argv: readonly string[]): string {
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return [
    '这是 report 自己的错误，不是报告的错误。请把下面的内容连同能重现它的报告（去掉不便公开的内容）发给维护者。',
    'This is a bug in the tool. Please send the text below to the maintainers, with a report that reproduces it (remove anything that is not public).',
    '',
    `report ${VERSION}, Node ${process.version}, ${process.platform} ${process.arch}`,
    visibleLine(shortened(withoutPasswords(`report ${argv.join(' ')}`))),
    ...withoutPasswords(stack).slice(0, LONGEST_STACK).split('\n').map(visibleLine),
    '',
  ].join('\n');
}

/** The same text without the passwords of addresses, such as that of a queue. */
const withoutPasswords = (text: string): string =>
  text.replace(/(:\/\/[^\s:@/]*):\S*@/gu, '$1:***@').replace(/([?&](?:password|token)=)[^&\s]*/giu, '$1***');
