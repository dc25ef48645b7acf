import picocolors from 'picocolors';
import { wrap } from '../../diagnostics/display-width.ts';
import type { Text } from '../../diagnostics/text.ts';
import type { Verdict } from '../../verify/verifier.ts';
import type { Context } from './context.ts';

/** Prints a verdict on standard output: one line, and the reasons below it. With -q, nothing for a file that matches. */
export function printVerdict(name: string, verdict: Verdict, { io, t, quiet, colorOf }: Context): void {
  const { same, inside, reasons, unsure, draft } = verdict;
  if (same && quiet) return;
  const { green, red, dim, yellow } = picocolors.createColors(colorOf(io.stdout));
  const columns = Math.max(40, Math.min(io.stdout.columns, 120)) - 2;
  const print = (sign: string, text: Text, paint: (line: string) => string) =>
    wrap(t(text), columns).forEach((line, index) => {
      io.stdout.write(`${paint(`${index === 0 ? sign : ' '} ${line}`)}\n`);
    });
  print(same ? '✓' : '✗', heading(name, verdict), same ? green : red);
  for (const reason of reasons) print(' ', reason, (line) => line);
  if (!same) return;
  print(' ', unsure ? notCompared(unsure) : SAME_BYTES, dim);
  if (draft) print(' ', IS_DRAFT, yellow);
  if (inside) print(' ', NAME_SOURCE, dim);
}

function heading(name: string, { same, report, inside }: Verdict): Text {
  if (!report) return { zh: `${name} 无法核对`, en: `${name} cannot be verified` };
  const { file } = report.source;
  const [zh, en] = inside ? ['它里面附的报告', 'the report inside it'] : [` ${file} `, file];
  return same
    ? { zh: `${name} 就是${zh}生成的`, en: `${name} matches ${en}` }
    : { zh: `${name} 不是${zh}生成的样子`, en: `${name} does not match ${en}` };
}

const SAME_BYTES: Text = { zh: '逐字节相同', en: 'Identical, byte by byte' };
const IS_DRAFT: Text = { zh: '这是草稿，不能发布', en: 'This is a draft; do not publish it' };
const NAME_SOURCE: Text = {
  zh: '要和 git 里的报告核对，加上 --source 报告.yaml',
  en: 'To compare it with the report in git, add --source REPORT.yaml',
};
const notCompared = (why: Text): Text => ({
  zh: `标题、单元格、文字和附件都一致；没有逐字节比较：${why.zh}`,
  en: `Headings, cells, text and attachments are the same; the bytes were not compared: ${why.en}`,
});
