import { resolve } from 'node:path';
import { UserError } from '../diagnostics/user-error.ts';
import { FORMATS } from '../render/formats.ts';
import { identityOf } from '../workspace/destination.ts';
import { displayName, type InputFile } from '../workspace/files.ts';
import { outputBase } from './outputs.ts';

/** The paths that a report's files will be written to. */
export const outputPaths = (
  file: { readonly input: Pick<InputFile, 'base'> },
  { formats, draft, folder }: { formats: readonly string[]; draft: boolean | undefined; folder: string },
): string[] => formats.map((name) => resolve(folder, `${outputBase(file, draft)}.${FORMATS[name]?.extension ?? name}`));

/** Throws a UserError if an output would be written over a file that was read, or in place of a link to one. */
export function refuseOverwriting(
  checked: readonly { readonly filesRead: readonly string[] }[],
  outputs: readonly string[],
  cwd: string,
): void {
  const read = new Set(checked.flatMap(({ filesRead }) => filesRead).map(identityOf));
  const path = outputs.find((one) => read.has(identityOf(one)));
  if (path === undefined) return;
  const name = displayName(path, cwd);
  throw new UserError(
    {
      zh: `${name} 是报告或者核对时用的文件（或者指向它的链接），不能用来写成品`,
      en: `${name} is a report, a file used to check one, or a link to such a file: no output can be written to it`,
    },
    { zh: '用 -o 换一个文件夹', en: 'Choose another folder with -o' },
  );
}
