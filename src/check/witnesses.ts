import { type Numbers, valued } from '../claims/evaluate.ts';
import { type Claim, claimsOf } from './claims.ts';
import type { RuleInput } from './rule.ts';
import { RULES } from './rules/index.ts';
import type { Witness } from './sums/witness.ts';

/** With more numbers in the prose, it is not worth looking for one cause of several findings. */
const MOST_CLAIMS = 500;

/** The comparisons of cells with last year's report and with the prose. `input` has last year's report only if it is that. */
export function witnessesOf(input: RuleInput): Witness[] {
  const claims = claimsOf(input).filter(({ fits, verdict }) => fits && verdict !== 'open');
  return [
    ...RULES.flatMap(({ witnesses }) => witnesses?.(input) ?? []),
    ...(claims.length > MOST_CLAIMS ? [] : claims.map(claimWitness)),
  ];
}

function claimWitness({ candidates, fits, value, figure, kind, path, words }: Claim): Witness {
  const holds = (numbers: Numbers) => {
    const sums = candidates.map(({ terms }) => valued(numbers, terms));
    if (sums.some((sum) => sum.value !== undefined && fits?.(sum.value))) return true;
    return sums.every(({ complete }) => complete) ? false : undefined;
  };
  // A share does not give the number that it is a share of.
  const isCount = figure?.kind !== 'percent' && figure?.kind !== 'money' && kind !== 'change';
  return {
    expected: candidates.flatMap(({ terms }) => (isCount ? [{ terms, number: value }] : [])),
    holds,
    isAbout: (finding) => finding.path === path && finding.words === words && finding.rule.startsWith('prose-'),
  };
}
