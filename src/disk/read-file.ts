import { closeSync, constants, fstatSync, openSync, readSync, type Stats, statSync } from 'node:fs';
import { notReadable } from '../diagnostics/file-error.ts';
import type { Text } from '../diagnostics/text.ts';
import { UserError } from '../diagnostics/user-error.ts';

interface ReadOptions {
  /** What to do if the file cannot be read. */
  readonly hint?: Text | undefined;
  /** Reads from an open file, as `readSync`. */
  readonly read?: typeof readSync;
}

/**
 * Reads a file of at most `most` bytes; for a larger one, returns its size and reads nothing. `name` is the name to show.
 * Throws a UserError if it is a folder, pipe, socket or device, changes in the meantime, or cannot be read; never waits for one.
 */
export function readWholeFile(
  path: string,
  name: string,
  most: number,
  { hint, read = readSync }: ReadOptions = {},
): Buffer | number {
  try {
    // First by name: opening a pipe would already let its writer go on.
    refuseOther(statSync(path), name, hint);
    // Without O_NONBLOCK, opening a pipe that has taken the file's place would wait for a writer.
    const descriptor = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    try {
      return readOpen(descriptor, name, most, read);
    } finally {
      closeSync(descriptor);
    }
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw notReadable(name, error, hint);
  }
}

function readOpen(descriptor: number, name: string, most: number, read: typeof readSync): Buffer | number {
  const before = fstatSync(descriptor);
  refuseOther(before, name);
  if (before.size > most) return before.size;
  // One byte more, to notice a file that has grown.
  const bytes = Buffer.alloc(Math.max(before.size, SMALLEST) + 1);
  let size = 0;
  for (let count = -1; count !== 0 && size < bytes.length; size += count) {
    count = read(descriptor, bytes, size, bytes.length - size, null);
  }
  const after = fstatSync(descriptor);
  if (before.size !== after.size || before.mtimeMs !== after.mtimeMs) throw changed(name);
  return size > most ? size : bytes.subarray(0, size);
}

/** Files of the kernel have the size 0, but a content; this much of it is read. */
const SMALLEST = 64 * 1024;

function refuseOther(stats: Stats, name: string, given?: Text): void {
  if (stats.isFile()) return;
  const { kind, hint } = KINDS.find(({ is }) => is(stats)) ?? DEVICE;
  throw new UserError(
    { zh: `${name} 是${kind.zh}，不是文件，没有读`, en: `${name} is ${kind.en}, not a file, and was not read` },
    given ?? hint,
  );
}

const GIVE_A_FILE: Text = {
  zh: '给出文件；别的程序写出的报告，用 - 从标准输入读',
  en: 'Give a file; to check what another program writes, use - (standard input)',
};
const DEVICE = { kind: { zh: '设备', en: 'a device' }, hint: GIVE_A_FILE };
const KINDS: readonly { readonly is: (stats: Stats) => boolean; readonly kind: Text; readonly hint: Text }[] = [
  {
    is: (stats) => stats.isDirectory(),
    kind: { zh: '文件夹', en: 'a folder' },
    hint: { zh: '那里是一个文件夹；换一个名字，或者删去', en: 'There is a folder with this name: rename or delete it' },
  },
  { is: (stats) => stats.isFIFO(), kind: { zh: '管道', en: 'a pipe' }, hint: GIVE_A_FILE },
  { is: (stats) => stats.isSocket(), kind: { zh: '套接字', en: 'a socket' }, hint: GIVE_A_FILE },
];

const changed = (name: string): UserError =>
  new UserError(
    { zh: `${name} 在读的时候变了`, en: `${name} changed while it was being read` },
    { zh: '等它写完，再运行一次', en: 'Run the command again when the file is complete' },
  );
