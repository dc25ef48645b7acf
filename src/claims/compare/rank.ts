import { say } from '../../diagnostics/text.ts';
import type { Report } from '../../report/report.ts';
import { type Candidate, candidatesIn } from '../evaluate.ts';
import type { Judged, Rank } from '../statement.ts';

const SIGNS: Readonly<Record<Rank['says'], string>> = { more: '>', less: '<', most: '≥', least: '≤' };

/** Compares a number of the tables with others; one of the readings has to hold. */
export function compareRank(statement: Rank, report: Report): Judged {
  const { says, readings } = statement;
  const known = readings.flatMap(({ one, others }): Known[] => {
    const [own] = candidatesIn(report, [one]);
    const all = candidatesIn(report, others);
    const isKnown = own?.complete && all.length === others.length && all.every(({ complete }) => complete);
    return own && isKnown ? [{ one: own, others: all }] : [];
  });
  const base: Judged = { statement, verdict: 'open', value: 0, candidates: [] };
  const [first] = known;
  if (!first || known.length < readings.length) return { ...base, reason: { reason: 'blank' } };
  const { told } = statement;
  const isTold = ({ one, others: [other] }: Known) =>
    (told?.one ?? one.value) === one.value && (told?.other ?? other?.value) === other?.value;
  const meant = known.filter(isTold);
  const fitting = (meant.length > 0 ? meant : known).find((reading) =>
    reading.others.every((other) => holds(says, numberOf(reading.one), numberOf(other))),
  );
  const { one, others } = fitting ?? meant[0] ?? first;
  const against = fitting ? others : others.filter((other) => !holds(says, numberOf(one), numberOf(other)));
  const computed = against.map(
    (other) =>
      `${numberOf(one)} ${SIGNS[fitting ? says : opposite(numberOf(one), numberOf(other))]} ${numberOf(other)}`,
  );
  const text = computed.join(', ');
  return {
    ...base,
    verdict: fitting ? 'agrees' : 'contradicts',
    candidates: [one, ...against],
    computed: say(text.replaceAll(', ', '，'), text),
  };
}

interface Known {
  readonly one: Candidate;
  readonly others: readonly Candidate[];
}

const numberOf = ({ value = 0 }: Candidate): number => value;

const opposite = (one: number, other: number): Rank['says'] => (one < other ? 'less' : one > other ? 'more' : 'most');

function holds(says: Rank['says'], one: number, other: number): boolean {
  if (says === 'most') return one >= other;
  // 最少 is also said of those who applied.
  if (says === 'least') return one <= other || other === 0;
  return says === 'more' ? one > other : one < other;
}
