import { setMaxListeners } from 'node:events';
import { fstatSync, type Stats, statSync, writeFileSync } from 'node:fs';
import { devNull } from 'node:os';
import { addAbortSignal } from 'node:stream';
import { reasonOf } from '../diagnostics/file-error.ts';
import { run } from './main.ts';
import { EXIT } from './output/exit-codes.ts';
import type { IO, Output } from './output/io.ts';

/** The signals that end a run: Ctrl-C, `kill`, the terminal was closed. */
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Runs the command line in a process and returns the exit code. A signal aborts the run, and the exit code is then 128 plus
 * its number, as scripts expect; a second signal ends the process at once. A closed standard output is not an error.
 */
export async function main(process: NodeJS.Process): Promise<number> {
  const controller = new AbortController();
  // Each thread and each tab listens to it.
  setMaxListeners(0, controller.signal);
  let ending: number | undefined;
  const interrupt = (_: NodeJS.Signals, number: number) => {
    // `exit` still stops the browser and removes temporary folders; being killed would not.
    if (ending !== undefined) process.exit(ending);
    ending = 128 + number;
    controller.abort(new Error('interrupted'));
  };
  for (const signal of SIGNALS) process.on(signal, interrupt);
  const io: IO = {
    stdout: standardOutput(process, 'stdout', controller.signal),
    stderr: standardOutput(process, 'stderr', controller.signal),
    // Created only when read; most commands do not read it. An interrupt ends the wait for it.
    get stdin() {
      return addAbortSignal(controller.signal, process.stdin);
    },
    cwd: workingFolder(process),
    env: process.env,
    now: () => new Date(),
    signal: controller.signal,
  };
  const code = await run(process.argv.slice(2), io);
  for (const signal of SIGNALS) process.off(signal, interrupt);
  return code === EXIT.interrupted && ending !== undefined ? ending : code;
}

function workingFolder(process: NodeJS.Process): string {
  try {
    return process.cwd();
  } catch {
    process.stderr.write('当前文件夹已经不在了 / the working folder no longer exists\n');
    process.exit(EXIT.unable);
  }
}

/**
 * Standard output or error of a process. Its stream is created when it is needed, because Node takes 3 ms to load it; a
 * file needs none. What cannot be written ends the process, unless the reader has stopped reading.
 */
function standardOutput(process: NodeJS.Process, name: 'stdout' | 'stderr', interrupted: AbortSignal): Output {
  const descriptor = name === 'stdout' ? 1 : 2;
  const kind = kindOf(descriptor);
  const failed = (error: NodeJS.ErrnoException) => {
    // The reader has stopped reading (`report … | head`), or the terminal was closed.
    if (error.code === 'EPIPE' || interrupted.aborted) return;
    const { zh, en } = reasonOf(error);
    process.stderr.write(`不能写标准输出：${zh} / cannot write to standard output: ${en}\n`);
    process.exit(EXIT.unable);
  };
  let opened: NodeJS.WriteStream | undefined;
  const stream = () => {
    opened ??= process[name].on('error', failed);
    return opened;
  };
  const writeNow = (text: string | Uint8Array) => {
    try {
      writeFileSync(descriptor, text);
    } catch (error) {
      failed(error as NodeJS.ErrnoException);
    }
  };
  return {
    write: kind === 'file' ? writeNow : (text) => void stream().write(text),
    get isTTY() {
      return kind === 'other' && (stream().isTTY ?? false);
    },
    get columns() {
      return kind === 'other' ? (stream().columns ?? 0) : 0;
    },
  };
}

/** `other` may be a terminal. */
type Kind = 'file' | 'pipe' | 'other';

function kindOf(descriptor: number): Kind {
  try {
    const stats = fstatSync(descriptor);
    if (stats.isFile() || isNull(stats)) return 'file';
    return stats.isFIFO() || stats.isSocket() ? 'pipe' : 'other';
  } catch {
    return 'other';
  }
}

/** `> /dev/null` */
const isNull = (stats: Stats): boolean => stats.isCharacterDevice() && stats.rdev === statSync(devNull).rdev;
