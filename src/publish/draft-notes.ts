import type { Checked } from '../check/check.ts';
import { labelOf } from '../check/structure/labels.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { visible } from '../diagnostics/visible.ts';
import { SEVERITY } from '../reporters/words.ts';
import type { DraftNote } from '../view/page-view.ts';

/** A finding, with the waiver if it is waived. */
interface Noted {
  readonly diagnostic: Diagnostic;
  readonly waiver?: { readonly reason: string };
}

/**
 * All findings of a check, including waived ones, as notes of a draft, in the order of the file. In Chinese, like the page.
 * `withReasons`: also why a finding was waived.
 */
export function draftNotes(checked: Checked, withReasons: boolean): DraftNote[] {
  const noted: Noted[] = [
    ...checked.diagnostics.map((diagnostic) => ({ diagnostic })),
    ...checked.waived.map(({ diagnostic, reason }) => ({ diagnostic, waiver: { reason } })),
  ];
  const ordered = noted.sort(({ diagnostic: { range: a } }, { diagnostic: { range: b } }) =>
    a.line === b.line ? a.column - b.column : a.line - b.line,
  );
  const numbers = new Map(ordered.map(({ diagnostic }, index) => [diagnostic, index + 1]));
  return ordered.map(({ diagnostic, waiver }) => {
    // The cause of a waived finding is not known.
    const origin = waiver || diagnostic.cause === undefined ? undefined : checked.diagnostics[diagnostic.cause];
    const cause = origin && numbers.get(origin);
    const { hint, rule, message, path } = diagnostic;
    return {
      severity: SEVERITY[diagnostic.severity].zh + (waiver ? '，已豁免' : ''),
      rule,
      place: placeOf(diagnostic, checked),
      message: visible(message.zh),
      ...(hint && { hint: visible(hint.zh) }),
      ...(waiver && withReasons && { reason: visible(waiver.reason) }),
      ...(cause !== undefined && { cause }),
      path: path.join('.'),
    };
  });
}

/** The line in the file, and the label that the page prints for this place. */
function placeOf({ path, range }: Diagnostic, { report }: Checked): string {
  const label = report && path.length > 0 ? visible(labelOf(report, path)) : '';
  return [`第${range.line}行`, label].filter(Boolean).join('，');
}
