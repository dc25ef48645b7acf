import { resolve } from 'node:path';
import { type Checked, check } from '../../check/check.ts';
import type { Text } from '../../diagnostics/text.ts';
import { UserError } from '../../diagnostics/user-error.ts';
import { findBindings } from '../../prose/bindings.ts';
import { proseFields } from '../../prose/fields.ts';
import { browserOnDemand } from '../../publish/browser-on-demand.ts';
import { createFontCache } from '../../publish/font-cache.ts';
import { pageDiagnostics } from '../../publish/page-diagnostics.ts';
import { type PdfReader, startPdfReader } from '../../publish/pdf-reader.ts';
import { templatesFrom } from '../../publish/render-report.ts';
import { sourceDateEpoch } from '../../publish/source-date-epoch.ts';
import { chartOf, isChart } from '../../report/charts.ts';
import { evaluate } from '../../report/expression.ts';
import type { Report } from '../../report/report.ts';
import { parse } from '../../source/parse.ts';
import { type Court, judge } from '../../verify/compare-with-report.ts';
import { type Published, readPublished } from '../../verify/published-file.ts';
import { checkAndTell } from '../output/checked-files.ts';
import type { Context } from '../output/context.ts';
import { EXIT, type ExitCode, worst } from '../output/exit-codes.ts';
import { sayVerdict } from '../output/print-verdict.ts';
import { report } from '../output/reporting.ts';

export interface VerifyOptions {
  /** A folder of own templates that the files were built with. */
  readonly template?: string;
  /** The report file; without it the one inside the published file. */
  readonly source?: string;
  readonly against?: string;
  readonly browser?: string;
}

/** The report that a file is compared with. */
interface Witness {
  readonly checked: Checked;
  /** It came out of the published file. */
  readonly own: boolean;
}

/**
 * `report verify FILES…`: whether published pages and PDFs are what their report builds. Findings where one is not; a
 * file that can't be opened can't be judged.
 */
export async function verify(files: readonly string[], options: VerifyOptions, context: Context): Promise<ExitCode> {
  const source = options.source === undefined ? undefined : await readSourceReport(options.source, options, context);
  if (source === null) return EXIT.unable;
  const reader = startPdfReader(files.some((file) => /\.pdf$/iu.test(file)));
  const browser = browserOnDemand({ ...options, onProgress: context.progress }, context.io);
  const { signal, env } = context.io;
  const court: Court = {
    templates: await templatesFrom(
      options.template === undefined ? undefined : resolve(context.io.cwd, options.template),
    ),
    // Only what shows no fault is printed again.
    browser: browser.get,
    signal,
    epoch: sourceDateEpoch(env),
    fonts: createFontCache(env),
  };
  const codes: ExitCode[] = [];
  try {
    for (const file of files) {
      signal.throwIfAborted();
      codes.push(await verifyOne(file, source, { court, reader, context }).catch((error) => failed(error, context)));
    }
    return worst(codes);
  } finally {
    await Promise.all([reader.close(), browser.close()]);
  }
}

function failed(error: unknown, context: Context): ExitCode {
  if (!(error instanceof UserError)) throw error;
  context.fail(error);
  return EXIT.unable;
}

/** The one report that `--source` names; null where it can't be read, which has been said. */
async function readSourceReport(name: string, options: VerifyOptions, context: Context): Promise<Checked | null> {
  const { against } = options;
  const { checked, code } = await checkAndTell([name], { against }, context);
  if (code !== EXIT.ok) return null;
  const [only] = checked;
  if (checked.length === 1 && only?.report) return only;
  context.fail(
    checked.length > 1
      ? new UserError(
          {
            zh: `--source ${name} 是 ${checked.length} 份报告`,
            en: `--source ${name} names ${checked.length} reports`,
          },
          { zh: '给出一份报告文件', en: 'Name one report file' },
        )
      : new UserError(
          { zh: `${name} 读不出报告`, en: `${name} can not be read as a report` },
          { zh: `report validate ${name} 说明哪里不对`, en: `report validate ${name} says what is wrong` },
        ),
  );
  return null;
}

interface Bench {
  readonly court: Court;
  readonly reader: PdfReader;
  readonly context: Context;
}

async function verifyOne(name: string, source: Checked | undefined, bench: Bench): Promise<ExitCode> {
  const { court, reader, context } = bench;
  const file = await readPublished(name, context.io.cwd, reader);
  const witness = 'reason' in file ? file : source ? { checked: source, own: false } : witnessIn(file);
  if ('reason' in file || 'reason' in witness) {
    const { reason } = witness as { readonly reason: Text };
    sayVerdict({ name, verdict: { faults: [], reasons: [reason] } }, context);
    return EXIT.findings;
  }
  const { checked, own } = witness;
  const verdict = await judge(file, checked, own, court);
  const draft = file.receipt.draft === true;
  sayVerdict({ name, verdict, draft, source: source ? checked.source.file : 'inside' }, context);
  if (verdict.faults.length > 0) {
    const { file: where, text } = checked.source;
    const diagnostics = pageDiagnostics(checked, verdict.faults);
    const result = { file: where, text, diagnostics, waived: [], outputs: [] };
    await report([result], { failOn: 'error' }, { ...context, quiet: true });
  }
  return verdict.faults.length + verdict.reasons.length === 0 ? EXIT.ok : EXIT.findings;
}

/** The report inside a published file. */
function witnessIn(file: Published): Witness | { readonly reason: Text } {
  if (file.receipt.draft) return { reason: DRAFT_ALONE };
  const [text, name] = file.kind === 'pdf' ? [file.source, file.receipt.source.name] : [file.data, 'data.json'];
  const source = parse(text ?? '', `${file.name}#${name}`);
  const checked = check(source);
  if (!checked.report) return { reason: NO_SOURCE };
  // A page's data have last year's numbers written out; the report file in a PDF has not.
  if (speaksOfLastYear(checked.report)) return { reason: LAST_YEAR };
  return { checked, own: file.kind === 'html' };
}

/** Does a text print what only last year's report says? */
const speaksOfLastYear = (report: Report): boolean =>
  proseFields(report)
    .flatMap(({ text }) => findBindings(text))
    .some(({ expression = '' }) => {
      const found = isChart(expression) ? chartOf(report, expression) : evaluate(report, expression);
      return 'fault' in found && found.fault.kind === 'no-previous';
    });

const LAST_YEAR: Text = {
  zh: '正文里有和上年比较的数，要有上年的报告才能核对：加上 --source，用 previous 或者 --against 给出上年的报告',
  en: "Its texts compare with last year, whose report is needed: add --source, and name last year's report with previous or --against",
};

const DRAFT_ALONE: Text = {
  zh: '这是草稿，只能和报告文件核对：加上 --source',
  en: 'This is a draft, which can only be compared with its report file: add --source',
};
const NO_SOURCE: Text = {
  zh: '里面附的报告读不出来：用 --source 给出报告文件',
  en: 'The report inside it can not be read: name the report file with --source',
};
