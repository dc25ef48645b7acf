import { type Checked, check } from '../check/check.ts';
import type { Text } from '../diagnostics/text.ts';
import { findBindings } from '../prose/bindings.ts';
import { proseFields } from '../prose/fields.ts';
import { chartOf, isChart } from '../report/charts.ts';
import { evaluate } from '../report/expression.ts';
import type { Report } from '../report/report.ts';
import { parse } from '../source/parse.ts';
import type { Published } from './published-file.ts';

/** Checks the report inside a published file; returns the reason if the file cannot be verified with it. */
export function reportInside(file: Published): Checked | { readonly reason: Text } {
  if (file.receipt.draft) return { reason: DRAFT };
  if (file.receipt.source.name === undefined) return { reason: WITHOUT_SOURCE };
  const [text, name] = file.kind === 'pdf' ? [file.source, file.receipt.source.name] : [file.data, 'data.json'];
  const checked = check(parse(text ?? '', `${file.name}#${name}`));
  if (!checked.report) return { reason: UNREADABLE };
  // The data in a page has the text with last year's numbers; the report file in a PDF has only bindings to them.
  if (speaksOfLastYear(checked.report)) return { reason: LAST_YEAR };
  return checked;
}

/** True if the prose has a binding that needs last year's report. */
const speaksOfLastYear = (report: Report): boolean =>
  proseFields(report)
    .flatMap(({ text }) => findBindings(text))
    .some(({ expression = '' }) => {
      const found = isChart(expression) ? chartOf(report, expression) : evaluate(report, expression);
      return 'fault' in found && found.fault.kind === 'no-previous';
    });

const LAST_YEAR: Text = {
  zh: '正文里有和上年比较的数，要有上年的报告才能核对：加上 --source，用 previous 或者 --against 给出上年的报告',
  en: "The prose compares with last year: add --source, and give last year's report with previous or --against",
};
const DRAFT: Text = {
  zh: '这是草稿，只能和报告文件核对：加上 --source',
  en: 'This is a draft, which can only be compared with its report file: add --source',
};
const WITHOUT_SOURCE: Text = {
  zh: '生成时没有附上报告文件（--no-source），只能和报告文件核对：加上 --source',
  en: 'It was built without its report file (--no-source) and can only be compared with that file: add --source',
};
const UNREADABLE: Text = {
  zh: '里面附的报告读不出来：用 --source 给出报告文件',
  en: 'The report inside the file cannot be read: give the report file with --source',
};
