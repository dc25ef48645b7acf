import { existsSync, realpathSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { UserError } from '../diagnostics/user-error.ts';

/**
 * The output folder that the settings in `folder` name, absolute. Throws a UserError if it is outside their folder, also
 * through a link: settings that came with a report must not overwrite files elsewhere.
 */
export function settingsOut(out: string, folder: string): string {
  const path = resolve(folder, out);
  const way = relative(realpathSync(folder), realPath(path));
  if (!isAbsolute(way) && way.split(sep)[0] !== '..') return path;
  throw new UserError(
    {
      zh: `report.config.yaml 里的 build.out（${out}）在设置文件的文件夹之外`,
      en: `build.out in report.config.yaml (${out}) is outside the folder of the settings`,
    },
    {
      zh: `写成里面的一个文件夹，例如 out: public；要写到外面，用命令行指定：-o ${path}`,
      en: `Name a folder inside it, for example out: public. To write elsewhere, say so on the command line: -o ${path}`,
    },
  );
}

/** The real path of a file or folder, of which the last parts may not exist yet. */
const realPath = (path: string): string =>
  existsSync(path) || dirname(path) === path ? realpathSync(path) : join(realPath(dirname(path)), basename(path));
