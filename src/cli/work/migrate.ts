import { lstatSync } from 'node:fs';
import { resolve } from 'node:path';
import { shellWord } from '../../diagnostics/shell-word.ts';
import type { Text } from '../../diagnostics/text.ts';
import { UserError } from '../../diagnostics/user-error.ts';
import { type Migrated, migrate } from '../../edit/migrate.ts';
import { EDITIONS } from '../../form/editions.ts';
import type { FormDef } from '../../form/types.ts';
import type { Report } from '../../report/report.ts';
import { identityOf } from '../../workspace/destination.ts';
import { writeOutput } from '../../workspace/write-file.ts';
import { inputsOf } from '../output/checked-files.ts';
import type { Context } from '../output/context.ts';
import { migrationDocument } from '../output/diff/migration.ts';
import { diffText } from '../output/diff/text.ts';
import { EXIT, type ExitCode } from '../output/exit-codes.ts';
import { writeData } from '../output/io.ts';
import { oneReport } from '../output/one-report.ts';
import { schemaReference } from './edition-named.ts';

export interface MigrateOptions {
  readonly out?: string;
  readonly force?: boolean;
  readonly stdinFilename?: string;
}

/** `report migrate FILE`: lists what is carried over to the newest form, and writes the new report file. */
export async function migrateReport(
  args: readonly string[],
  { out, force = false, stdinFilename }: MigrateOptions,
  context: Context,
): Promise<ExitCode> {
  const { io, language, progress } = context;
  const [file, ...more] = args;
  if (file === undefined || more.length > 0) throw ONE_REPORT;
  const { source, report } = await oneReport(file, inputsOf([file], stdinFilename, io), () => ONE_REPORT, context);
  const form = EDITIONS[EDITIONS.length - 1] as FormDef;
  if (report.form.id === form.id) throw alreadyNew(file, form);
  const migrated = migrate(source, report, form);
  if (out !== undefined) await write(migrated, { out, force, file, mark: source.mark }, context);
  const document = migrationDocument(report, form, { migrated, file, out }, language);
  const stream = out === '-' ? io.stderr : io.stdout;
  stream.write(diffText(document, { language, color: context.colorOf(stream), columns: stream.columns }));
  if (out !== undefined && out !== '-') progress(nextStep(out, report, form));
  return EXIT.ok;
}

/** A file of a year of the older form can only be compared: with the first report of the newer form, or next year's. */
function nextStep(out: string, { year }: Report, { years }: FormDef): Text {
  const next =
    year !== undefined && year < years.from
      ? `report diff ${shellWord(out)} ${Math.max(year + 1, years.from)}.yaml`
      : `report validate ${shellWord(out)}`;
  return { zh: `写了 ${out}；下一步：${next}`, en: `Wrote ${out}; next: ${next}` };
}

interface Target {
  readonly out: string;
  readonly force: boolean;
  readonly file: string;
  readonly mark: string | undefined;
}

async function write(
  migrated: Migrated | undefined,
  { out, force, file, mark = '' }: Target,
  { io }: Context,
): Promise<void> {
  if (!migrated) throw notEditable(file);
  const path = out === '-' ? undefined : resolve(io.cwd, out);
  // A published file has no line for editors yet.
  const schema = schemaReference(path, migrated.report.form.id, io.cwd);
  const text = mark + migrated.text.replace(/^# yaml-language-server: \$schema=$/mu, (line) => line + schema);
  if (path === undefined) {
    writeData(io.stdout, text);
    return;
  }
  if (!/\.ya?ml$/iu.test(out)) throw notYaml(out);
  if (file !== '-' && identityOf(path) === identityOf(resolve(io.cwd, file))) throw isOriginal(out);
  if (!force && lstatSync(path, { throwIfNoEntry: false })) throw exists(out);
  await writeOutput(path, text);
}

const ONE_REPORT = new UserError(
  { zh: 'migrate 一次改一份报告', en: 'migrate takes one report' },
  { zh: '写成 report migrate FILE -o 新文件.yaml', en: 'Give one file: report migrate FILE -o new.yaml' },
);

const alreadyNew = (file: string, { id }: FormDef): UserError =>
  new UserError(
    { zh: `${file} 已经是 ${id} 年格式`, en: `${file} already uses the ${id} form` },
    { zh: '没有要改的', en: 'There is nothing to change' },
  );

const notEditable = (file: string): UserError =>
  new UserError(
    {
      zh: `${file} 的写法不能逐行改，没有写`,
      en: `${file} is written in a way that cannot be edited line by line; nothing was written`,
    },
    {
      zh: '不写 -o，照清单填进 report init 新建的报告',
      en: 'Omit -o, and enter what is listed in a report made by report init',
    },
  );

const notYaml = (out: string): UserError =>
  new UserError(
    { zh: `${out} 不是 .yaml 文件`, en: `${out} is not a .yaml file` },
    { zh: '-o 后面写一个 .yaml 文件', en: 'Give a .yaml file with -o' },
  );

const isOriginal = (out: string): UserError =>
  new UserError(
    { zh: `不能写 ${out}：它是要读的文件`, en: `${out} cannot be written: it is the file to read` },
    { zh: '用 -o 换一个名字', en: 'Choose another name with -o' },
  );

const exists = (out: string): UserError =>
  new UserError(
    { zh: `${out} 已经存在，没有写`, en: `${out} already exists; nothing was written` },
    {
      zh: '用 -o 换一个名字；要覆盖它，加 --force',
      en: 'Choose another name with -o; to replace the file, use --force',
    },
  );
