import { type CacheKind, type CacheUse, cacheContents, clearCache } from '../../cache/cache-contents.ts';
import { cacheFolder } from '../../cache/cache-folder.ts';
import { displayWidth } from '../../diagnostics/display-width.ts';
import type { Text } from '../../diagnostics/text.ts';
import { UserError } from '../../diagnostics/user-error.ts';
import { ELSEWHERE, notWritable } from '../../workspace/write-file.ts';
import type { Context } from '../output/context.ts';
import { EXIT, type ExitCode } from '../output/exit-codes.ts';

/** `report cache [clear]`: shows the cache folder and the size of each kind of files in it, after clearing it if asked for. */
export async function cache(
  action: string | undefined,
  { format }: { readonly format: 'text' | 'json' },
  context: Context,
): Promise<ExitCode> {
  const { io, progress } = context;
  if (action !== undefined && action !== 'clear') throw unknownAction(action);
  const folder = cacheFolder(io.env as NodeJS.ProcessEnv);
  if (action === 'clear') {
    try {
      clearCache(folder);
    } catch (error) {
      throw notWritable(folder, error, ELSEWHERE);
    }
    progress({ zh: '缓存已经清空；浏览器留着', en: 'The cache is cleared; the browser stays' });
  }
  const uses = cacheContents(folder);
  if (format === 'json') io.stdout.write(`${JSON.stringify({ folder, contents: uses }, undefined, 2)}\n`);
  else print(folder, uses, context);
  return EXIT.ok;
}

const NAMES: Readonly<Record<CacheKind, Text>> = {
  built: { zh: '生成过的报告', en: 'finished reports' },
  fonts: { zh: '字体子集', en: 'font subsets' },
  code: { zh: '编译过的程序', en: 'compiled code' },
  browser: { zh: '浏览器的文件', en: 'files of the browser' },
};

function print(folder: string, uses: readonly CacheUse[], { io, t }: Context): void {
  const rows = uses.map(({ kind, count, bytes }) => [t(NAMES[kind]), String(count), megabytes(bytes)] as const);
  const widest = (column: 0 | 1 | 2) => Math.max(...rows.map((row) => displayWidth(row[column])));
  const lines = rows.map(([name, count, size]) => {
    const gap = ' '.repeat(widest(0) - displayWidth(name));
    return `${name}${gap}  ${count.padStart(widest(1))}  ${size.padStart(widest(2))}`;
  });
  io.stdout.write(`${[t({ zh: folder, en: folder }), ...lines].join('\n')}\n`);
}

const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;

const unknownAction = (action: string): UserError =>
  new UserError(
    { zh: `report cache 不认识“${action}”`, en: `report cache does not know "${action}"` },
    { zh: '只写 report cache，或者 report cache clear', en: 'Run report cache, or report cache clear' },
  );
