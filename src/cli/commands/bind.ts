import { type ProposedBinding, proposedBindings } from '../../check/proposed-bindings.ts';
import { replaceWords } from '../../edit/replace-words.ts';
import { locate } from '../../source/locate.ts';
import type { Source } from '../../source/parse.ts';
import type { CheckedFile } from '../../workspace/check-files.ts';
import type { InputFile } from '../../workspace/files.ts';
import { rewriteWhole } from '../../workspace/write-file.ts';
import { checkAndTell } from '../output/checked-files.ts';
import type { Context } from '../output/context.ts';
import { EXIT, type ExitCode, worst } from '../output/exit-codes.ts';

export interface BindOptions {
  readonly write?: boolean;
  readonly against?: string;
  readonly stdinFilename?: string;
}

/** `report bind FILES…`: numbers of the prose that agree with the report become bindings, as a patch or in the file. */
export async function bind(args: readonly string[], options: BindOptions, context: Context): Promise<ExitCode> {
  const { checked, code } = await checkAndTell(args, options, context);
  const codes: ExitCode[] = [];
  for (const one of checked) {
    context.io.signal.throwIfAborted();
    codes.push(await bindFile(one, options, context));
  }
  return worst([code, ...codes]);
}

async function bindFile({ report, previous, source, input }: CheckedFile, options: BindOptions, context: Context) {
  const { io, progress, colorOf, warn } = context;
  if (!report) {
    warn({
      zh: `${source.file} 读不出报告：report validate ${source.file} 说明哪里不对`,
      en: `${source.file} can not be read as a report: report validate ${source.file} says what is wrong`,
    });
    return EXIT.findings;
  }
  const proposed = proposedBindings({ report, previous: previous?.report });
  const { source: bound, made } = replaceWords(source, proposed);
  sayLeft(proposed.length - made.length, source, context);
  const { mark = '' } = source;
  if (made.length === 0) {
    progress({ zh: `${source.file}：没有可以改成引用的数`, en: `${source.file}: no number to bind` });
    if (options.write && input.path === undefined) io.stdout.write(mark + source.text);
  } else if (!options.write) {
    const { unifiedDiff } = await import('../output/patch.ts');
    io.stdout.write(unifiedDiff(input.name, mark + source.text, mark + bound.text, colorOf(io.stdout)));
    progress({
      zh: `${source.file}：${made.length} 处数可以改成引用；--write 写回文件`,
      en: `${source.file}: ${made.length} numbers can be bound; --write changes the file`,
    });
  } else await write(input, bound, made, context, mark);
  return EXIT.ok;
}

async function write(
  input: InputFile,
  bound: Source,
  made: readonly ProposedBinding[],
  context: Context,
  mark: string,
): Promise<void> {
  const { io, t, quiet } = context;
  if (input.path === undefined) io.stdout.write(mark + bound.text);
  else await rewriteWhole(input.path, input.name, mark + bound.text);
  if (quiet) return;
  const output = input.path === undefined ? io.stderr : io.stdout;
  const head = { zh: `${input.name}：改了 ${made.length} 处`, en: `${input.name}: ${made.length} numbers bound` };
  const lines = made.map(({ path, words, written }) => {
    const { line } = locate(bound, path);
    return t({ zh: `  第 ${line} 行起 ${words} → ${written}`, en: `  from line ${line} ${words} → ${written}` });
  });
  output.write(`${[t(head), ...lines].join('\n')}\n`);
}

/** Words that can not be found in the file as they stand in its data: escapes, folded lines, texts without quotes in braces. */
function sayLeft(count: number, { file }: Source, { warn }: Context): void {
  if (count === 0) return;
  warn({
    zh: `${file}：${count} 处没有改：那段正文的写法放不下双花括号，改用 | 块再试`,
    en: `${file}: ${count} left as they are: their text is written in a way that can not hold braces; use a block, |`,
  });
}
