import { lstatSync, type Stats, statSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * True if a settings file above a report can be used: nobody could have written it who could not put one beside the report
 * too. Otherwise somebody could change the results of other people's reports, for example with a file in /tmp. Always true
 * on Windows, where permissions do not show this.
 */
export function isTrusted(path: string, reportFolder: string): boolean {
  if (process.getuid === undefined) return true;
  const folder = statSync(reportFolder, { throwIfNoEntry: false });
  // In a folder such as /tmp, everybody can add files, but not change those of others.
  const shared = folder !== undefined && (folder.mode & STICKY) === 0 ? folder : undefined;
  if (shared && dirname(path) === reportFolder) return true;
  const owners = [0, process.getuid(), folder?.uid];
  const [link, file] = [lstatSync, statSync].map((stat) => stat(path, { throwIfNoEntry: false }));
  // It has just been removed; reading it will tell.
  if (!link || !file) return true;
  return owners.includes(link.uid) && owners.includes(file.uid) && !othersCanWrite(file, shared);
}

const STICKY = 0o1000;
const GROUP = 0o020;
const EVERYBODY = 0o002;

function othersCanWrite({ mode, uid, gid }: Stats, folder: Stats | undefined): boolean {
  if ((mode & EVERYBODY) !== 0) return folder === undefined || (folder.mode & EVERYBODY) === 0;
  // Many systems give every user a group of their own, with the same number, and let it write.
  if ((mode & GROUP) === 0 || gid === uid) return false;
  return folder === undefined || folder.gid !== gid || (folder.mode & GROUP) === 0;
}
