import { join, resolve } from 'node:path';
import { UserError } from '../../diagnostics/user-error.ts';
import { findFiles } from '../../workspace/files.ts';
import type { Context } from '../output/context.ts';
import { EXIT, type ExitCode } from '../output/exit-codes.ts';
import { servePreview } from '../preview/server.ts';
import { createLook, type Shown } from '../preview/state.ts';
import { foldersOf, watchFolders } from '../watch/watch-folders.ts';

export interface PreviewFlags {
  readonly against?: string;
  readonly template?: string;
}

/**
 * `report preview FILE`: shows the report and its findings in the browser, updated whenever a file is saved. Ctrl-C stops
 * it.
 */
export async function preview(file: string, flags: PreviewFlags, context: Context): Promise<ExitCode> {
  const { io, progress } = context;
  const input = await oneFile(file, io.cwd);
  const template = flags.template === undefined ? undefined : resolve(io.cwd, flags.template);
  const look = createLook(file, { ...flags, ...(template !== undefined && { template }) }, context);
  const first = await look();
  const server = await servePreview(input.name, first, context);
  io.stdout.write(`${server.url}\n`);
  progress({
    zh: '在浏览器里打开上面的网址；保存报告、模板、上年的报告，网页跟着变。按 Ctrl-C 结束。',
    en: 'Open this address in a browser. The page is updated when you save the report, the template or last year’s report. Press Ctrl-C to stop.',
  });
  const own = template === undefined ? [] : [template, join(template, 'partials')];
  const against = flags.against ? [resolve(io.cwd, flags.against)] : [];
  const foldersFor = ({ files }: Shown): string[] => [
    ...foldersOf([input.path, ...against, ...files.map((one) => resolve(io.cwd, one))]),
    // A folder of reports, of which one may be added.
    ...against,
    ...own,
  ];
  let looking = Promise.resolve();
  const watcher = watchFolders(() => {
    looking = looking.then(async () => {
      const next = await look();
      // It may name another report of last year, and folders may have come or gone.
      watcher.watch(foldersFor(next));
      server.show(next);
    });
  });
  watcher.watch(foldersFor(first));
  await new Promise<void>((end) => {
    if (io.signal.aborted) end();
    io.signal.addEventListener('abort', () => end(), { once: true });
  });
  watcher.stop();
  await server.close();
  return EXIT.ok;
}

async function oneFile(file: string, cwd: string): Promise<{ name: string; path: string }> {
  const { files, problems } = await findFiles([file], { cwd });
  const [one, ...others] = files;
  if (problems[0]) throw problems[0];
  if (one?.path !== undefined && others.length === 0 && !one.found) return { name: one.name, path: one.path };
  throw new UserError(
    {
      zh: `预览只看一份报告，${file} 不是一个文件`,
      en: `A preview shows one report, but ${file} is not a single file`,
    },
    { zh: '例如 report preview 2024.yaml', en: 'For example: report preview 2024.yaml' },
  );
}
