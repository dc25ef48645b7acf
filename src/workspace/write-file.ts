import { constants, lstatSync } from 'node:fs';
import { access, realpath, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { reasonOf } from '../diagnostics/file-error.ts';
import type { Text } from '../diagnostics/text.ts';
import { UserError } from '../diagnostics/user-error.ts';
import { makeFolder } from '../disk/make-folder.ts';
import { isPipe, writeThrough } from '../disk/write-through.ts';
import { writeWhole } from '../disk/write-whole.ts';
import { destinationOf } from './destination.ts';

/**
 * Writes a file, which is never half-written. Creates its folder. Never replaces a pipe or a device. Throws a UserError if it
 * cannot be written; it has the path or, if given, the `name`.
 */
export async function writeOutput(path: string, content: Uint8Array | string, name = path): Promise<void> {
  try {
    makeFolder(dirname(path));
    const there = lstatSync(path, { throwIfNoEntry: false });
    if (there && !there.isFile() && !there.isSymbolicLink() && !there.isDirectory()) throw withCode('ENXIO');
    writeWhole(path, content);
  } catch (error) {
    throw notWritable(name, error, OUTPUT_FOLDER);
  }
}

/**
 * Replaces an existing file, which is never half-written. Keeps its mode; a symbolic link is kept too. Does not replace a
 * read-only file, even if its folder is writable. Throws a UserError if it cannot be written.
 */
export async function rewrite(path: string, name: string, content: Uint8Array | string): Promise<void> {
  try {
    const target = await realpath(path);
    const there = await stat(target);
    await access(target, constants.W_OK);
    // For the superuser, `access` always succeeds.
    if ((there.mode & 0o222) === 0) throw withCode('EACCES');
    writeWhole(target, content, { like: there });
  } catch (error) {
    throw notWritable(name, error, PERMISSIONS);
  }
}

/**
 * Writes results where a person asked for them: into a file, which is never half-written and keeps its mode, or to a pipe or
 * device as it is. A symbolic link stays. Throws a UserError if that is not possible.
 */
export async function writeResult(
  path: string,
  name: string,
  content: string | Uint8Array,
  { stdout, stderr, signal }: Streams,
): Promise<void> {
  try {
    const { path: end, descriptor, stats } = destinationOf(path);
    const bytes = Buffer.from(content);
    if (descriptor === 1) stdout.write(bytes);
    else if (descriptor === 2) stderr.write(bytes);
    else if (descriptor !== undefined) await writeThrough(isPipe(descriptor) ? end : descriptor, bytes, signal);
    else if (stats?.isFIFO() || stats?.isCharacterDevice()) await writeThrough(end, bytes, signal);
    else {
      if (!stats) makeFolder(dirname(end));
      writeWhole(end, bytes, stats && { like: stats });
    }
  } catch (error) {
    if (signal.aborted) throw error;
    throw notWritable(name, error, ELSEWHERE);
  }
}

/** The streams of this process, which have other names below /dev. */
export interface Streams {
  readonly stdout: { write(bytes: Uint8Array): void };
  readonly stderr: { write(bytes: Uint8Array): void };
  readonly signal: AbortSignal;
}

const withCode = (code: string): Error => Object.assign(new Error(code), { code });

export const ELSEWHERE: Text = {
  zh: '换一个位置，或者检查权限和磁盘空间',
  en: 'Choose another folder, or check permissions and disk space',
};
const OUTPUT_FOLDER: Text = {
  zh: '用 -o 换一个文件夹，或者检查权限和磁盘空间',
  en: 'Choose another folder with -o, or check permissions and disk space',
};
const PERMISSIONS: Text = { zh: '检查权限和磁盘空间', en: 'Check permissions and disk space' };

/** The UserError for a file that could not be written; `hint` says what the user can do. */
export function notWritable(path: string, error: unknown, hint: Text): UserError {
  const reason = reasonOf(error);
  return new UserError({ zh: `不能写 ${path}：${reason.zh}`, en: `${path} cannot be written: ${reason.en}` }, hint, {
    cause: error,
  });
}
