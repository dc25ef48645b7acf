import { type ChildProcess, spawn } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { atExit } from './temporary.ts';

/** The end of a browser process. */
export interface Ending {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  /** Set if the process could not be started. */
  readonly error?: NodeJS.ErrnoException;
}

/** A browser process that was started. It may have ended since. */
export interface BrowserProcess {
  /** Commands to the browser: JSON texts, each followed by a NUL. */
  readonly commands: Writable;
  readonly answers: Readable;
  readonly ended: Promise<Ending>;
  /** The last 8192 characters that it wrote to standard error. */
  lastWords(): string;
  /** Kills the process and its children and waits until it has ended, at most 5 seconds. */
  kill(): Promise<void>;
}

const LAST_WORDS = 8192;
/** Milliseconds. The kernel cannot always stop a process at once. */
const KILL_TAKES_AT_MOST = 5000;

/** Starts a browser and returns immediately. */
export function startProcess(path: string, args: readonly string[], env: Record<string, string>): BrowserProcess {
  // On POSIX it gets its own group, so that Ctrl-C only reaches this process, and kill() includes its children.
  const detached = process.platform !== 'win32';
  const stdio = ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'] as const;
  const child = spawn(path, args, { env, detached, stdio: [...stdio], windowsHide: true });
  const forget = atExit(() => killTree(child));
  const ended = endingOf(child);
  ended.then(forget);
  const [, , errors, commands, answers] = child.stdio as [null, null, Readable, Writable, Readable];
  // Writing to a browser that has just ended fails; `ended` already reports that.
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
      // The last line of standard error may arrive later, but a child process may also keep the pipe open forever.
      const finish = () => resolve({ code, signal });
      child.once('close', finish);
      setTimeout(finish, 50).unref();
    });
  });
}

/** Kills without asking the browser to close, which takes 30 ms: its profile is deleted anyway. */
function killTree(child: ChildProcess): void {
  if (child.pid === undefined) return;
  try {
    if (process.platform === 'win32') child.kill('SIGKILL');
    else process.kill(-child.pid, 'SIGKILL');
  } catch {
    // It has already ended.
  }
}
