import type { Checked } from '../check/check.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Text } from '../diagnostics/text.ts';
import type { PrintingMachine } from '../publish/browser-on-demand.ts';
import { pageDiagnostics } from '../publish/page-diagnostics.ts';
import { createTools, type ToolOptions } from '../publish/tools.ts';
import { compareWithReport } from './compare-with-report.ts';
import { readPublished } from './published-file.ts';
import { reportInside } from './report-inside.ts';

/** Options for verifying published files. */
export interface VerifyOptions extends Pick<ToolOptions, 'browser' | 'template' | 'onProgress'> {
  /** The report to compare the files with; default: the report inside each file. */
  readonly source?: Checked | undefined;
  /** There will be PDFs, so the PDF reader starts at once. */
  readonly pdfs?: boolean;
}

/** The result of verifying a published file. */
export interface Verdict {
  readonly same: boolean;
  /** The report that the file was compared with; undefined if it could not be compared. */
  readonly report: Checked | undefined;
  /** The report came from the file itself, so the result only shows that the file is consistent. */
  readonly inside: boolean;
  /** Differences in the content, each with its place in the report file. */
  readonly diagnostics: readonly Diagnostic[];
  /** Other differences, or why the file cannot be compared. */
  readonly reasons: readonly Text[];
  /** Why the bytes were not compared; undefined if they are the same. */
  readonly unsure?: Text;
  readonly draft: boolean;
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
      if ('reason' in file) return notComparable(file.reason);
      const checked = source ?? reportInside(file);
      if ('reason' in checked) return notComparable(checked.reason);
      const inside = source === undefined;
      // A PDF contains the whole report file; a page contains only its data.
      const found = await compareWithReport(file, checked, inside && file.kind === 'html', tools);
      const { faults, ...rest } = found;
      return {
        same: faults.length + rest.reasons.length === 0,
        report: checked,
        inside,
        diagnostics: pageDiagnostics(checked, faults),
        draft: file.receipt.draft === true,
        ...rest,
      };
    },
    close: tools.close,
  };
}

const notComparable = (reason: Text): Verdict => ({
  same: false,
  report: undefined,
  inside: false,
  diagnostics: [],
  reasons: [reason],
  draft: false,
});
