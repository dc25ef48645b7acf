import { addAbortSignal } from 'node:stream';
import { run } from './main.ts';
import { EXIT } from './output/exit-codes.ts';
import type { IO, Output } from './output/io.ts';

/** Runs the command line in a process and returns the exit code. Ctrl-C aborts; a closed standard output is not an error. */
export async function main(process: NodeJS.Process): Promise<number> {
  const controller = new AbortController();
  const interrupt = () => controller.abort(new Error('interrupted'));
  process.once('SIGINT', interrupt);
  process.once('SIGTERM', interrupt);
  const io: IO = {
    stdout: outputOf(process.stdout),
    stderr: outputOf(process.stderr),
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
  process.off('SIGINT', interrupt);
  process.off('SIGTERM', interrupt);
  return code;
}

function workingFolder(process: NodeJS.Process): string {
  try {
    return process.cwd();
  } catch {
    process.stderr.write('当前文件夹已经不在了 / the working folder no longer exists\n');
    process.exit(EXIT.unable);
  }
}

function outputOf(stream: NodeJS.WriteStream): Output {
  // EPIPE: the reader has stopped reading (`report … | head`).
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') return;
    process.stderr.write(`不能写标准输出 / cannot write to standard output: ${error.code}\n`);
    process.exit(EXIT.unable);
  });
  return {
    write: (text) => void stream.write(text),
    isTTY: stream.isTTY ?? false,
    columns: stream.columns ?? 80,
  };
}
