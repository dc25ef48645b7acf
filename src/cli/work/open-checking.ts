import { checkerOptions, openChecking as openHere } from '../../batch/open-checking.ts';
import type { Workshop } from '../../batch/workshop.ts';
import type { CheckFilesOptions } from '../../workspace/check-files.ts';
import type { Context } from '../output/context.ts';
import { askingFrom, type QueueFlags } from './queue-from.ts';

/** Opens a workshop that checks so many reports, here or with the workers of a queue. Throws a UserError. */
export async function openChecking(
  reports: number,
  flags: Pick<CheckFilesOptions, 'against' | 'prose'> & QueueFlags,
  withBaseline: boolean,
  context: Context,
): Promise<Workshop> {
  const asking = askingFrom(flags, context);
  if (!asking) return openHere(reports, flags, withBaseline, context.io);
  const { openQueueWorkshop } = await import('../../queue/queue-workshop.ts');
  return openQueueWorkshop({ checking: await checkerOptions(flags, context.io), withBaseline }, asking, context.io);
}
