import { existsSync } from 'node:fs';
import { basename, dirname, join, resolve, sep } from 'node:path';
import type { CheckedReport } from '../../batch/checked-report.ts';
import type { FoundFiles, InputFile } from '../../workspace/files.ts';
import { CONFIG_FILE } from '../../workspace/settings-around.ts';
import { allIn, changedSince, isFolder, type Snapshot, snapshotOf } from './snapshot.ts';

/** All that decides what is built, as it was when it was read. */
export interface Watched {
  /** Called with the files of each build, and with those of its reports that were checked. */
  readonly found: (found: FoundFiles, out: string) => void;
  readonly checked: (checked: readonly CheckedReport[]) => void;
  /** All reports, as they were last checked. */
  readonly reports: () => readonly CheckedReport[];
  /** The output folder of the last build. */
  readonly out: () => string;
  /** The files and folders that are looked at. */
  readonly paths: () => readonly string[];
  /** Those that are not as they were when they were accepted: absolute paths. */
  readonly changed: () => string[];
  readonly accept: (changed: readonly string[]) => void;
  /** Whether a file has to be built again because of a change. */
  readonly usersOf: (changed: readonly string[]) => (file: InputFile) => boolean;
}

interface WatchedOptions {
  readonly against?: string | undefined;
  readonly template?: string | undefined;
}

/** Keeps track of the files that `args` and the options name, and of those that reports are read with. */
export function createWatched(args: readonly string[], { against, template }: WatchedOptions, cwd: string): Watched {
  const ofAll = [template, against].flatMap((path) => (path === undefined ? [] : [resolve(cwd, path)]));
  const named = args.map((arg) => searched(resolve(cwd, arg)));
  const reports = new Map<string, CheckedReport>();
  let files = new Set<string>();
  let out = '';
  let snapshot: Snapshot = new Map();
  const inOut = (path: string) => path === out || path.startsWith(out + sep);
  const look = () => {
    const listed = [...named.flatMap(searchedIn), ...ofAll.flatMap(contents)];
    const read = [...files, ...[...reports.values()].flatMap(({ filesRead }) => filesRead)];
    const wanted = new Set([
      ...listed.filter((path) => !inOut(path)),
      ...read,
      ...settingsAbove([cwd, ...[...files].map((path) => dirname(path))]),
    ]);
    // Others keep their stamps: what was saved during a build is a change.
    const fresh = snapshotOf([...wanted].filter((path) => !snapshot.has(path)));
    snapshot = new Map([...[...snapshot].filter(([path]) => wanted.has(path)), ...fresh]);
  };
  const reads = (path: string) => reports.get(path)?.filesRead ?? [path];
  return {
    found: (found, folder) => {
      files = new Set(found.files.flatMap(({ path }) => path ?? []));
      for (const path of reports.keys()) if (!files.has(path)) reports.delete(path);
      out = resolve(cwd, folder);
      look();
    },
    checked: (checked) => {
      for (const report of checked) if (report.input.path !== undefined) reports.set(report.input.path, report);
      look();
    },
    reports: () => [...reports.values()],
    out: () => out,
    // The file system is asked about settings that are not there now and then, but not told to watch the folders above.
    paths: () => [...snapshot.keys()].filter((path) => basename(path) !== CONFIG_FILE || existsSync(path)),
    changed: () => changedSince(snapshot),
    accept: (changed) => {
      snapshot = new Map([...snapshot, ...snapshotOf(changed)]);
    },
    usersOf: (changed) => {
      const before = new Set(files);
      const searching = new Set(named.flatMap(searchedIn));
      const known = new Set([...before].flatMap((path) => [path, ...reads(path)]));
      const isOfAll = (path: string) => basename(path) === CONFIG_FILE || !(known.has(path) || searching.has(path));
      if (changed.some(isOfAll)) return () => true;
      return ({ path = '' }) => !before.has(path) || [path, ...reads(path)].some((one) => changed.includes(one));
    },
  };
}

/** What a folder is searched for. */
const searchedIn = (path: string): string[] =>
  contents(path).filter((one) => one === path || /\.ya?ml$/u.test(one) || isFolder(one));

const contents = (path: string): string[] => (isFolder(path) ? allIn(path) : [path]);

/** The folder that is searched for a pattern, which is the part before its first wildcard; any other path as it is. */
function searched(path: string): string {
  if (existsSync(path)) return path;
  const parts = path.split(sep);
  const first = parts.findIndex((part) => /[*?[\]{}()!]/u.test(part));
  return first < 0 ? path : parts.slice(0, first).join(sep) || sep;
}

/** The settings in these folders and above, also those that are not there yet. */
function settingsAbove(starts: readonly string[]): string[] {
  const folders = new Set<string>();
  for (const start of starts) {
    for (let folder = start; !folders.has(folder); folder = dirname(folder)) folders.add(folder);
  }
  return [...folders].map((folder) => join(folder, CONFIG_FILE));
}
