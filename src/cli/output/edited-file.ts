import type { Text } from '../../diagnostics/text.ts';
import { type EditedFile, saveEdited, textAfter } from '../../workspace/edited-file.ts';
import type { Context } from './context.ts';
import { writeData } from './io.ts';

/** Prints the changes of a file as a patch: on a terminal for reading, otherwise byte by byte as `git apply` needs it. */
export async function printPatch(edited: EditedFile, { io, colorOf }: Context): Promise<void> {
  const { unifiedDiff } = await import('./patch.ts');
  const { input, before } = edited;
  const text = (before.mark ?? '') + before.text;
  const patch = unifiedDiff(input.name, text, textAfter(edited), colorOf(io.stdout));
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
  const lines = changes.map(({ line, message }) =>
    t({
      zh: `  第 ${line} 行 ${message.zh}`,
      en: `  line ${line} ${message.en}`,
    }),
  );
  output.write(`${[t(heading), ...lines].join('\n')}\n`);
}
