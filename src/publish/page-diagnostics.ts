import type { Checked } from '../check/check.ts';
import { locateFindings } from '../check/locate-findings.ts';
import { labelOf } from '../check/structure/labels.ts';
import type { Diagnostic, Finding } from '../diagnostics/diagnostic.ts';
import type { PageFault } from '../diagnostics/page-faults.ts';
import type { Text } from '../diagnostics/text.ts';
import { rangeAt } from '../source/parse.ts';

/** Turns the faults of a finished page into findings, each at its place in the report file and with the label of its cell. */
export function pageDiagnostics(
  { source, report }: Pick<Checked, 'source' | 'report'>,
  faults: readonly PageFault[],
): Diagnostic[] {
  const named = (message: Text, path: readonly string[]): Text => {
    if (!report || path.length === 0) return message;
    const label = labelOf(report, path);
    return { zh: `${label}：${message.zh}`, en: `${label}: ${message.en}` };
  };
  return locateFindings(
    source,
    faults.map(({ rule, message, hint, path: dotted, words }): Finding => {
      const path = dotted === undefined ? [] : dotted.split('.');
      const offset = words === undefined ? -1 : source.text.indexOf(words);
      return {
        rule,
        severity: 'error',
        message: named(message, path),
        ...(hint && { hint }),
        path,
        ...(words !== undefined &&
          offset >= 0 && { range: rangeAt(source.lines, offset, offset + words.length), words }),
      };
    }),
  );
}
