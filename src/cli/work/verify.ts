import type { Checked } from '../../check/check.ts';
import { UserError } from '../../diagnostics/user-error.ts';
import { openVerifier, type Verifier } from '../../verify/verifier.ts';
import { resultOf } from '../../workspace/known-findings.ts';
import { checkAndTell } from '../output/checked-files.ts';
import type { Context } from '../output/context.ts';
import { EXIT, type ExitCode, worst } from '../output/exit-codes.ts';
import { printVerdict } from '../output/print-verdict.ts';
import { report } from '../output/reporting.ts';
import { unreadReport } from '../output/unread-report.ts';

export interface VerifyFlags {
  /** The folder of your own templates that the files were built with. */
  readonly template?: string;
  /** The report file; default: the report inside the published file. */
  readonly source?: string;
  readonly against?: string;
  readonly browser?: string;
  readonly browserUrl?: string;
}

const EXIT_OF = { is: EXIT.ok, 'is-not': EXIT.findings, unknown: EXIT.unable } as const;

/**
 * `report verify FILES…`: checks that published pages and PDFs are what their report builds. Returns 1 if one is not, and 2
 * if it cannot be told here, or a file cannot be opened.
 */
export async function verify(files: readonly string[], flags: VerifyFlags, context: Context): Promise<ExitCode> {
  const { signal } = context.io;
  const source = flags.source === undefined ? undefined : await readSourceReport(flags.source, flags, context);
  if (source === null) return EXIT.unable;
  const pdfs = files.some((file) => /\.pdf$/iu.test(file));
  const verifier = await openVerifier({ ...flags, source, pdfs, onProgress: context.progress }, context.io);
  const codes: ExitCode[] = [];
  try {
    for (const file of files) {
      signal.throwIfAborted();
      codes.push(await verifyOne(file, verifier, context));
    }
    return worst(codes);
  } finally {
    await verifier.close();
  }
}

async function verifyOne(name: string, verifier: Verifier, context: Context): Promise<ExitCode> {
  try {
    const verdict = await verifier.verify(name);
    printVerdict(name, verdict, context);
    if (verdict.report && verdict.diagnostics.length > 0) {
      const result = resultOf({ ...verdict.report, diagnostics: verdict.diagnostics, waived: [] });
      await report([result], { failOn: 'error' }, { ...context, quiet: true });
    }
    return EXIT_OF[verdict.answer];
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    context.fail(error);
    return EXIT.unable;
  }
}

/** The report given with `--source`; null if it cannot be read, which has already been reported. */
async function readSourceReport(name: string, { against }: VerifyFlags, context: Context): Promise<Checked | null> {
  const { checked, code } = await checkAndTell([name], { against }, context);
  if (code !== EXIT.ok) return null;
  const [only] = checked;
  if (checked.length === 1 && only?.report) return only;
  context.fail(
    only && checked.length === 1
      ? unreadReport(name, only)
      : new UserError(
          {
            zh: `--source ${name} 是 ${checked.length} 份报告`,
            en: `--source ${name} is ${checked.length} reports`,
          },
          { zh: '给出一份报告文件', en: 'Give one report file' },
        ),
  );
  return null;
}
