import { say } from '../../diagnostics/text.ts';
import type { Years } from '../../report/report.ts';
import { type Candidate, candidatesIn } from '../evaluate.ts';
import type { Figure } from '../lex/figures.ts';
import { cellsOf, type Quantity } from '../quantity.ts';
import type { Change, ChangeSubject, Doubt, Judged } from '../statement.ts';
import { testOf } from './change-test.ts';
import { compareTold } from './growth.ts';

/**
 * Compares a change with the two numbers of the text, or else with last year's report. It is about the number before it;
 * after a number that is only mentioned on the way (新收12件，上年结转1件，比上年增加3件) or is a part (其中自然人10件), it may
 * be about an earlier one.
 */
export function compareChange(statement: Change, years: Years): Judged {
  const [last, ...others] = statement.subjects;
  if (statement.base && last?.quantity) return againstBase(statement, statement.base, last.quantity, years);
  const own = statement.told && compareTold(statement, statement.told);
  if (own?.verdict === 'agrees') return own;
  const first = last ? aboutSubject(statement, last, years) : open(statement, { reason: 'nothing' });
  if (first.verdict === 'agrees') return first;
  if (own) return own;
  const all = others.map((one) => aboutSubject(statement, one, years));
  const agreeing = all.find(({ verdict }) => verdict === 'agrees');
  if (agreeing) return agreeing;
  const quantity = last?.quantity;
  const isInPassing =
    others.length > 0 &&
    quantity?.about === 'requests' &&
    (quantity.event === 'carried_over' || quantity.event === 'carried_forward');
  return isInPassing ? open(statement, { reason: 'several' }) : first;
}

/** 新收申请较上年的40件增长15%: the number of this year is in the tables. */
function againstBase(statement: Change, base: Figure, quantity: Quantity, { report }: Years): Judged {
  const now = candidatesIn(report, cellsOf(quantity)).filter(({ value, complete }) => complete && value !== undefined);
  const judged = now.flatMap((one) => {
    const told = { now: { ...base, value: one.value as number }, base };
    return compareTold(statement, told) ?? [];
  });
  return judged.find(({ verdict }) => verdict === 'agrees') ?? judged[0] ?? open(statement, { reason: 'nothing' });
}

const open = (statement: Change, reason: Doubt): Judged => ({
  statement,
  verdict: 'open',
  value: statement.figure?.value ?? 0,
  candidates: [],
  reason,
});

type Pair = readonly [now: Candidate, before: Candidate];

function aboutSubject(statement: Change, subject: ChangeSubject, { report, previous }: Years): Judged {
  const { figure, direction, than } = statement;
  if (!subject.quantity) return open(statement, { reason: 'nothing' });
  const from = than ? report : previous;
  if (!from) return open(statement, { reason: 'previous' });
  const before = candidatesIn(from, cellsOf(than ?? subject.quantity));
  const now = candidatesIn(report, cellsOf(subject.quantity)).filter(
    ({ value, complete }) => complete && (subject.figure ? value === subject.figure.value : true),
  );
  const pairs = pairsOf(now, before, candidatesIn(report, cellsOf(subject.quantity)), than !== undefined);
  const said = testOf(direction, figure);
  const [first] = pairs;
  if (!first || !said) return open(statement, { reason: 'several' });
  const fits = pairs.some(([one, other]) => said.holds(one.value as number, other.value as number));
  const computed = said.compute(first[0].value as number, first[1].value as number);
  return {
    statement,
    verdict: fits ? 'agrees' : 'contradicts',
    value: figure?.value ?? 0,
    candidates: pairs.map(([one]) => one),
    computed: say(computed, computed),
    ...(!than && { withPrevious: true as const }),
  };
}

/** The numbers to compare: the same cells of both years, or each cell of one quantity with each of the other. */
function pairsOf(
  now: readonly Candidate[],
  before: readonly Candidate[],
  all: readonly Candidate[],
  isOfOther: boolean,
): Pair[] {
  const isKnown = (one: Candidate | undefined): one is Candidate => one?.complete === true && one.value !== undefined;
  return now.flatMap((one): Pair[] => {
    if (isOfOther) return before.filter(isKnown).map((other) => [one, other]);
    const place = all.findIndex(({ terms }) => JSON.stringify(terms) === JSON.stringify(one.terms));
    const other = before[place];
    return isKnown(other) && isKnown(one) ? [[one, other]] : [];
  });
}
