import { relative, resolve } from 'node:path';
import { wrap } from '../../diagnostics/display-width.ts';
import type { Text } from '../../diagnostics/text.ts';
import { type EditedFile, saveEdited, textAfter } from '../../workspace/edited-file.ts';
import type { Context } from './context.ts';
import { writeData } from './io.ts';

/**
 * The folder that the paths of a patch start from: the working folder, or the first folder above it that contains all files,
 * because `git apply` refuses paths with `..`. Relative to the working folder; empty for the working folder itself.
 */
export function patchBase(files: readonly EditedFile[], cwd: string): string {
  const ups = files.map(({ input: { path } }) => (path === undefined ? '' : upwards(relative(cwd, path))));
  return ups.reduce((longest, one) => (one.length > longest.length ? one : longest), '');
}

/** The `../../` at the start of a path. */
const upwards = (path: string): string => /^(?:\.\.[/\\])*/.exec(path)?.[0].replaceAll('\\', '/') ?? '';

/** Says how to apply a patch whose paths do not start from the working folder. */
export function tellPatchBase(base: string, { progress }: Context): void {
  if (base === '') return;
  const folder = base.slice(0, -1);
  progress({
    zh: `补丁里的路径从 ${folder} 算起：用 git -C ${folder} apply 应用`,
    en: `The paths in the patch start from ${folder}: apply it with git -C ${folder} apply`,
  });
}

/** Prints the changes of a file as a patch: on a terminal for reading, otherwise byte by byte as `git apply` needs it. */
export async function printPatch(edited: EditedFile, { io, colorOf }: Context, base: string): Promise<void> {
  const { unifiedDiff } = await import('./patch.ts');
  const { input, before } = edited;
  const text = (before.mark ?? '') + before.text;
  const { path, name } = input;
  const file = path === undefined ? name : relative(resolve(io.cwd, base), path).replaceAll('\\', '/');
  const patch = unifiedDiff(file, text, textAfter(edited), colorOf(io.stdout));
  if (io.stdout.isTTY) io.stdout.write(patch);
  else writeData(io.stdout, patch);
}

/** Writes the file in its place; a report from standard input goes to standard output. */
export async function deliver(edited: EditedFile, { io }: Context): Promise<void> {
  io.signal.throwIfAborted();
  if (edited.input.path === undefined) writeData(io.stdout, textAfter(edited));
  else await saveEdited(edited);
}

/** Lists the changes under a heading; on standard error if standard output has the report itself. */
export function tellChanges({ input, changes }: EditedFile, heading: Text, { io, t, quiet }: Context): void {
  if (quiet || changes.length === 0) return;
  const output = input.path === undefined ? io.stderr : io.stdout;
  const lines = changes.flatMap(({ line, message }) =>
    wrap(t({ zh: `第 ${line} 行 ${message.zh}`, en: `line ${line} ${message.en}` }), output.columns - 4).map(
      (part, index) => (index === 0 ? '  ' : '    ') + part,
    ),
  );
  output.write(`${[t(heading), ...lines].join('\n')}\n`);
}
