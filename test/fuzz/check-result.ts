import type { Diagnostic, Range } from '../../src/diagnostics/diagnostic.ts';
import {
  bindFile,
  type CheckedFile,
  checkFiles,
  fixText,
  RULES,
  resultOf,
  textAfter,
  UserError,
} from '../../src/index.ts';
import { checkPrinted } from './valid-output.ts';
import { must } from './violation.ts';

/** The clock of all runs. */
export const now = () => new Date(2025, 0, 10);
const NAMES = new Set(RULES.map(({ id }) => id));
const SEVERITIES = new Set(['error', 'warning', 'info']);

/** Checks a report like `report validate`; undefined if the tool refuses the settings or the file with a UserError. */
export async function checkedOf(content: Uint8Array, cwd: string): Promise<CheckedFile | undefined> {
  const { checked, problems } = await checkFiles([{ name: 'report.yaml', content }], { cwd, now });
  must(checked.length + problems.length === 1, `${checked.length} results and ${problems.length} problems`);
  for (const problem of problems) checkError(problem);
  return checked[0];
}

/** Throws everything that is not a proper UserError. */
export function checkError(error: unknown): void {
  if (!(error instanceof UserError)) throw error;
  must(Boolean(error.text.zh && error.text.en && error.hint?.zh && error.hint.en), 'a UserError without text or hint');
}

/** Checks that the findings are complete and that their places are inside the file. */
export function checkDiagnostics({ source, diagnostics }: Pick<CheckedFile, 'source' | 'diagnostics'>): void {
  const lines = source.text.split('\n');
  diagnostics.forEach((one, index) => {
    const { rule, severity, message, hint, cause, fingerprint, range, related, file } = one;
    must(NAMES.has(rule), `an unknown rule ${rule}`);
    must(SEVERITIES.has(severity), `${rule}: severity`);
    must(Boolean(message.zh && message.en && fingerprint && (!hint || (hint.zh && hint.en))), `${rule}: an empty text`);
    must(cause === undefined || (cause !== index && diagnostics[cause] !== undefined), `${rule}: cause`);
    must(file === source.file, `${rule}: file`);
    // The text of a file that cannot be decoded is empty; its finding names a line of the bytes.
    if (rule !== 'file-encoding') checkRange(range, lines, rule);
    for (const other of related) if (other.file === source.file) checkRange(other.range, lines, `${rule}: related`);
  });
}

function checkRange({ line, column, endLine, endColumn }: Range, lines: readonly string[], rule: string): void {
  const inside = (at: number, within: number) =>
    at >= 1 && at <= lines.length && within >= 1 && within <= (lines[at - 1] ?? '').length + 1;
  must([line, column, endLine, endColumn].every(Number.isInteger), `${rule}: a place that is not a number`);
  must(inside(line, column) && inside(endLine, endColumn), `${rule}: a place outside the file`);
  must(line < endLine || (line === endLine && column <= endColumn), `${rule}: an end before the start`);
}

/** Checks everything that follows from the check of a report: the second check, the reporters, `fix` and `bind`. */
export async function checkConsequences(content: Uint8Array, checked: CheckedFile, cwd: string): Promise<void> {
  const again = await checkedOf(content, cwd);
  must(
    JSON.stringify(again?.diagnostics) === JSON.stringify(checked.diagnostics),
    'the second check differs from the first',
  );
  checkPrinted([resultOf(checked)]);
  await checkBound(checked, cwd);
  await checkFixed(checked, cwd);
}

const errorsIn = (diagnostics: readonly Diagnostic[]): string =>
  diagnostics
    .flatMap(({ severity, rule, path }) => (severity === 'error' ? [`${rule} ${path.join('.')}`] : []))
    .sort()
    .join(', ');

async function checkBound(checked: CheckedFile, cwd: string): Promise<void> {
  const bound = bindFile(checked);
  if (!bound || bound.changes.length === 0) return;
  const after = await checkedOf(Buffer.from(textAfter(bound)), cwd);
  must(after?.report !== undefined, 'bind: the file cannot be read any more');
  must(errorsIn(after.diagnostics) === errorsIn(checked.diagnostics), 'bind: the errors differ');
}

async function checkFixed({ source, report, diagnostics }: CheckedFile, cwd: string): Promise<void> {
  const fix = async (text: string) => {
    try {
      return await fixText(text, 'report.yaml', { cwd, now });
    } catch (error) {
      checkError(error);
      return undefined;
    }
  };
  const fixed = await fix(source.text);
  if (!fixed) return must(report === undefined || diagnostics.length > 0, 'fix: refuses a report without findings');
  must((fixed.before.text === fixed.after.text) === (fixed.changes.length === 0), 'fix: changes that are not listed');
  const again = await fix(fixed.after.text);
  must(again?.after.text === fixed.after.text, 'fix: the second run changes something');
  const kept = commentsIn(fixed.after.text);
  for (const comment of commentsIn(source.text)) must(kept.includes(comment), 'fix: a comment is lost');
}

const commentsIn = (text: string): string[] => text.match(/^ *#.*$/gm) ?? [];
