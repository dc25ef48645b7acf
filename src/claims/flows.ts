import { say, type Text } from '../diagnostics/text.ts';
import { type Candidate, candidatesIn } from './evaluate.ts';
import { addition, isInTables } from './parts.ts';
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
export function flowsIn({ text, reads, years }: SentenceReading): Statement[] {
  const numbers = new Map<string, Read>();
  for (const read of reads) {
    const { id } = read.quantity ?? {};
    if (id === undefined || read.figure.about) continue;
    // If a sentence says it twice, it is not clear which number is meant.
    if (numbers.has(id)) return [];
    numbers.set(id, read);
  }
  return [...groupsOf(numbers, years).filter(isWhole(text)), ...balanceOf(numbers, years)];
}

/** False if the list has 部分公开 with a number that was not read, because its unit is missing. */
const isWhole =
  (text: string) =>
  ({ start, end, verdict }: Statement): boolean =>
    verdict === 'agrees' || !UNREAD.test(text.slice(start, end));
const UNREAD = /部分公开(?:的|为)?\d+(?=[,、;])/u;

function groupsOf(numbers: ReadonlyMap<string, Read>, { report }: SentenceReading['years']): Statement[] {
  const outcomes = [...numbers].filter(([id]) => id.startsWith('outcome:'));
  const named = new Set(outcomes.flatMap(([id]) => id.slice('outcome:'.length).split('+')));
  if (outcomes.length < 3 || !GROUPS.every((group) => named.has(group) || group === 'partially_disclosed')) return [];
  const parts = [...outcomes.map(([, read]) => read)];
  const forward = numbers.get('carried_forward');
  const sum = parts.reduce((total, { figure }) => total + figure.value, 0);
  const wholes = candidatesIn(report, { candidates: WHOLES });
  const own = ['finished', 'handled', 'received', 'new'].flatMap((id) => numbers.get(id) ?? []);
  const fits = (value: number) => value === sum || value === sum + (forward?.figure.value ?? 0);
  const agrees = own.some(({ figure }) => fits(figure.value)) || wholes.some(({ value = Number.NaN }) => fits(value));
  const [concluded] = wholes;
  if (!agrees && (concluded?.value === undefined || wholes.some(({ complete }) => !complete))) return [];
  // The sentence's own total is that of the table, so the list is wrong; else it may be a list of something else.
  const certain = own.some(({ figure }) => wholes.some(({ value }) => value === figure.value));
  const added = addition(parts.map(({ figure }) => figure.value));
  return [
    {
      ...statement(parts, agrees, agrees ? added : differsFrom(concluded as Candidate, sum, added), sum),
      candidates: wholes,
      fits,
      ...(certain && { certain }),
    },
  ];
}

const differsFrom = ({ value = 0 }: Candidate, sum: number, { zh, en }: Text): Text =>
  say(
    `各类结果 ${zh}，表里的“（七）总计”是 ${value}，相差 ${Math.abs(value - sum)}`,
    `the outcomes ${en}; （七）总计 in the table is ${value}; a difference of ${Math.abs(value - sum)}`,
  );

/** Received (with those carried over) = concluded + carried forward. */
function balanceOf(numbers: ReadonlyMap<string, Read>, { report }: SentenceReading['years']): Statement[] {
  const numberOf = (id: string) => numbers.get(id)?.figure.value;
  const [finished, forward, over = 0] = [numberOf('finished'), numberOf('carried_forward'), numberOf('carried_over')];
  const id = ['handled', 'received', 'new'].find((one) => numbers.has(one));
  const came = id === undefined ? undefined : numberOf(id);
  if (finished === undefined || forward === undefined || came === undefined || id === undefined) return [];
  const out = finished + forward;
  const agrees = [came, came + over].includes(out) || came === out + over || came + over === out + over;
  const reads = [id, 'carried_over', 'finished', 'carried_forward'].flatMap((one) => numbers.get(one) ?? []);
  // All of them are right, so a number that the sentence does not name makes the difference.
  if (!agrees && reads.every((read) => isInTables(read, report))) return [];
  // 收到 can include those carried over: the nearer of the two sums is meant.
  const isWithin = over === 0 || (id !== 'new' && Math.abs(came - out) <= Math.abs(came + over - out));
  const told = isWithin ? [id] : [id, 'carried_over'];
  const [left, right] = [sideOf(numbers, told), sideOf(numbers, ['finished', 'carried_forward'])];
  const difference = Math.abs(left.sum - right.sum);
  const computed = say(
    `${left.text.zh}，${right.text.zh}${agrees ? '' : `，相差 ${difference}`}`,
    `${left.text.en}; ${right.text.en}${agrees ? '' : `; a difference of ${difference}`}`,
  );
  return [statement(reads, agrees, computed, came)];
}

const NAMES: Readonly<Record<string, Text>> = {
  new: say('新收', 'received'),
  received: say('收到', 'received'),
  handled: say('收办', 'handled'),
  carried_over: say('上年结转', 'carried over'),
  finished: say('办结', 'concluded'),
  carried_forward: say('结转下年', 'carried forward'),
};

/** One side of the balance as it adds up: 新收 46＋上年结转 3＝49. */
function sideOf(numbers: ReadonlyMap<string, Read>, ids: readonly string[]): { text: Text; sum: number } {
  const values = ids.map((id) => numbers.get(id)?.figure.value ?? 0);
  const sum = values.reduce((total, value) => total + value, 0);
  const terms = (language: keyof Text) => ids.map((id, index) => `${NAMES[id]?.[language]} ${values[index]}`);
  const [zh, en] = ids.length > 1 ? [`＝${sum}`, ` = ${sum}`] : ['', ''];
  return { text: say(terms('zh').join('＋') + zh, terms('en').join(' + ') + en), sum };
}

const statement = (reads: readonly Read[], agrees: boolean, computed: Text, value: number): Statement => ({
  start: Math.min(...reads.map(({ figure }) => figure.start)),
  end: Math.max(...reads.map(({ figure }) => figure.end)),
  quantity: 'flow',
  value,
  verdict: agrees ? 'agrees' : 'contradicts',
  candidates: [],
  computed,
});
