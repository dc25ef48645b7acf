import { UserError } from '../../diagnostics/user-error.ts';
import { reportDiff } from '../../diff/diff.ts';
import type { CheckedFile } from '../../workspace/check-files.ts';
import type { Input } from '../../workspace/files.ts';
import { contentOfGit, isOfGit } from '../../workspace/git.ts';
import { inputsOf } from '../output/checked-files.ts';
import type { Context } from '../output/context.ts';
import type { DiffView } from '../output/diff/document.ts';
import { diffHtml } from '../output/diff/html.ts';
import { diffJson } from '../output/diff/json.ts';
import { diffMarkdown } from '../output/diff/markdown.ts';
import { diffDocument } from '../output/diff/sections.ts';
import { diffText } from '../output/diff/text.ts';
import { EXIT, type ExitCode } from '../output/exit-codes.ts';
import { writeData } from '../output/io.ts';
import { oneReport } from '../output/one-report.ts';
import { unreadReport } from '../output/unread-report.ts';

export interface DiffOptions {
  readonly format: 'text' | 'json' | 'markdown' | 'html';
  readonly view?: DiffView;
  readonly stdinFilename?: string;
}

/** `report diff BEFORE AFTER`: prints what differs. Throws a UserError if a report cannot be read. */
export async function diff(args: readonly string[], options: DiffOptions, context: Context): Promise<ExitCode> {
  const [before, after, ...more] = args;
  if (before === undefined || after === undefined || more.length > 0) throw TWO_REPORTS;
  if (before === '-' && after === '-') throw ONE_STANDARD_INPUT;
  const first = await readOne(before, options, context);
  const second = await readOne(after, options, context);
  const found = reportDiff(first, second);
  if (!found) throw unreadReport(before, first.report ? second : first);
  const { io, language } = context;
  const { format, view } = options;
  if (format === 'json') writeData(io.stdout, diffJson(found, language));
  else {
    const document = diffDocument(found, view, language);
    if (format === 'html') writeData(io.stdout, diffHtml(document, language));
    else if (format === 'markdown') writeData(io.stdout, diffMarkdown(document, language));
    else
      io.stdout.write(diffText(document, { language, color: context.colorOf(io.stdout), columns: io.stdout.columns }));
  }
  return found.isSame ? EXIT.ok : EXIT.findings;
}

/** Reads one of the two reports, under the name that was given. */
async function readOne(arg: string, { stdinFilename }: DiffOptions, context: Context): Promise<CheckedFile> {
  const { io, warn } = context;
  const inputs: Input[] = isOfGit(arg) ? [await contentOfGit(arg, io)] : inputsOf([arg], stdinFilename, io);
  const one = await oneReport(arg, inputs, (count) => notOne(arg, count), context);
  for (const message of one.settingsAround.ignored) warn(message);
  return isOfGit(arg) ? { ...one, source: { ...one.source, file: arg } } : one;
}

const TWO_REPORTS = new UserError(
  { zh: 'diff 比较两份报告', en: 'diff compares two reports' },
  {
    zh: '写成 report diff 前 后，例如 report diff 2024.yaml 2024.docx',
    en: 'Give both: report diff BEFORE AFTER, for example report diff 2024.yaml 2024.docx',
  },
);

const ONE_STANDARD_INPUT = new UserError(
  { zh: '标准输入只能是其中一份报告', en: 'Only one of the reports can be on standard input' },
  { zh: '另一份写文件名', en: 'Give the name of a file for the other' },
);

const notOne = (arg: string, count: number): UserError =>
  new UserError(
    { zh: `${arg} 里有 ${count} 份报告；diff 比较两份`, en: `${arg} has ${count} reports; diff compares two` },
    { zh: '写出文件名', en: 'Give the names of the files' },
  );
