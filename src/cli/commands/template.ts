import { cp, readdir, rm } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { wrap } from '../../diagnostics/display-width.ts';
import { shellWord } from '../../diagnostics/shell-word.ts';
import { UserError } from '../../diagnostics/user-error.ts';
import { packageFile } from '../../package/package-file.ts';
import type { Shape } from '../../render/template-data.ts';
import { command } from '../command.ts';
import type { Context } from '../output/context.ts';
import { EXIT } from '../output/exit-codes.ts';

export const template = command({
  name: 'template',
  args: '',
  summary: { zh: '取出官方模板，照着改成自己的', en: 'Copy the official template to make your own' },
  details: {
    zh: '不写选项，列出模板里可以用的名字。--eject 把官方模板复制到一个新文件夹；report build --template 用它，文件夹里有的文件代替官方的，没有的还用官方的，所以只留改过的文件就行。模板是 Handlebars 和 CSS，不能带脚本，不能引用别处的文件；名字写错，指出文件和行。退出码：0 完成，2 文件夹里已经有东西。',
    en: 'Without options, lists the names that a template can use. --eject copies the official template into a new folder; report build --template uses it. A file in your folder replaces the official file of the same name; files that are missing there are taken from the official template, so keep only the files you change. Templates are Handlebars and CSS. They cannot contain scripts or refer to files elsewhere; a wrong name is reported with file and line. Exit code: 0 done, 2 the folder is not empty.',
  },
  examples: [
    ['report template', { zh: '可以用的名字', en: 'the available names' }],
    ['report template --eject my-template', { zh: '取出来', en: 'copy the template' }],
    ['report build 2024.yaml --template my-template', { zh: '用它', en: 'build with it' }],
  ],
  options: {
    eject: {
      flags: '--eject <dir>',
      words: { zh: '把官方模板复制到这个新文件夹', en: 'copy the official template into this new folder' },
    },
  },
  async run(_, flags, context) {
    if (flags.eject !== undefined) await eject(flags.eject, context);
    else {
      const { TEMPLATE_DATA } = await import('../../render/template-data.ts');
      const { stdout } = context.io;
      stdout.write(`${namesIn(TEMPLATE_DATA, context.language === 'zh' ? 0 : 1, stdout.columns).join('\n')}\n`);
    }
    return EXIT.ok;
  },
});

/** Copies the official template into a new folder. Throws a UserError if the folder is not empty or cannot be written. */
async function eject(name: string, { io, progress }: Context): Promise<void> {
  const folder = resolve(io.cwd, name);
  const there = await readdir(folder).catch((error: NodeJS.ErrnoException) =>
    error.code === 'ENOENT' ? [] : undefined,
  );
  if (there === undefined || there.length > 0) {
    throw new UserError(
      { zh: `${name} 里已经有东西，没有动`, en: `${name} is not empty; nothing was written` },
      { zh: '换一个新的文件夹名', en: 'Choose a new folder name' },
    );
  }
  const { OFFICIAL } = await import('../../publish/tools.ts');
  const { notWritable } = await import('../../workspace/write-file.ts');
  const hint = { zh: '换一个能写的地方', en: 'Choose a folder that you can write to' };
  await cp(fileURLToPath(packageFile(OFFICIAL)), folder, { recursive: true }).catch(async (error: unknown) => {
    // The folder was empty or not there; without all of its files, it would be another template.
    for (const entry of await readdir(folder).catch(() => [])) await rm(join(folder, entry), { recursive: true });
    throw notWritable(name, error, hint);
  });
  const shown = relative(io.cwd, folder) || '.';
  progress({ zh: `→ ${shown}`, en: `→ ${shown}` });
  progress({
    zh: `删去不改的文件，它们还用官方的；report build FILE --template ${shellWord(shown)}`,
    en: `Delete the files you do not change: the official files are used instead; report build FILE --template ${shellWord(shown)}`,
  });
}

/** Every name with its meaning, indented below the name it belongs to; lists end with `[]`. */
function namesIn(shape: Shape, language: 0 | 1, columns: number, depth = 0): string[] {
  if (shape === 'text') return [];
  if ('each' in shape) return namesIn(shape.each, language, columns, depth);
  return Object.entries(shape.fields).flatMap(([name, field]) => {
    const isList = field[2] !== 'text' && 'each' in field[2];
    const own = `${'  '.repeat(depth)}${name}${isList ? '[]' : ''}`;
    const meaning = wrap(field[language], Math.max(20, columns - WIDTH - 1));
    return [
      ...meaning.map((line, index) => `${(index === 0 ? own : '').padEnd(WIDTH)} ${line}`),
      ...namesIn(field[2], language, columns, depth + 1),
    ];
  });
}

/** Columns of the longest name with its indent. */
const WIDTH = 26;
