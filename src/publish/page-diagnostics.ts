import type { Checked } from '../check/check.ts';
import { locateFindings } from '../check/locate-findings.ts';
import { labelOf } from '../check/structure/labels.ts';
import type { Diagnostic, Finding } from '../diagnostics/diagnostic.ts';
import type { PageFault } from '../diagnostics/page-faults.ts';
import type { Text } from '../diagnostics/text.ts';
import { rangeAt } from '../source/parse.ts';
import { placeOfText } from './text-places.ts';

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
    faults.map((fault): Finding => {
      const { rule, message, hint, path: dotted, words } = fault;
      const text = report && dotted === undefined ? placeOfText(source, report, fault) : undefined;
      const path = dotted?.split('.');
      return {
        rule,
        severity: 'error',
        message: path ? named(message, path) : message,
        ...(hint && { hint }),
        path: path ?? text?.path ?? [],
        ...(text?.range && { range: text.range }),
        ...(words !== undefined && !text && foundIn(source, words)),
      };
    }),
  );
}

/** Words that are in the file, in none of its texts. */
function foundIn({ text, lines }: Checked['source'], words: string): Pick<Finding, 'range' | 'words'> {
  const offset = text.indexOf(words);
  return offset < 0 ? {} : { range: rangeAt(lines, offset, offset + words.length), words };
}
