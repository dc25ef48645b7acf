import { basename } from 'node:path';
import type { Checked } from '../check/check.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Text } from '../diagnostics/text.ts';
import type { PrintingMachine } from '../publish/browser-on-demand.ts';
import { placedDiagnostics } from '../publish/page-diagnostics.ts';
import { createTools, type ToolOptions } from '../publish/tools.ts';
import type { Answer } from './answer.ts';
import { compareWithReport } from './compare-with-report.ts';
import type { NotReadable } from './not-readable.ts';
import { readPublished } from './published-file.ts';
import { reportInside } from './report-inside.ts';

/** Options for verifying published files. */
export interface VerifyOptions extends Pick<ToolOptions, 'browser' | 'browserUrl' | 'template' | 'onProgress'> {
  /** The report to compare the files with; default: the report inside each file. */
  readonly source?: Checked | undefined;
  /** There will be PDFs, so the PDF reader starts at once. */
  readonly pdfs?: boolean;
}

/** The result of verifying a published file. */
export interface Verdict {
  readonly answer: Answer;
  /** The report that the file was compared with; undefined if it could not be compared. */
  readonly report: Checked | undefined;
  /** The report came from the file itself, so the answer only shows that the file is consistent. */
  readonly inside: boolean;
  /** Differences in the content, each with its place in the report file. */
  readonly diagnostics: readonly Diagnostic[];
  /** Other differences, or why the answer cannot be given. */
  readonly reasons: readonly Text[];
  /** For `unknown`: what would give the answer. */
  readonly settle: readonly Text[];
  readonly draft: boolean;
  /** It is a sheet for sign-off, which must not be published; `answer` is then `is-not`. */
  readonly review: boolean;
  /** The links of the page lead to files with this name, because its report file had another name. */
  readonly otherName?: string;
}

/** Verifies published files with one browser, one set of templates and one PDF reader. */
export interface Verifier {
  /** `name` is a path. Throws a UserError if the file cannot be opened. */
  verify(name: string): Promise<Verdict>;
  close(): Promise<void>;
}

/** Opens a verifier, which the caller must close. The browser starts only if a PDF must be printed again. */
export async function openVerifier(
  { source, pdfs, ...options }: VerifyOptions,
  machine: PrintingMachine,
): Promise<Verifier> {
  const early = { browser: false, fonts: false, pdfReader: pdfs === true };
  const tools = await createTools({ ...options, early }, machine);
  return {
    verify: async (name) => {
      const file = await readPublished(name, machine.cwd, tools.readPdf);
      if ('reason' in file) return notComparable(file);
      const checked = source ?? reportInside(file);
      if ('reason' in checked) return notComparable(checked);
      const inside = source === undefined;
      const { faults, ...compared } = await compareWithReport(file, checked, inside, tools);
      const { draft, base } = file.receipt;
      const own = withoutEnding(checked.source.file);
      const isOtherName = file.kind === 'html' && !inside && base !== (draft ? `${own}.draft` : own);
      const { diagnostics, others } = placedDiagnostics(checked, faults.slice(0, MOST));
      const left = faults.length - MOST;
      return {
        ...compared,
        reasons: [...compared.reasons, ...others, ...(left > 0 ? [andMore(left)] : [])],
        report: checked,
        inside,
        diagnostics,
        draft: draft === true,
        review: false,
        ...(isOtherName && { otherName: base }),
      };
    },
    close: tools.close,
  };
}

/** More differences have a common cause, which the first of them show. */
const MOST = 5;
const andMore = (left: number): Text => ({
  zh: `不同的地方不止这些（另外至少 ${left} 处），下面只列出前 ${MOST} 处`,
  en: `There are more differences (at least ${left}); only the first ${MOST} are shown`,
});

const withoutEnding = (file: string): string => basename(file).replace(/\.ya?ml$/iu, '');

const notComparable = ({ reason, settle, review }: NotReadable): Verdict => ({
  answer: settle ? 'unknown' : 'is-not',
  report: undefined,
  inside: false,
  diagnostics: [],
  reasons: [reason],
  settle: settle ? [settle] : [],
  draft: false,
  review: review === true,
});
