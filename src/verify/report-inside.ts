import { type Checked, check } from '../check/check.ts';
import type { Text } from '../diagnostics/text.ts';
import { findBindings } from '../prose/bindings.ts';
import { proseFields } from '../prose/fields.ts';
import { chartOf, isChart } from '../report/charts.ts';
import { evaluate } from '../report/expression.ts';
import type { Report } from '../report/report.ts';
import { LARGEST_FILE } from '../source/decode.ts';
import { parse } from '../source/parse.ts';
import type { NotReadable } from './not-readable.ts';
import type { Published } from './published-file.ts';

/** Checks the report inside a published file; returns why the file cannot be verified with it, and what with. */
export function reportInside(file: Published): Checked | NotReadable {
  if (file.receipt.draft) return withSource(DRAFT);
  if (file.receipt.source.name === undefined) return withSource(WITHOUT_SOURCE);
  const [text, name] = file.kind === 'pdf' ? [file.source, file.receipt.source.name] : [file.data, 'data.json'];
  if (text === undefined) return withSource(NONE);
  if (Buffer.byteLength(text) > LARGEST_FILE) return withSource(UNREADABLE);
  const checked = check(parse(text, `${file.name}#${name}`));
  if (!checked.report) return withSource(UNREADABLE);
  // The data in a page has the text with last year's numbers; the report file in a PDF has only bindings to them.
  if (speaksOfLastYear(checked.report)) return withSource(LAST_YEAR, SOURCE_AND_LAST_YEAR);
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

const withSource = (reason: Text, settle = SOURCE): NotReadable => ({ reason, settle });

const SOURCE: Text = { zh: '用 --source 给出报告文件', en: 'give the report file with --source' };
const SOURCE_AND_LAST_YEAR: Text = {
  zh: '用 --source 给出报告文件，用 previous 或者 --against 给出上年的报告',
  en: "give the report file with --source, and last year's report with previous or --against",
};
const LAST_YEAR: Text = {
  zh: '正文里有和上年比较的数，文件里没有上年的报告',
  en: "The prose compares with last year, and last year's report is not in the file",
};
const DRAFT: Text = {
  zh: '这是草稿，只能和报告文件核对',
  en: 'This is a draft, which can be compared only with its report file',
};
const WITHOUT_SOURCE: Text = {
  zh: '生成时没有附上报告文件（--no-source），只能和报告文件核对',
  en: 'It was built without its report file (--no-source), and can be compared only with that file',
};
const NONE: Text = { zh: '文件里没有附报告', en: 'There is no report in the file' };
const UNREADABLE: Text = {
  zh: '文件里附的报告读不出来',
  en: 'The report in the file cannot be read',
};
