/**
 * Lets the process handle what has happened meanwhile, such as Ctrl-C: reading and checking a file is one piece of work, and
 * signals are heard only between such pieces. Throws the signal's reason if it is aborted.
 */
export async function heard(signal: AbortSignal): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve));
  signal.throwIfAborted();
}
