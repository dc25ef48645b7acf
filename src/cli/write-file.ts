import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { UserError } from '../diagnostics/user-error.ts';

/** Writes a file whole or not at all: under a temporary name beside its place, then renamed. Makes its folder. */
export async function writeWhole(path: string, content: Uint8Array | string): Promise<void> {
  const temporary = join(dirname(path), `.${basename(path)}.${process.pid}.tmp`);
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(temporary, content, { flag: 'w' });
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined);
    throw notWritable(path, error);
  }
}

/** The UserError for a file that could not be written. */
export function notWritable(path: string, error: unknown): UserError {
  const code = (error as NodeJS.ErrnoException).code ?? String(error);
  const reason = REASONS[code] ?? { zh: code, en: code };
  return new UserError(
    { zh: `不能写 ${path}：${reason.zh}`, en: `${path} can not be written: ${reason.en}` },
    {
      zh: '用 -o 换一个文件夹，或者检查权限和磁盘空间',
      en: 'Choose another folder with -o, or check permissions and disk space',
    },
    { cause: error },
  );
}

const REASONS: Readonly<Record<string, { zh: string; en: string }>> = {
  EACCES: { zh: '没有权限', en: 'permission denied' },
  EPERM: { zh: '没有权限', en: 'permission denied' },
  EROFS: { zh: '这个磁盘是只读的', en: 'the disk is read-only' },
  ENOSPC: { zh: '磁盘已满', en: 'the disk is full' },
  ENOTDIR: { zh: '路径中间有一个文件，不是文件夹', en: 'a part of the path is a file, not a folder' },
  EEXIST: { zh: '路径中间有一个文件，不是文件夹', en: 'a part of the path is a file, not a folder' },
  EISDIR: { zh: '那里是一个文件夹', en: 'a folder stands there' },
};
