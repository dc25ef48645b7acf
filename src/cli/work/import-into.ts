import { plural } from '../../diagnostics/text.ts';
import { UserError } from '../../diagnostics/user-error.ts';
import { importFiles, type RefusedFile } from '../../workspace/import-files.ts';
import { type IntoFile, intoFile } from '../../workspace/into-file.ts';
import { checkAndTell, inputsOf } from '../output/checked-files.ts';
import type { Context } from '../output/context.ts';
import { deliver, patchBase, printPatch, tellChanges, tellPatchBase } from '../output/edited-file.ts';
import { EXIT, type ExitCode, worst } from '../output/exit-codes.ts';
import { unreadReport } from '../output/unread-report.ts';
import type { ImportOptions } from './import.ts';

export interface ImportIntoOptions extends ImportOptions {
  readonly into: string;
}

/** `report import --into REPORT WORKBOOK`: takes the numbers that were changed in a workbook into a report file, or prints them as a patch. */
export async function importInto(
  args: readonly string[],
  { into, dryRun = false, stdinFilename, ...others }: ImportIntoOptions,
  context: Context,
): Promise<ExitCode> {
  refuseOthers(into, others);
  const { io, fail } = context;
  const { imported, refused, problems } = await importFiles(inputsOf(args, stdinFilename, io), {}, io);
  for (const problem of problems) fail(problem);
  if (imported.length + refused.length + problems.length > 1) throw ONE_WORKBOOK;
  const [other] = refused;
  if (other) throw noWorkbook(other);
  const [workbook] = imported;
  if (!workbook) return EXIT.unable;
  const { checked, code } = await checkAndTell([into], {}, context);
  if (checked.length > 1) throw ONE_REPORT;
  const [one] = checked;
  if (!one) return worst([code, EXIT.findings]);
  if (!one.report || one.source.data === undefined) throw unreadReport(one.input.name, one);
  const taken = intoFile(one, one.report, workbook.reading);
  return worst([code, await finish(taken, dryRun, context)]);
}

async function finish(taken: IntoFile, dryRun: boolean, context: Context): Promise<ExitCode> {
  const { input, changes, told } = taken;
  for (const one of told) context.warn(one);
  const { name } = input;
  if (changes.length === 0) {
    context.progress({ zh: `${name}：没有改过的数`, en: `${name}: no number was changed` });
  } else if (dryRun) {
    const base = patchBase([taken], context.io.cwd);
    await printPatch(taken, context, base);
    tellPatchBase(base, context);
  } else {
    await deliver(taken, context);
    const count = changes.length;
    tellChanges(taken, { zh: `${name}：取回 ${count} 个数`, en: `${name}: ${plural(count, 'number')} taken` }, context);
  }
  return told.length > 0 || (dryRun && changes.length > 0) ? EXIT.findings : EXIT.ok;
}

/** Options that would be ignored are refused before anything is changed. */
function refuseOthers(into: string, { out, force, strict, reporter }: ImportOptions): void {
  const given = [
    out !== undefined && '-o',
    force && '--force',
    strict && '--strict',
    reporter === 'json' && '--reporter json',
  ].filter((one) => typeof one === 'string');
  if (given.length === 0) return;
  throw new UserError(
    {
      zh: `--into 直接改 ${into}，不能加 ${given.join('、')}；什么也没有改`,
      en: `--into changes ${into} itself and does not go with ${given.join(', ')}; nothing was changed`,
    },
    {
      zh: '先看会改什么，加 --dry-run；原来的要留着，先复制一份',
      en: 'Use --dry-run to see the changes first; to keep the report as it is, make a copy',
    },
  );
}

const noWorkbook = ({ input: { name }, refusal: { words } }: RefusedFile): UserError =>
  new UserError(
    {
      zh: `${name} 不是填数的表格文件：${words.zh}`,
      en: `${name} is no workbook with the numbers of a report: ${words.en}`,
    },
    {
      zh: '给出 report build --format xlsx 生成、同事填好的那个文件',
      en: 'Give the file that report build --format xlsx made and colleagues filled in',
    },
  );

const ONE_WORKBOOK = new UserError(
  { zh: '--into 一次取一个表格文件', en: '--into takes one workbook at a time' },
  { zh: '一个一个地取', en: 'Take one after the other' },
);
const ONE_REPORT = new UserError(
  { zh: '--into 后面写一份报告文件，不是文件夹', en: '--into takes one report file, not a folder' },
  { zh: 'report import --into 2024.yaml 表.xlsx', en: 'report import --into 2024.yaml tables.xlsx' },
);
