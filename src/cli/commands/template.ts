import { cp, readdir } from 'node:fs/promises';
import { relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { UserError } from '../../diagnostics/user-error.ts';
import { packageFile } from '../../package/package-file.ts';
import { OFFICIAL } from '../../publish/tools.ts';
import { type Shape, TEMPLATE_DATA } from '../../render/template-data.ts';
import { notWritable } from '../../workspace/write-file.ts';
import type { Context } from '../output/context.ts';
import { EXIT, type ExitCode } from '../output/exit-codes.ts';

/** `report template`: the names that a template may use; with `eject` the official template as files. */
export async function template({ eject }: { readonly eject?: string }, context: Context): Promise<ExitCode> {
  if (eject === undefined) {
    context.io.stdout.write(`${namesIn(TEMPLATE_DATA, context.language === 'zh' ? 0 : 1).join('\n')}\n`);
    return EXIT.ok;
  }
  const folder = resolve(context.io.cwd, eject);
  const there = await readdir(folder).catch((error: NodeJS.ErrnoException) =>
    error.code === 'ENOENT' ? [] : undefined,
  );
  if (there === undefined || there.length > 0) {
    throw new UserError(
      { zh: `${eject} 里已经有东西，没有动`, en: `Something stands in ${eject}; nothing was written` },
      { zh: '换一个新的文件夹名', en: 'Name a new folder' },
    );
  }
  const hint = { zh: '换一个能写的地方', en: 'Name a place that can be written to' };
  await cp(fileURLToPath(packageFile(OFFICIAL)), folder, { recursive: true }).catch((error: unknown) => {
    throw notWritable(eject, error, hint);
  });
  const shown = relative(context.io.cwd, folder) || '.';
  context.progress({
    zh: `→ ${shown}\n删去不改的文件，它们还用官方的；report build FILE --template ${shown}`,
    en: `→ ${shown}\nRemove the files you do not change: ours are used for them; report build FILE --template ${shown}`,
  });
  return EXIT.ok;
}

/** Every name below the one it belongs to, a line each; `[]` stands behind lists. */
function namesIn(shape: Shape, language: 0 | 1, depth = 0): string[] {
  if (shape === 'text') return [];
  if ('each' in shape) return namesIn(shape.each, language, depth);
  return Object.entries(shape.fields).flatMap(([name, field]) => {
    const isList = field[2] !== 'text' && 'each' in field[2];
    const own = `${'  '.repeat(depth)}${name}${isList ? '[]' : ''}`;
    return [`${own.padEnd(WIDTH)} ${field[language]}`, ...namesIn(field[2], language, depth + 1)];
  });
}

/** The longest name with its indent. */
const WIDTH = 26;
