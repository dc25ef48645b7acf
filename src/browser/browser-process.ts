import { type ChildProcess, spawn } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { atExit } from './temporary.ts';

/** How a browser ended. */
export interface Ending {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  /** It could not be started at all. */
  readonly error?: NodeJS.ErrnoException;
}

/** A browser that has been started and may have ended. */
export interface BrowserProcess {
  /** Takes commands, one JSON text each, ended by a NUL. */
  readonly commands: Writable;
  readonly answers: Readable;
  readonly ended: Promise<Ending>;
  /** The end of what it wrote to standard error. */
  lastWords(): string;
  /** Kills it with its children and waits until it is gone. */
  kill(): Promise<void>;
}

const LAST_WORDS = 8192;
/** A process that the kernel can't stop at the moment isn't waited for. */
const KILL_TAKES_AT_MOST = 5000;

/** Starts a browser; returns at once. */
export function startProcess(path: string, args: readonly string[], env: Record<string, string>): BrowserProcess {
  // Its own group on POSIX: Ctrl-C in the terminal reaches us alone, and its children can be killed with it.
  const detached = process.platform !== 'win32';
  const stdio = ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'] as const;
  const child = spawn(path, args, { env, detached, stdio: [...stdio], windowsHide: true });
  const forget = atExit(() => killTree(child));
  const ended = endingOf(child);
  ended.then(forget);
  const [, , errors, commands, answers] = child.stdio as [null, null, Readable, Writable, Readable];
  // A write to a browser that has just died fails; that it died is told by `ended`.
  for (const stream of [errors, commands, answers]) stream.on('error', () => undefined);
  let words = '';
  errors.setEncoding('utf8').on('data', (text: string) => {
    words = (words + text).slice(-LAST_WORDS);
  });
  return {
    commands,
    answers,
    ended,
    lastWords: () => words,
    async kill() {
      killTree(child);
      await Promise.race([ended, sleep(KILL_TAKES_AT_MOST, undefined, { ref: false })]);
    },
  };
}

function endingOf(child: ChildProcess): Promise<Ending> {
  return new Promise((resolve) => {
    child.once('error', (error) => {
      if (child.pid === undefined) resolve({ code: null, signal: null, error });
    });
    child.once('exit', (code, signal) => {
      // The last line of standard error may still be under way, and a child of its may hold the pipe open for good.
      const finish = () => resolve({ code, signal });
      child.once('close', finish);
      setTimeout(finish, 50).unref();
    });
  });
}

/** At once, without asking it to close: its profile is thrown away, and asking takes 30 ms. */
function killTree(child: ChildProcess): void {
  if (child.pid === undefined) return;
  try {
    if (process.platform === 'win32') child.kill('SIGKILL');
    else process.kill(-child.pid, 'SIGKILL');
  } catch {
    // It has gone already.
  }
}
