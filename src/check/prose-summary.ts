import type { Agreement, Reason } from '../claims/statement.ts';
import type { ReadFigure } from './read-figures.ts';

/** How much of the prose is proven by the tables: the numbers of figures and of conclusions without a figure. */
export interface ProseSummary {
  readonly figures: number;
  readonly agree: number;
  readonly contradict: number;
  /** Not compared, although they can be about the tables. */
  readonly open: number;
  /** Not compared, because their words and units are not those of the tables: 培训12场. */
  readonly other: number;
  /** How many of `open` have which reason, the most frequent first. */
  readonly reasons: Readonly<Partial<Record<Reason, number>>>;
  /** How many of `agree`, `contradict` and `open` agree, in per cent, rounded down; undefined if there is none. */
  readonly proven: number | undefined;
}

/** Counts the figures of one report or of several. */
export function summaryOf(figures: readonly ReadFigure[]): ProseSummary {
  const count = (verdict: Agreement) => figures.filter((one) => one.verdict === verdict).length;
  const [agree, contradict] = [count('agrees'), count('contradicts')];
  const silent = figures.flatMap(({ reason, isOther }) => (reason && !isOther ? [reason.reason] : []));
  const byReason = new Map<Reason, number>();
  for (const reason of silent) byReason.set(reason, (byReason.get(reason) ?? 0) + 1);
  const open = silent.length;
  const all = agree + contradict + open;
  return {
    figures: figures.length,
    agree,
    contradict,
    open,
    other: count('open') - open,
    reasons: Object.fromEntries([...byReason].sort(([, a], [, b]) => b - a)),
    // 99.6 % is not all of them.
    proven: all === 0 ? undefined : Math.floor((agree / all) * 100),
  };
}
