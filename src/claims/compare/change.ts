import { say } from '../../diagnostics/text.ts';
import type { Years } from '../../report/report.ts';
import { type Candidate, candidatesIn, exact, roundsTo } from '../evaluate.ts';
import type { Figure } from '../lex/figures.ts';
import { cellsOf } from '../quantity.ts';
import type { Change, Doubt, Judged } from '../statement.ts';

/**
 * Compares a change with last year's report. It is about the number before it; after a number that is only mentioned on the
 * way (新收12件，上年结转1件，比上年增加3件) or is a part (其中自然人10件), it may be about an earlier one.
 */
export function compareChange(statement: Change, years: Years): Judged {
  const [last, ...others] = statement.subjects;
  const first = last ? aboutSubject(statement, last, years) : open(statement, { reason: 'nothing' });
  if (first.verdict === 'agrees') return first;
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

const open = (statement: Change, reason: Doubt): Judged => ({
  statement,
  verdict: 'open',
  value: statement.figure?.value ?? 0,
  candidates: [],
  reason,
});

function aboutSubject(statement: Change, subject: Change['subjects'][number], { report, previous }: Years): Judged {
  const { figure, direction } = statement;
  if (!subject.quantity) return open(statement, { reason: 'nothing' });
  if (!previous) return open(statement, { reason: 'previous' });
  const cells = cellsOf(subject.quantity);
  const before = candidatesIn(previous, cells);
  const pairs = candidatesIn(report, cells).map((now, index) => ({ now, before: before[index] }));
  const known = pairs.filter(
    (pair): pair is { now: Candidate; before: Candidate } =>
      pair.now.value === subject.figure.value && pair.now.complete && pair.before?.complete === true,
  );
  const said = testOf(direction, figure);
  const [first] = known;
  if (!first || !said) return open(statement, { reason: 'several' });
  const fits = known.some(({ now, before: last }) => said.holds(now.value as number, last.value as number));
  const computed = said.compute(subject.figure.value, first.before.value as number);
  return {
    statement,
    verdict: fits ? 'agrees' : 'contradicts',
    value: figure?.value ?? 0,
    candidates: known.map(({ now }) => now),
    computed: say(computed, computed),
    withPrevious: true,
  };
}

interface ChangeTest {
  readonly holds: (now: number, before: number) => boolean;
  readonly compute: (now: number, before: number) => string;
}

const difference = (now: number, before: number): string => `${now} − ${before} = ${exact(now - before)}`;

function testOf(direction: Change['direction'], figure: Figure | undefined): ChangeTest | undefined {
  const sign = direction === 'less' ? -1 : 1;
  // 较上年的349件: the number of last year.
  if (direction === 'value')
    return figure && { holds: (_, before) => before === figure.value, compute: (_, before) => `${before}` };
  if (direction === 'same')
    return figure
      ? undefined
      : { holds: (now, before) => now === before, compute: (now, before) => `${before} → ${now}` };
  if (!figure) return { holds: (now, before) => sign * (now - before) > 0, compute: difference };
  if (figure.kind === 'percent') {
    const rate = (now: number, before: number) => ((now - before) / before) * 100;
    return {
      holds: (now, before) => before > 0 && roundsTo(sign * rate(now, before), figure),
      compute: (now, before) =>
        `(${now} − ${before})/${before} = ${before > 0 ? rate(now, before).toFixed(Math.max(2, figure.decimals)) : '?'}%`,
    };
  }
  if (figure.kind === 'times')
    return {
      holds: (now, before) => before > 0 && roundsTo((now - before) / before, figure),
      compute: (now, before) =>
        `(${now} − ${before})/${before} = ${before > 0 ? ((now - before) / before).toFixed(2) : '?'}`,
    };
  return figure.kind === 'count' || figure.kind === 'money'
    ? { holds: (now, before) => sign * exact(now - before) === figure.value, compute: difference }
    : undefined;
}
