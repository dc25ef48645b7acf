import { basename, isAbsolute, relative, resolve, sep } from 'node:path';
import { BASELINE_FILE } from '../../config/baseline.ts';
import type { Text } from '../../diagnostics/text.ts';
import { UserError } from '../../diagnostics/user-error.ts';
import { type Destination, destinationOf, identityOf, realPath } from '../../workspace/destination.ts';
import { displayName, findFiles, type Input } from '../../workspace/files.ts';
import { ELSEWHERE, notWritable } from '../../workspace/write-file.ts';
import { type ReporterTarget, sameOutput } from './reporter-target.ts';

/** Thrown before results are written over something else. Then nothing is written to that place, not even this error. */
export class Refused extends UserError {}

/** The files that a command line names, besides those of its reporters. */
export interface NamedFiles {
  readonly inputs: readonly Input[];
  readonly against?: string | undefined;
  readonly template?: string | undefined;
  readonly browser?: string | undefined;
}

/** Refuses to write results over the files of a run. */
export interface ReporterFiles {
  /** Throws `Refused` if results would be written to a file that was read or will be built, or to a link to one. */
  refuse(read: readonly string[], outputs: readonly string[]): void;
}

/**
 * Looks where the reporters write. Throws `Refused` before any work if one would overwrite an input, last year's report,
 * settings, a baseline, any YAML file, a template, or a link to one of them, or if two write to the same file.
 */
export async function openReporterFiles(
  targets: readonly ReporterTarget[] | undefined,
  named: NamedFiles,
  cwd: string,
): Promise<ReporterFiles> {
  const files = (targets ?? []).flatMap(({ name, file }) => (file === undefined ? [] : [{ name, file }]));
  if (files.length === 0) return { refuse: () => undefined };
  const places = files.map((one) => ({ ...one, to: placeOf(one.file, cwd) }));
  const refuse = (kept: readonly string[], why: Text) => {
    const identities = new Set(kept.map((path) => identityOf(resolve(cwd, path))));
    for (const place of places) if (identities.has(place.to.identity)) throw refused(place, why, cwd);
  };
  const { files: inputs } = await findFiles(
    [...named.inputs, ...(named.against === undefined ? [] : [named.against])],
    { cwd },
  );
  refuse(
    inputs.flatMap(({ path }) => path ?? []),
    IS_REPORT,
  );
  if (named.browser !== undefined) refuse([named.browser], IS_READ);
  for (const [index, place] of places.entries()) {
    const { name, file, to } = place;
    if (isProtected(resolve(cwd, file)) || isProtected(to.path)) throw refused(place, IS_SOURCE, cwd);
    if (named.template !== undefined && to.stats && isBelow(realPath(resolve(cwd, named.template)), to.path)) {
      throw refused(place, IS_READ, cwd);
    }
    const other = places.slice(0, index).find((one) => one.to.identity === to.identity && !isStream(to));
    if (other) throw sameOutput({ name: other.name, file }, name);
  }
  return {
    refuse: (read, outputs) => {
      refuse(outputs, IS_REPORT);
      refuse(read, IS_READ);
    },
  };
}

const isProtected = (path: string): boolean => /\.ya?ml$/iu.test(path) || basename(path) === BASELINE_FILE;

const isStream = ({ stats, descriptor }: Destination): boolean =>
  descriptor !== undefined || (stats !== undefined && !stats.isFile());

const isBelow = (folder: string, path: string): boolean => {
  const way = relative(folder, path);
  return way.split(sep)[0] !== '..' && !isAbsolute(way);
};

/** Throws `Refused` for a folder, a disk, a socket, a circle of links. Whether a file can be written shows when it is. */
function placeOf(file: string, cwd: string): Destination {
  const path = resolve(cwd, file);
  try {
    const to = destinationOf(path);
    const { stats, descriptor } = to;
    const isSocket = stats?.isSocket() && descriptor === undefined;
    if (!stats?.isDirectory() && !stats?.isBlockDevice() && !isSocket) return to;
    throw Object.assign(new Error(), { code: stats?.isDirectory() ? 'EISDIR' : 'ENXIO' });
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? '';
    if (!NEVER_A_FILE.has(code)) return { path, stats: undefined, identity: path };
    const { text, hint } = notWritable(file, error, ELSEWHERE);
    throw new Refused(text, hint, { cause: error });
  }
}

const NEVER_A_FILE = new Set(['EISDIR', 'ENXIO', 'ELOOP', 'EBADF']);

const OTHER_NAME: Text = { zh: '换一个文件名', en: 'Choose another file name for the results' };
const IS_REPORT: Text = { zh: '是报告或者它的成品', en: 'is a report or was built from one' };
const IS_READ: Text = { zh: '是这次运行要读的文件', en: 'is a file that this run reads' };
const IS_SOURCE: Text = {
  zh: '是 YAML 文件或者基线，写着报告、设置',
  en: 'is a YAML file or a baseline, which hold reports and settings',
};

function refused({ file, to }: { file: string; to: Destination }, why: Text, cwd: string): Refused {
  const end = to.path === resolve(cwd, file) ? '' : displayName(to.path, cwd);
  return new Refused(
    {
      zh: `${file}${end && `（也就是 ${end}）`} ${why.zh}，不能用来写结果`,
      en: `${file}${end && ` (that is, ${end})`} ${why.en}, so the results cannot be written to it`,
    },
    OTHER_NAME,
  );
}
