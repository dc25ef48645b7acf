import { candidatesIn } from './evaluate.ts';
import type { Read, SentenceReading } from './sentence-reading.ts';
import type { Statement } from './statement.ts';
import { WHOLES } from './vocabulary/quantities.ts';

/** The groups of table 三, which add up to all concluded applications. */
const GROUPS = [
  'disclosed',
  'partially_disclosed',
  'not_disclosed',
  'unable_to_provide',
  'not_processed',
  'other_handling',
];

/**
 * Checks that the numbers of applications in a sentence agree with each other: the groups of outcomes, and received against
 * concluded.
 */
export function flowsIn({ reads, years }: SentenceReading): Statement[] {
  const numbers = new Map<string, Read>();
  for (const read of reads) {
    const { id } = read.quantity ?? {};
    if (id === undefined || read.figure.about) continue;
    // If a sentence says it twice, it is not clear which number is meant.
    if (numbers.has(id)) return [];
    numbers.set(id, read);
  }
  return [...groupsOf(numbers, years), ...balanceOf(numbers)];
}

function groupsOf(numbers: ReadonlyMap<string, Read>, { report }: SentenceReading['years']): Statement[] {
  const outcomes = [...numbers].filter(([id]) => id.startsWith('outcome:'));
  const named = new Set(outcomes.flatMap(([id]) => id.slice('outcome:'.length).split('+')));
  if (outcomes.length < 3 || !GROUPS.every((group) => named.has(group) || group === 'partially_disclosed')) return [];
  const parts = [...outcomes.map(([, read]) => read)];
  const forward = numbers.get('carried_forward');
  const sum = parts.reduce((total, { figure }) => total + figure.value, 0);
  const wholes = candidatesIn(report, { candidates: WHOLES });
  const values = [
    ...wholes.flatMap(({ value }) => value ?? []),
    ...['finished', 'handled', 'received', 'new'].flatMap((id) => numbers.get(id)?.figure.value ?? []),
  ];
  if (values.length === 0) return [];
  const agrees = values.includes(sum) || (forward !== undefined && values.includes(sum + forward.figure.value));
  return [
    {
      ...statement(parts, agrees, `${parts.map(({ figure }) => figure.value).join(' + ')} = ${sum}`, sum),
      certain: true,
    },
  ];
}

/** Received (with those carried over) = concluded + carried forward. */
function balanceOf(numbers: ReadonlyMap<string, Read>): Statement[] {
  const numberOf = (id: string) => numbers.get(id)?.figure.value;
  const [finished, forward, over = 0] = [numberOf('finished'), numberOf('carried_forward'), numberOf('carried_over')];
  const id = ['handled', 'received', 'new'].find((one) => numbers.has(one));
  const came = id === undefined ? undefined : numberOf(id);
  if (finished === undefined || forward === undefined || came === undefined || id === undefined) return [];
  const out = finished + forward;
  const agrees = [came, came + over].includes(out) || came === out + over || came + over === out + over;
  const reads = [id, 'carried_over', 'finished', 'carried_forward'].flatMap((one) => numbers.get(one) ?? []);
  return [statement(reads, agrees, `${came}${over > 0 ? ` + ${over}` : ''} = ${finished} + ${forward}`, came)];
}

const statement = (reads: readonly Read[], agrees: boolean, computed: string, value: number): Statement => ({
  start: Math.min(...reads.map(({ figure }) => figure.start)),
  end: Math.max(...reads.map(({ figure }) => figure.end)),
  quantity: 'flow',
  value,
  verdict: agrees ? 'agrees' : 'contradicts',
  candidates: [],
  computed,
});
