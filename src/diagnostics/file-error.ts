import type { Text } from './text.ts';
import { UserError } from './user-error.ts';

/** What an error of the file system means, by its code. */
const REASONS: Readonly<Record<string, Text>> = {
  EACCES: { zh: '没有权限', en: 'permission denied' },
  EPERM: { zh: '没有权限', en: 'permission denied' },
  EROFS: { zh: '这个磁盘是只读的', en: 'the disk is read-only' },
  ENOSPC: { zh: '磁盘已满', en: 'the disk is full' },
  EDQUOT: { zh: '磁盘配额已用完', en: 'the disk quota is used up' },
  EFBIG: { zh: '文件超过这个磁盘允许的大小', en: 'the file is larger than the disk allows' },
  ENAMETOOLONG: { zh: '文件名或路径太长', en: 'the file name or path is too long' },
  ENOENT: { zh: '文件或文件夹不存在', en: 'the file or folder does not exist' },
  ENOTDIR: { zh: '路径中间有一个文件，不是文件夹', en: 'a part of the path is a file, not a folder' },
  EEXIST: { zh: '路径中间有一个文件，不是文件夹', en: 'a part of the path is a file, not a folder' },
  EISDIR: { zh: '那里是一个文件夹', en: 'there is a folder with this name' },
  ELOOP: { zh: '符号链接绕成了一圈', en: 'the symbolic links form a loop' },
  ENXIO: {
    zh: '那里是管道、套接字或者设备，或者没有程序在读',
    en: 'it is a pipe, socket or device, or nothing reads it',
  },
  EBADF: { zh: '没有打开这个文件描述符', en: 'this file descriptor is not open' },
  EMFILE: { zh: '打开的文件太多', en: 'too many files are open' },
  ENFILE: { zh: '打开的文件太多', en: 'too many files are open' },
  EBUSY: { zh: '另一个程序正在使用它', en: 'another program is using it' },
  EIO: { zh: '磁盘读写出错', en: 'the disk reports an error' },
  ESTALE: { zh: '网络磁盘已断开', en: 'the network disk is no longer connected' },
};

/** The reason for an error of the file system; for an unknown one its code or its message. */
export function reasonOf(error: unknown): Text {
  const { code } = error as NodeJS.ErrnoException;
  const raw = code ?? (error instanceof Error ? error.message : String(error));
  return REASONS[raw] ?? { zh: raw, en: raw };
}

/** The UserError for a file that could not be read; `hint` says what the user can do. */
export function notReadable(name: string, error: unknown, hint: Text = PERMISSIONS): UserError {
  const reason = reasonOf(error);
  return new UserError({ zh: `不能读 ${name}：${reason.zh}`, en: `${name} cannot be read: ${reason.en}` }, hint, {
    cause: error,
  });
}

const PERMISSIONS: Text = { zh: '检查文件权限', en: 'Check the permissions of the file' };
