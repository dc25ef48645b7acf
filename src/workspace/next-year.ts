import { stat } from 'node:fs/promises';
import { dirname, isAbsolute, relative, resolve, sep } from 'node:path';
import { check } from '../check/check.ts';
import { shellWord } from '../diagnostics/shell-word.ts';
import { UserError } from '../diagnostics/user-error.ts';
import { takeOver, yamlText } from '../edit/last-year.ts';
import { renameAgency } from '../edit/rename.ts';
import type { TakenOver } from '../form/skeleton.ts';
import type { FormDef } from '../form/types.ts';
import type { Report } from '../report/report.ts';
import type { Source } from '../source/parse.ts';
import { readReportFile } from './published-source.ts';
import { looksLikeReport } from './read-report.ts';

/** Last year's report, from which `init --from` starts. */
export interface LastYear {
  readonly source: Source;
  readonly report: Report;
  /** Absolute path. */
  readonly path: string;
  /** The number of errors in it; only what is certain is copied. */
  readonly errors: number;
}

/** Reads last year's report. Throws a UserError if the file is missing or is not a report. */
export async function readLastYear(file: string, cwd: string): Promise<LastYear> {
  const path = resolve(cwd, file);
  const isFile = await stat(path).then(
    (found) => found.isFile(),
    () => false,
  );
  if (!isFile) throw notThere(file);
  const source = await readReportFile({ path, name: file, base: file, found: false });
  const { report, diagnostics } = check(source);
  const [first] = diagnostics;
  if (!report) throw unusable(file, first?.message ?? { zh: '不能读', en: 'it cannot be read' });
  if (!looksLikeReport(source)) {
    throw unusable(file, {
      zh: '没有 year 和 agency，不是年度报告',
      en: 'it has no year and agency, so it is not a report',
    });
  }
  const errors = diagnostics.filter(({ severity }) => severity === 'error').length;
  return { source, report, path, errors };
}

/**
 * The year after last year's report, or `asked` if that report has no year. Throws a UserError if `asked` is a different
 * year.
 */
export function nextYear(file: string, { report }: LastYear, asked: string | undefined): string | undefined {
  if (report.year === undefined) return asked;
  const next = String(report.year + 1);
  if (asked === undefined || asked === next) return next;
  throw new UserError(
    {
      zh: `${file} 是 ${report.year} 年度的报告，接着写的是 ${next} 年度，不是 ${asked} 年度`,
      en: `${file} is the report for ${report.year}, so the next report is for ${next}, not ${asked}`,
    },
    { zh: '不写 --year，或者不写 --from', en: 'Omit --year or --from' },
  );
}

/** The content that is copied from last year's report to the new report at `path`. */
export function takenOver(
  last: LastYear,
  { path, form, name }: { readonly path: string; readonly form: FormDef; readonly name: string | undefined },
): TakenOver {
  const source = name === undefined ? last.source : renameAgency(last.source, name);
  const way = relative(dirname(path), last.path).split(sep).join('/');
  const usable = /\.ya?ml$/.test(way) && !isAbsolute(way);
  return { ...takeOver(source, last.report, form), previous: usable ? yamlText(way) : undefined };
}

const notThere = (file: string): UserError =>
  new UserError(
    { zh: `找不到上年的报告 ${file}`, en: `Last year's report ${file} was not found` },
    { zh: '检查 --from 后面的路径；它要是一份报告文件', en: 'Check the path after --from; it must be a report file' },
  );

const unusable = (file: string, why: UserError['text']): UserError =>
  new UserError(
    { zh: `不能从 ${file} 接着写：${why.zh}`, en: `A new report cannot start from ${file}: ${why.en}` },
    {
      zh: `先核对：report validate ${shellWord(file)}；或者不写 --from，新建一份空的`,
      en: `Check it first: report validate ${shellWord(file)}; or omit --from to start an empty report`,
    },
  );
