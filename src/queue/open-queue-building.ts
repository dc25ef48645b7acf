import { resolve } from 'node:path';
import { checkerOptions } from '../batch/open-checking.ts';
import type { Publishing, Workshop } from '../batch/workshop.ts';
import { type Built, outputBase, writeBuilt } from '../publish/outputs.ts';
import { sourceDateEpoch } from '../publish/source-date-epoch.ts';
import { FORMATS } from '../render/formats.ts';
import { ownTemplate } from '../render/templates.ts';
import type { CheckFilesOptions } from '../workspace/check-files.ts';
import type { Machine } from '../workspace/machine.ts';
import type { SentTemplate } from './job.ts';
import { openQueueWorkshop } from './queue-workshop.ts';

/** As `openQueueWorkshop`, for a build. Also throws a UserError if the own template cannot be read. */
export async function openQueueBuilding(
  options: Publishing & Pick<CheckFilesOptions, 'against' | 'prose'>,
  asking: Parameters<typeof openQueueWorkshop>[1],
  machine: Machine & { readonly print: (content: Uint8Array) => void },
): Promise<Workshop> {
  const { formats, out, draft = false, systemFonts = false, readBack = true, failOn = 'error', ...rest } = options;
  const { template, source, against, prose } = rest;
  const orders = { checking: await checkerOptions({ against, prose }, machine), withBaseline: false };
  const epoch = sourceDateEpoch(machine.env);
  const job = {
    formats,
    draft,
    systemFonts,
    readBack,
    failOn,
    ...(source !== undefined && { source }),
    ...(epoch !== undefined && { epoch: String(epoch) }),
    ...(template !== undefined && { template: await templateIn(resolve(machine.cwd, template)) }),
  };
  return openQueueWorkshop(orders, asking, machine, {
    job,
    write: async (input, answered) => {
      const files = answered.map(({ format, content }) => ({
        format,
        extension: FORMATS[format]?.extension ?? format,
        content,
      }));
      const built: Built = { base: outputBase({ input }, draft), files, diagnostics: [] };
      if (out !== '-') return writeBuilt(built, out, machine);
      for (const { content } of files) machine.print(content);
      return { outputs: [], isUnchanged: false };
    },
  });
}

const templateIn = async (folder: string): Promise<SentTemplate> => ({
  folder,
  files: Object.fromEntries((await ownTemplate(folder)).own),
});
