import picocolors from 'picocolors';
import { wrap } from '../../diagnostics/display-width.ts';
import type { Text } from '../../diagnostics/text.ts';
import type { Verdict } from '../../verify/verifier.ts';
import type { Context } from './context.ts';

const SIGNS = { is: '✓', 'is-not': '✗', unknown: '?' } as const;

/** Prints a verdict on standard output: one line, and the reasons below it. With -q, nothing for a file that is right. */
export function printVerdict(name: string, verdict: Verdict, { io, t, quiet, colorOf }: Context): void {
  const { answer, inside, reasons, settle, draft, otherName } = verdict;
  if (answer === 'is' && quiet) return;
  const { green, red, dim, yellow } = picocolors.createColors(colorOf(io.stdout));
  const print = (sign: string, text: Text, paint: (line: string) => string) =>
    wrap(t(text), io.stdout.columns - 2).forEach((line, index) => {
      io.stdout.write(`${paint(`${index === 0 ? sign : ' '} ${line}`)}\n`);
    });
  print(SIGNS[answer], heading(name, verdict), { is: green, 'is-not': red, unknown: yellow }[answer]);
  for (const reason of reasons) print(' ', reason, (line) => line);
  for (const way of settle) print(' ', toSettle(way), (line) => line);
  if (answer === 'unknown') print(' ', NOT_VERIFIED, yellow);
  if (answer !== 'is') return;
  print(' ', SAME, dim);
  if (draft) print(' ', IS_DRAFT, yellow);
  if (otherName !== undefined) print(' ', linksTo(otherName), yellow);
  if (inside) print(' ', NAME_SOURCE, yellow);
}

function heading(name: string, { answer, report, inside, review }: Verdict): Text {
  if (review) {
    return {
      zh: `${name} 是内部的审签单，不是报告`,
      en: `${name} is an internal sheet for sign-off, not a report`,
    };
  }
  if (!report) {
    return answer === 'is-not'
      ? { zh: `${name} 不是 report 生成的`, en: `${name} was NOT built with report` }
      : { zh: `${name} 在这里无法判断`, en: `${name} cannot be verified here` };
  }
  const { file } = report.source;
  const [zh, en] = inside ? ['它里面附的报告', 'the report inside it'] : [` ${file} `, file];
  if (answer === 'is') return { zh: `${name} 就是${zh}生成的`, en: `${name} is what ${en} builds` };
  return answer === 'is-not'
    ? { zh: `${name} 不是${zh}生成的样子`, en: `${name} is NOT what ${en} builds` }
    : {
        zh: `${name} 是不是${zh}生成的，在这里无法判断`,
        en: `It cannot be told here whether ${name} is what ${en} builds`,
      };
}

const SAME: Text = { zh: '重新生成了一遍，完全相同', en: 'It was built again and is identical' };
const IS_DRAFT: Text = { zh: '这是草稿，不能发布', en: 'This is a draft; do not publish it' };
const NAME_SOURCE: Text = {
  zh: '文件里附的报告是不是你们的，没有核对：加上 --source 报告.yaml，和 git 里的报告核对',
  en: 'Whether the report inside is yours was not checked: to compare it with the report in git, add --source REPORT.yaml',
};
const NOT_VERIFIED: Text = {
  zh: '在查清以前，不要把它当作核对过的文件',
  en: 'Until then, do not treat it as a verified file',
};
const toSettle = ({ zh, en }: Text): Text => ({ zh: `怎样查清：${zh}`, en: `To settle it: ${en}` });
const linksTo = (name: string): Text => ({
  zh: `报告文件当时叫 ${name}.yaml，网页上的链接指向叫 ${name} 的文件`,
  en: `The report file was then called ${name}.yaml, and the links of the page lead to files called ${name}`,
});
