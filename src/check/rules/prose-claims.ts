import type { Candidate } from '../../claims/evaluate.ts';
import type { Related } from '../../diagnostics/diagnostic.ts';
import type { Text } from '../../diagnostics/text.ts';
import { fenOf, moneyText } from '../../report/money.ts';
import type { Report } from '../../report/report.ts';
import { type Claim, claimsOf } from '../claims.ts';
import type { RuleFinding, RuleInput } from '../rule.ts';
import { operand, operandBefore } from './shared/operand.ts';
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
      related: relatedTo(claim, input),
    }));

/** 办结10件，其中予以公开8件……: outcomes that add up to neither their total nor the table are one mistake. */
const isToldByOutcomes = ({ statement }: Claim, all: readonly Claim[]): boolean =>
  statement.kind === 'list' &&
  all.some(
    ({ statement: other }) => other.kind === 'outcomes' && other.parts.every((part) => statement.parts.includes(part)),
  );

/** The cells that the statement was compared with, each listed once. */
function relatedTo(claim: Claim, { report, previous }: RuleInput): Related[] {
  const isBefore = isOfLastYear(claim);
  const paths = new Set(claim.candidates.flatMap(({ terms }) => terms.map(({ path }) => path)));
  const related = [...paths].flatMap((path) => {
    const cell = (isBefore ? previous : report)?.cells.get(path);
    return cell ? [isBefore ? operandBefore(cell) : operand(cell)] : [];
  });
  return related.sort((a, b) => Number(a.minor ?? false) - Number(b.minor ?? false)).slice(0, SHOWN);
}

/** Whether a number was compared with last year's tables: 去年新收申请19件. */
export const isOfLastYear = ({ statement }: Pick<Claim, 'statement'>): boolean =>
  statement.kind === 'count' && statement.ofLastYear === true;

/** The candidates with their values: `一、本年新收… · 总计 = 12；一、… + 二、… = 15`. */
export function triedIn(claim: Pick<Claim, 'candidates' | 'statement'>, report: Report): Text {
  const [zh, en] = isOfLastYear(claim) ? ['上年 ', "last year's "] : ['', ''];
  const parts = claim.candidates.flatMap((candidate) => {
    const value = valueText(candidate, report);
    return value === undefined ? [] : [`${sumName(report, candidate.terms)} = ${value}`];
  });
  return { zh: parts.map((part) => zh + part).join('；'), en: parts.map((part) => en + part).join('; ') };
}

/** The value of a candidate; an amount of money in the unit of the cell, because its name gives the unit. */
export function valueText({ terms, value }: Candidate, { cells }: Report): string | undefined {
  const [only, ...others] = terms;
  const cell = others.length === 0 && only ? cells.get(only.path) : undefined;
  if (value === undefined) return undefined;
  if (cell?.kind !== 'yuan' && cell?.kind !== 'wan_yuan') return String(value);
  const fen = BigInt(Math.round(value * 100));
  // The cell as written; that of last year's report has another amount.
  return fen === fenOf(cell) ? cell.text : moneyText(fen, cell.kind);
}
