import { basename, isAbsolute, relative, resolve, sep } from 'node:path';
import { BASELINE_FILE } from '../../config/baseline.ts';
import type { Text } from '../../diagnostics/text.ts';
import { UserError } from '../../diagnostics/user-error.ts';
import { type Destination, destinationOf, identityOf, realPath } from '../../workspace/destination.ts';
import { findFiles, type Input } from '../../workspace/files.ts';
import { notWritable } from '../../workspace/write-file.ts';
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
  /** Throws `Refused` if results would be written to one of these paths, or to a link to one. */
  refuse(kept: readonly string[]): void;
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
  for (const [index, { name, file, to }] of places.entries()) {
    if (isProtected(resolve(cwd, file)) || isProtected(to.path)) throw refused(file, IS_SOURCE);
    if (named.template !== undefined && to.stats && isBelow(realPath(resolve(cwd, named.template)), to.path)) {
      throw refused(file, IS_TEMPLATE);
    }
    const other = places.slice(0, index).find((one) => one.to.identity === to.identity && !isStream(to));
    if (other) throw sameOutput({ name: other.name, file }, name);
  }
  const refuse = (kept: readonly string[]) => {
    const identities = new Set(kept.map((path) => identityOf(resolve(cwd, path))));
    for (const { file, to } of places) if (identities.has(to.identity)) throw refused(file, IS_OURS);
  };
  const inputs = [...named.inputs, ...(named.against === undefined ? [] : [named.against])];
  const { files: found } = await findFiles(inputs, { cwd });
  refuse([...found.flatMap(({ path }) => path ?? []), ...(named.browser === undefined ? [] : [named.browser])]);
  return { refuse };
}

const isProtected = (path: string): boolean => /\.ya?ml$/iu.test(path) || basename(path) === BASELINE_FILE;

const isStream = ({ stats, descriptor }: Destination): boolean =>
  descriptor !== undefined || (stats !== undefined && !stats.isFile());

const isBelow = (folder: string, path: string): boolean => {
  const way = relative(folder, path);
  return way.split(sep)[0] !== '..' && !isAbsolute(way);
};

/** Throws `Refused` for a place that can't be written to: a folder, a disk, a socket, a circle of links. */
function placeOf(file: string, cwd: string): Destination {
  try {
    const to = destinationOf(resolve(cwd, file));
    const { stats, descriptor } = to;
    if (stats?.isDirectory()) throw Object.assign(new Error('folder'), { code: 'EISDIR' });
    if (stats?.isBlockDevice() || (stats?.isSocket() && descriptor === undefined))
      throw Object.assign(new Error('device'), { code: 'ENXIO' });
    return to;
  } catch (error) {
    const { text, hint } = notWritable(file, error, OTHER_NAME);
    throw new Refused(text, hint, { cause: error });
  }
}

const OTHER_NAME: Text = { zh: '换一个文件名', en: 'Choose another file name for the results' };
const IS_SOURCE: Text = {
  zh: '是 YAML 文件或者基线（或者指向它的链接）：那是报告、设置，不是写结果的地方',
  en: 'is a YAML file or a baseline, or a link to one: those are reports and settings',
};
const IS_TEMPLATE: Text = { zh: '是模板里的文件', en: 'is a file of the template' };
const IS_OURS: Text = {
  zh: '是报告、它的成品或者核对时用的文件（或者指向它们的链接）',
  en: 'is a report, was built from one, is used to check one, or is a link to such a file',
};

const refused = (file: string, why: Text): Refused =>
  new Refused(
    { zh: `${file} ${why.zh}，不能用来写结果`, en: `The results cannot be written to ${file}: it ${why.en}` },
    OTHER_NAME,
  );
