import { readFile } from 'node:fs/promises';
import { basename, dirname, relative, resolve, sep } from 'node:path';
import { shellWord } from '../../diagnostics/shell-word.ts';
import { plural, type Text } from '../../diagnostics/text.ts';
import { UserError } from '../../diagnostics/user-error.ts';
import { makeFolder } from '../../disk/make-folder.ts';
import { writeNew } from '../../disk/write-whole.ts';
import { editionForYear } from '../../form/editions.ts';
import { skeleton, type TakenOver } from '../../form/skeleton.ts';
import type { FormDef } from '../../form/types.ts';
import { packageFile } from '../../package/package-file.ts';
import { ELSEWHERE, notWritable } from '../../workspace/write-file.ts';
import type { Context } from '../output/context.ts';
import { EXIT, type ExitCode } from '../output/exit-codes.ts';
import { editionNamed, schemaFile } from './edition-named.ts';

export interface InitOptions {
  readonly form?: string;
  readonly year?: string;
  readonly name?: string;
  /** Last year's report. */
  readonly from?: string;
  /** Write a complete report instead of an empty one. */
  readonly example?: boolean;
}

const NO_NAME = new UserError(
  { zh: '没有写文件名', en: 'The file name is empty' },
  { zh: '例如 report init 2024.yaml', en: 'For example: report init 2024.yaml' },
);

/**
 * `report init FILE`: writes an empty report with comments; with `--from`, one based on last year's report; with
 * `--example`, a complete report. Never overwrites a file.
 */
export async function init(file: string, options: InitOptions, context: Context): Promise<ExitCode> {
  const { io } = context;
  if (file.trim() === '') throw NO_NAME;
  const path = resolve(io.cwd, file);
  const { text, written, next } = options.example
    ? await example(file, options, context)
    : await emptyReport(file, options, context);
  io.signal.throwIfAborted();
  try {
    makeFolder(dirname(path));
  } catch (error) {
    throw notWritable(file, error, ELSEWHERE);
  }
  try {
    writeNew(path, text);
  } catch (error) {
    throw (error as NodeJS.ErrnoException).code === 'EEXIST' ? exists(file) : notWritable(file, error, ELSEWHERE);
  }
  context.progress(written);
  context.progress({ zh: `  ${next}`, en: `  ${next}` });
  return EXIT.ok;
}

interface NewReport {
  readonly text: string;
  /** The message after it is written. */
  readonly written: Text;
  /** The command to use next, on a line of its own so that it can be copied. */
  readonly next: string;
}

async function emptyReport(file: string, options: InitOptions, context: Context): Promise<NewReport> {
  const { form, year, takenOver } = await startingPoint(file, options, context);
  const schema = schemaReference(file, form.id, context.io.cwd);
  return {
    text: skeleton(form, { year, name: options.name, schema, takenOver }),
    next: `report validate ${shellWord(file)}`,
    written: {
      zh: `已写好 ${file}（${form.id} 年格式${takenOver ? `，接 ${options.from}` : ''}）。填好之后核对：`,
      en: `Wrote ${file} (${form.id} form${takenOver ? `, based on ${options.from}` : ''}). Fill it in, then check it:`,
    },
  };
}

/** The examples of this package that need no other file, by edition of the form. */
const EXAMPLES: Readonly<Record<string, string>> = { '2021': 'wenzhou-hrss-2023.yaml', '2019': '2019-form.yaml' };

const ONLY_AN_EXAMPLE = new UserError(
  {
    zh: '--example 写出的是一份现成的报告，不能再写 --from、--year、--name',
    en: '--example writes a complete report; it cannot be used with --from, --year or --name',
  },
  { zh: '只写 --example，或者不写它', en: 'Use --example alone, or omit it' },
);

async function example(file: string, options: InitOptions, { io }: Context): Promise<NewReport> {
  const { from, year, name } = options;
  if ([from, year, name].some((option) => option !== undefined)) throw ONLY_AN_EXAMPLE;
  const { form } = formAndYear(file, options, io.now());
  const text = await readFile(packageFile(`examples/${EXAMPLES[form.id]}`), 'utf8');
  return {
    text: text.replace(/(?<=^# yaml-language-server: \$schema=).*/, () => schemaReference(file, form.id, io.cwd)),
    next: `report build ${shellWord(file)}`,
    written: {
      zh: `已写好 ${file}，一份完整的报告（${form.id} 年格式）。生成网页和 PDF：`,
      en: `Wrote ${file}, a complete report (${form.id} form). To build the HTML and PDF:`,
    },
  };
}

interface StartingPoint {
  readonly form: FormDef;
  readonly year: number;
  readonly takenOver?: TakenOver;
}

async function startingPoint(file: string, options: InitOptions, context: Context): Promise<StartingPoint> {
  const { io } = context;
  const { from } = options;
  if (from === undefined) return formAndYear(file, options, io.now());
  const { nextYear, readLastYear, takenOver } = await import('../../workspace/next-year.ts');
  const last = await readLastYear(from, io.cwd);
  if (last.errors > 0) {
    context.warn({
      zh: `${from} 有 ${last.errors} 个错误，只取其中能确定的；先核对：report validate ${shellWord(from)}`,
      en: `${from} has ${plural(last.errors, 'error')}; only what is certain is copied. Check it first: report validate ${shellWord(from)}`,
    });
  }
  const year = nextYear(from, last, options.year);
  const place = formAndYear(file, year === undefined ? options : { ...options, year }, io.now());
  const named = yearIn(file);
  if (named !== undefined && named !== place.year) {
    context.warn({
      zh: `文件名里是 ${named} 年，报告写的是 ${place.year} 年（${from} 的下一年）`,
      en: `The file name has the year ${named}, but the report is for ${place.year}, the year after ${from}`,
    });
  }
  return {
    ...place,
    takenOver: takenOver(last, { path: resolve(io.cwd, file), form: place.form, name: options.name }),
  };
}

/** The form and year of the new report. The year determines the form; `--form` determines the year only if no year is given. */
function formAndYear(file: string, options: InitOptions, now: Date): { form: FormDef; year: number } {
  const named = options.form === undefined ? undefined : editionNamed(options.form);
  const asked = yearNamed(options.year) ?? yearIn(file);
  const year = asked ?? named?.years.to ?? now.getFullYear() - 1;
  const form = editionForYear(year) ?? editionNamed(undefined);
  if (named && named.id !== form.id) {
    throw new UserError(
      {
        zh: `${year} 年的报告用 ${form.id} 年格式，不是 ${named.id} 年格式`,
        en: `A report for ${year} uses the ${form.id} form, not the ${named.id} form`,
      },
      { zh: '不写 --form，由年度决定', en: 'Omit --form: the year determines the form' },
    );
  }
  return { form, year };
}

function yearNamed(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (/^20[0-9]{2}$/.test(text) && editionForYear(Number(text))) return Number(text);
  throw new UserError(
    { zh: `没有“${text}”年的年报格式`, en: `There is no form for the year "${text}"` },
    {
      zh: '现行格式从 2019 年度开始，例如 --year 2024',
      en: 'Years start at 2019; for example: --year 2024',
    },
  );
}

const exists = (file: string): UserError =>
  new UserError(
    { zh: `${file} 已经存在，没有改动`, en: `${file} already exists and was not changed` },
    { zh: '换一个文件名', en: 'Choose another file name' },
  );

/** The year in a file name, such as 2024.yaml or jiaoyuju-2024.yaml; undefined without one. */
function yearIn(file: string): number | undefined {
  const year = Number(/(?<![0-9])20[0-9]{2}(?![0-9])/.exec(basename(file))?.[0]);
  return editionForYear(year) && year;
}

/** The path of the installed schema for the new file: relative if both are in the working folder. */
function schemaReference(file: string, id: string, cwd: string): string {
  const path = resolve(cwd, file);
  const schema = schemaFile(id);
  const inside = [path, schema].every((one) => one.startsWith(cwd + sep));
  return (inside ? relative(dirname(path), schema) : schema).split(sep).join('/');
}
