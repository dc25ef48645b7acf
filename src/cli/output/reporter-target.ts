import { didYouMean } from '../../diagnostics/did-you-mean.ts';
import { UserError } from '../../diagnostics/user-error.ts';
import { REPORTERS, type ReporterName } from '../../reporters/index.ts';

/** One `--reporter NAME` or `--reporter NAME=FILE`. */
export interface ReporterTarget {
  readonly name: ReporterName;
  /** The file name as given on the command line; undefined for standard output. */
  readonly file: string | undefined;
}

/** Adds one `--reporter` to those `before` it. Throws a UserError for an unknown name, and if two write to the same output. */
export function addReporter(value: string, before: readonly ReporterTarget[] = []): ReporterTarget[] {
  const at = value.indexOf('=');
  const name = at < 0 ? value : value.slice(0, at);
  if (!isReporter(name)) throw unknownReporter(name);
  const file = at < 0 ? undefined : value.slice(at + 1);
  if (file === '') {
    throw new UserError(
      { zh: `--reporter ${value} 后面缺少文件名`, en: `--reporter ${value} needs a file name after =` },
      { zh: `例如 --reporter ${name}=out.${name}`, en: `For example: --reporter ${name}=out.${name}` },
    );
  }
  const other = before.find((one) => one.file === file);
  if (other) throw sameOutput(other, name);
  return [...before, { name, file }];
}

const isReporter = (name: string): name is ReporterName => Object.hasOwn(REPORTERS, name);

function unknownReporter(name: string): UserError {
  const known = Object.keys(REPORTERS);
  const meant = didYouMean(name, known);
  return new UserError(
    { zh: `没有“${name}”这种结果格式`, en: `There is no reporter "${name}"` },
    {
      zh: `${meant ? `是不是 ${meant}？` : ''}可以是：${known.join('、')}`,
      en: `${meant ? `Did you mean ${meant}? ` : ''}Reporters: ${known.join(', ')}`,
    },
  );
}

/** The UserError for two reporters that write to the same place. */
export function sameOutput({ name: first, file }: ReporterTarget, name: ReporterName): UserError {
  const place = file === undefined ? { zh: '标准输出', en: 'standard output' } : { zh: file, en: file };
  return new UserError(
    { zh: `${first} 和 ${name} 都要写到${place.zh}`, en: `${first} and ${name} cannot both be written to ${place.en}` },
    {
      zh: `其中一个写进文件：--reporter ${name}=out.${name}`,
      en: `Write one of them to another file: --reporter ${name}=out.${name}`,
    },
  );
}
