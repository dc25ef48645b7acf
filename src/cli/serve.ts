import type { MessagePort } from 'node:worker_threads';
import type { ThreadData } from '../batch/in-threads.ts';
import { COMMANDS } from './command-list.ts';

/** Does the work of a command in a thread. */
export async function serve(port: MessagePort, data: ThreadData): Promise<void> {
  const def = COMMANDS.find(({ name }) => name === data.command);
  if (!def?.serve) throw new Error(`${data.command} has no work for threads`);
  await def.serve(port, data);
}
