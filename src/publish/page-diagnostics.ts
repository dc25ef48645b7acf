import type { Checked } from '../check/check.ts';
import { locateFindings } from '../check/locate-findings.ts';
import { labelOf } from '../check/structure/labels.ts';
import type { Diagnostic, Finding } from '../diagnostics/diagnostic.ts';
import type { PageFault } from '../diagnostics/page-faults.ts';
import type { Text } from '../diagnostics/text.ts';
import { rangeAt } from '../source/parse.ts';
import { placeOfText } from './text-places.ts';

type Reported = Pick<Checked, 'source' | 'report'>;

/** Turns the faults of a finished page into findings, each at its place in the report file and with the label of its cell. */
export const pageDiagnostics = (checked: Reported, faults: readonly PageFault[]): Diagnostic[] =>
  locateFindings(
    checked.source,
    faults.map((fault) => findingOf(checked, fault).finding),
  );

/** The same without the faults that have no place in the report file, and what is said of these. */
export function placedDiagnostics(
  checked: Reported,
  faults: readonly PageFault[],
): { readonly diagnostics: Diagnostic[]; readonly others: Text[] } {
  const found = faults.map((fault) => findingOf(checked, fault));
  return {
    diagnostics: locateFindings(
      checked.source,
      found.filter(({ isPlaced }) => isPlaced).map(({ finding }) => finding),
    ),
    others: found.filter(({ isPlaced }) => !isPlaced).map(({ finding }) => finding.message),
  };
}

function findingOf({ source, report }: Reported, fault: PageFault): { finding: Finding; isPlaced: boolean } {
  const { rule, message, hint, path: dotted, words } = fault;
  const path = dotted?.split('.');
  const text = report && !path ? placeOfText(source, report, fault) : undefined;
  const range = text || words === undefined ? undefined : foundIn(source, words);
  const label = report && path ? labelOf(report, path) : undefined;
  const finding: Finding = {
    rule,
    severity: 'error',
    message: label === undefined ? message : { zh: `${label}：${message.zh}`, en: `${label}: ${message.en}` },
    ...(hint && { hint }),
    path: path ?? text?.path ?? [],
    ...(text?.range && { range: text.range }),
    ...range,
  };
  return { finding, isPlaced: path !== undefined || text !== undefined || range !== undefined };
}

/** Words that are in the file, in none of its texts. */
function foundIn({ text, lines }: Checked['source'], words: string): Pick<Finding, 'range' | 'words'> | undefined {
  const offset = text.indexOf(words);
  return offset < 0 ? undefined : { range: rangeAt(lines, offset, offset + words.length), words };
}
