import type { Checked } from '../check/check.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Text } from '../diagnostics/text.ts';
import type { PrintingMachine } from '../publish/browser-on-demand.ts';
import { pageDiagnostics } from '../publish/page-diagnostics.ts';
import { createTools, type ToolOptions } from '../publish/tools.ts';
import { compareWithReport } from './compare-with-report.ts';
import { readPublished } from './published-file.ts';
import { reportInside } from './report-inside.ts';

/** How published files are verified. */
export interface VerifyOptions extends Pick<ToolOptions, 'browser' | 'template' | 'onProgress'> {
  /** The report that the files are compared with; without it, the one inside each file. */
  readonly source?: Checked | undefined;
  /** There will be PDFs: their reader starts at once. */
  readonly pdfs?: boolean;
}

/** Whether a published file is what a report builds. */
export interface Verdict {
  readonly same: boolean;
  /** The report that the file was compared with; undefined where it could not be compared with any. */
  readonly report: Checked | undefined;
  /** That report was the one inside the file: it shows no more than that the file agrees with itself. */
  readonly inside: boolean;
  /** What in the file is not as the report has it, each where the report file has it. */
  readonly diagnostics: readonly Diagnostic[];
  /** What else speaks against the file, or why it can't be compared. */
  readonly reasons: readonly Text[];
  /** Why the bytes were not compared; undefined where they are the same. */
  readonly unsure?: Text;
  readonly draft: boolean;
}

/** Verifies published files with one browser, one set of templates and one reader of PDFs. */
export interface Verifier {
  /** `name` is a path. Throws a UserError for a file that can't be opened. */
  verify(name: string): Promise<Verdict>;
  close(): Promise<void>;
}

/** Opens a verifier; whoever opens it closes it. The browser starts only where a PDF has to be printed again. */
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
      // The report file inside a PDF is whole; of a page, only the data are left.
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
