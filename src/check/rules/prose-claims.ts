import type { Candidate } from '../../claims/evaluate.ts';
import type { Related } from '../../diagnostics/diagnostic.ts';
import type { Text } from '../../diagnostics/text.ts';
import type { Report } from '../../report/report.ts';
import { type Claim, claimsOf } from '../claims.ts';
import type { RuleFinding, RuleInput } from '../rule.ts';
import { operand } from './shared/operand.ts';
import { sumName } from './shared/sum-names.ts';

/** The number of cells that a finding names; nobody reads more. */
const SHOWN = 8;

/** Makes a finding, with message and hint from `say`, for each statement that the report contradicts. */
export const contradicted = (
  input: RuleInput,
  kinds: (kind: Claim['kind']) => boolean,
  say: (claim: Claim, input: RuleInput) => { message: Text; hint?: Text },
): RuleFinding[] =>
  claimsOf(input)
    .filter(({ kind, verdict }) => verdict === 'contradicts' && kinds(kind))
    .filter((claim, _, all) => !isToldByOutcomes(claim, all))
    .map((claim) => ({
      path: claim.path,
      // A certain claim can be read in only one way, so it is an error.
      ...(claim.certain && { severity: 'error' as const }),
      words: claim.words,
      ...say(claim, input),
      related: relatedTo(claim, input.report),
    }));

/** 办结10件，其中予以公开8件……: outcomes that add up to neither their total nor the table are one mistake. */
const isToldByOutcomes = ({ statement }: Claim, all: readonly Claim[]): boolean =>
  statement.kind === 'list' &&
  all.some(
    ({ statement: other }) => other.kind === 'outcomes' && other.parts.every((part) => statement.parts.includes(part)),
  );

/** The cells that the statement was compared with, each listed once. */
function relatedTo({ candidates }: Claim, { cells }: Report): Related[] {
  const paths = new Set(candidates.flatMap(({ terms }) => terms.map(({ path }) => path)));
  const related = [...paths].flatMap((path) => {
    const cell = cells.get(path);
    return cell ? [operand(cell)] : [];
  });
  return related.sort((a, b) => Number(a.minor ?? false) - Number(b.minor ?? false)).slice(0, SHOWN);
}

/** The candidates with their values: `一、本年新收… · 总计 = 12；一、… + 二、… = 15`. */
export function triedIn(candidates: readonly Candidate[], report: Report): Text {
  const parts = candidates.flatMap((candidate) => {
    const value = valueText(candidate, report);
    return value === undefined ? [] : [`${sumName(report, candidate.terms)} = ${value}`];
  });
  return { zh: parts.join('；'), en: parts.join('; ') };
}

/** The value of a candidate; an amount of money as the cell has it, because its name gives the unit. */
export function valueText({ terms, value }: Candidate, { cells }: Report): string | undefined {
  const [only, ...others] = terms;
  const cell = others.length === 0 && only ? cells.get(only.path) : undefined;
  if (value === undefined) return undefined;
  return cell && cell.kind !== 'count' ? cell.text : String(value);
}
