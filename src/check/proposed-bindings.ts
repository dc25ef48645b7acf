import type { Candidate } from '../claims/evaluate.ts';
import type { Path } from '../diagnostics/diagnostic.ts';
import { evaluate, operandCells } from '../report/expression.ts';
import type { Report } from '../report/report.ts';
import { type Claim, claimsOf, type Reading } from './claims.ts';
import { type ReportText, textsOf } from './texts/report-texts.ts';

/** A number in the prose that could be replaced by a binding that prints exactly the same characters. */
export interface ProposedBinding {
  /** The path of the text. */
  readonly path: Path;
  /** Start and end of the number in the text as written in the file. */
  readonly from: number;
  readonly to: number;
  /** The characters to replace. */
  readonly words: string;
  /** `{{…}}`: the binding that prints the same. */
  readonly written: string;
}

/** A sum of more cells is hard to read. */
const MOST_TERMS = 3;

/** Proposes bindings for the numbers of the prose that agree with the report, in printed order. */
export function proposedBindings(years: Reading): ProposedBinding[] {
  const { report } = years;
  const claims = claimsOf(years).filter(({ verdict, figure }) => verdict === 'agrees' && figure && !figure.about);
  return textsOf(report).flatMap((text) => {
    const own = claims.filter(({ path }) => path === text.path);
    const found = new Map<number, ProposedBinding>();
    for (const claim of own) {
      const proposed = propose(report, claim, own, text);
      if (proposed && !found.has(proposed.to)) found.set(proposed.to, proposed);
    }
    return [...found.values()].sort((a, b) => a.from - b.from);
  });
}

function propose(report: Report, claim: Claim, own: readonly Claim[], text: ReportText): ProposedBinding | undefined {
  const { start, end } = numberOf(claim, text.text);
  const { from, to } = text.placeOf(start, end);
  const words = text.raw.slice(from, to);
  const expression = expressionsFor(report, claim, own).find((one) => {
    const printed = evaluate(report, one);
    return 'text' in printed && printed.text === words;
  });
  return expression === undefined ? undefined : { path: text.path, from, to, words, written: `{{${expression}}}` };
}

/** Start and end of the characters that a binding would print: 12, 17.46%, 增长12.5%. */
function numberOf({ kind, figure }: Claim, text: string): { start: number; end: number } {
  const { digits = 0, end = 0, unit = '' } = figure ?? {};
  if (kind === 'change') return { start: /(?:增长|下降)$/u.test(text.slice(0, digits)) ? digits - 2 : digits, end };
  return { start: digits, end: kind === 'share' ? end : end - unit.length };
}

/** Expressions that could print the number of a claim, the simplest first. */
function expressionsFor(report: Report, claim: Claim, own: readonly Claim[]): string[] {
  const { kind, candidates, value, figure } = claim;
  const inDigits = (expression: string) => [expression, `${expression} ${figure?.decimals}`];
  if (kind === 'change') return operandsOf(report, candidates).flatMap((one) => inDigits(`change ${one}`));
  if (kind === 'share') {
    const part = own.find((one) => one.kind !== 'share' && one.figure?.start === claim.start);
    const parts = part ? operandsOf(report, equalTo(part.value, part.candidates)) : [];
    const wholes = operandsOf(report, candidates);
    return parts.flatMap((one) => wholes.flatMap((whole) => inDigits(`share ${one} ${whole}`)));
  }
  return equalTo(value, candidates).flatMap((candidate) => {
    const [operand] = operandsOf(report, [candidate]);
    if (operand !== undefined) return [report.cells.has(operand) ? operand : `sum ${operand}`];
    const { terms } = candidate;
    const isSum = terms.length <= MOST_TERMS && terms.every(({ minus }) => !minus);
    return isSum ? [`sum ${terms.map(({ path }) => path).join(' ')}`] : [];
  });
}

const equalTo = (value: number, candidates: readonly Candidate[]): Candidate[] =>
  candidates.filter((candidate) => candidate.value === value);

/** The candidates that consist of one cell or of all rows of a group. */
function operandsOf(report: Report, candidates: readonly Candidate[]): string[] {
  return candidates.flatMap(({ terms }) => {
    const [first] = terms;
    if (!first || terms.some(({ minus }) => minus)) return [];
    if (terms.length === 1) return [first.path];
    const group = first.path.split('.').slice(0, -2).join('.');
    const paths = new Set(terms.map(({ path }) => path));
    const rows = operandCells(report, group);
    return rows.length === paths.size && rows.every((row) => paths.has(row)) ? [group] : [];
  });
}
