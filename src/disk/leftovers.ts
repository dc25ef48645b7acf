import { lstatSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { hasGone, ownerTag } from './owner.ts';

/**
 * A new name for a temporary file or folder: nobody can guess it, and it names this process. It has the same length for
 * every file, so a file name of the greatest length can be written too.
 */
export const temporaryName = (): string => `${temporaryPrefix()}${randomPart()}`;

/** `temporaryName` without its random end, for `mkdtemp`. */
export const temporaryPrefix = (): string => `ogi-report-${ownerTag()}-`;

const randomPart = (): string => process.getBuiltinModule('node:crypto').randomBytes(8).toString('hex');

const OURS = /^\.?ogi-report-([0-9a-f]{8}-\d+)-\w+(?:\.tmp)?$/;

/**
 * Removes what killed processes left in a folder: files and folders with a temporary name that belong to this user and
 * whose process has ended. Two processes may do this at once. Never throws.
 */
export const removeLeftovers = (folder: string): void => removeNamed(folder, hasGone);

/** Removes what ended threads of this process left in a folder, where no other thread writes any more. Never throws. */
export const removeOwnLeftovers = (folder: string): void => removeNamed(folder, (tag) => tag === ownerTag());

function removeNamed(folder: string, isLeft: (tag: string) => boolean): void {
  for (const path of leftoversIn(folder, isLeft)) {
    try {
      if (isOwn(path)) rmSync(path, { recursive: true, force: true });
    } catch {
      // Another process has removed it, or it cannot be removed now: a later run tries again.
    }
  }
}

function leftoversIn(folder: string, isLeft: (tag: string) => boolean): string[] {
  try {
    const names = readdirSync(folder).filter((name) => isLeft(OURS.exec(name)?.[1] ?? ''));
    return names.map((name) => join(folder, name));
  } catch {
    return [];
  }
}

/** False for a link, and for a file of another user who chose such a name. */
function isOwn(path: string): boolean {
  const stats = lstatSync(path);
  return !stats.isSymbolicLink() && (process.getuid === undefined || stats.uid === process.getuid());
}
