import { shellWord } from '../../diagnostics/shell-word.ts';
import { plural } from '../../diagnostics/text.ts';
import { bindFile } from '../../workspace/bind-file.ts';
import type { CheckedFile } from '../../workspace/check-files.ts';
import { checkAndTell } from '../output/checked-files.ts';
import type { Context } from '../output/context.ts';
import { deliver, patchBase, printPatch, tellChanges, tellPatchBase } from '../output/edited-file.ts';
import { EXIT, type ExitCode, worst } from '../output/exit-codes.ts';

export interface BindOptions {
  readonly write?: boolean;
  readonly against?: string;
  readonly stdinFilename?: string;
}

/** `report bind FILES…`: replaces numbers in the prose that agree with the report with bindings, as a patch or in the file. */
export async function bind(args: readonly string[], options: BindOptions, context: Context): Promise<ExitCode> {
  const { checked, code } = await checkAndTell(args, options, context);
  const codes: ExitCode[] = [];
  for (const one of checked) {
    context.io.signal.throwIfAborted();
    codes.push(await bindOne(one, options, context));
  }
  return worst([code, ...codes]);
}

async function bindOne(checked: CheckedFile, { write }: BindOptions, context: Context): Promise<ExitCode> {
  const { progress, warn } = context;
  const { name, path } = checked.input;
  const bound = bindFile(checked);
  if (!bound) {
    warn({
      zh: `${name} 读不出报告：report validate ${shellWord(name)} 说明哪里不对`,
      en: `${name} cannot be read as a report: report validate ${shellWord(name)} shows what is wrong`,
    });
    return EXIT.findings;
  }
  const { changes, left } = bound;
  if (left > 0) {
    warn({
      zh: `${name}：${left} 处没有改：那段正文的写法放不下双花括号，改用 | 块再试`,
      en: `${name}: ${left} numbers not changed: the style of their YAML text does not allow double braces; use a block (|)`,
    });
  }
  if (changes.length === 0) {
    progress({ zh: `${name}：没有可以改成引用的数`, en: `${name}: no numbers to bind` });
    if (write && path === undefined) await deliver(bound, context);
  } else if (write) {
    await deliver(bound, context);
    tellChanges(
      bound,
      { zh: `${name}：改了 ${changes.length} 处`, en: `${name}: ${plural(changes.length, 'number')} bound` },
      context,
    );
  } else {
    const base = patchBase([bound], context.io.cwd);
    await printPatch(bound, context, base);
    tellPatchBase(base, context);
    progress({
      zh: `${name}：${changes.length} 处数可以改成引用；--write 写回文件`,
      en: `${name}: ${plural(changes.length, 'number')} can be bound; --write changes the file`,
    });
  }
  return EXIT.ok;
}
