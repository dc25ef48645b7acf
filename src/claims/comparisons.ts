import { say } from '../diagnostics/text.ts';
import type { Clause } from './clauses.ts';
import { candidatesIn, exact, roundsTo } from './evaluate.ts';
import type { Figure } from './figures.ts';
import type { Read, SentenceReading } from './sentence-reading.ts';
import type { Statement } from './statement.ts';
import type { Token } from './tokens.ts';
import { procedure, type Quantity, WHOLES } from './vocabulary/quantities.ts';

/** A share of a total: 占32.9%, （17.46%）. The total is a number of the tables or of the sentence. */
export function shareStatement({ figure, left, clause }: Read, { reads, years }: SentenceReading): Statement[] {
  if (figure.kind !== 'percent') return [];
  const isAlone = clause.depth > 0 && left.length === 0 && figure.end === clause.end;
  if (!isAlone && !left.some(({ role }) => role === 'share')) return [];
  if (!left.every(({ role }) => role === 'share' || role === 'plain' || role === 'request' || role === 'action'))
    return [];
  const part = reads.at(-1);
  if (part?.figure.kind !== 'count' || part.figure.about || figure.about) return [];
  const { quantity } = part;
  const wholes = quantity ? wholesOf(quantity).flatMap((whole) => candidatesIn(years.report, whole)) : [];
  const written = reads
    .slice(0, -1)
    .filter((read) => read.figure.unit === part.figure.unit && read.figure.value >= part.figure.value);
  const all = [...wholes.flatMap(({ value }) => value ?? []), ...written.map((read) => read.figure.value)].filter(
    (whole) => whole > 0,
  );
  const shareOf = (whole: number) => (part.figure.value / whole) * 100;
  const fitting = all.find((whole) => roundsTo(shareOf(whole), figure));
  const isSure = wholes.length > 0 && wholes.every(({ complete }) => complete);
  if (all.length === 0 || (fitting === undefined && !isSure)) return [];
  const whole = fitting ?? (all[0] as number);
  const share = `${part.figure.value}/${whole} = ${shareOf(whole).toFixed(Math.max(figure.decimals, 1))}%`;
  return [
    {
      start: part.figure.start,
      end: figure.end,
      figure,
      quantity: 'share',
      value: figure.value,
      verdict: fitting === undefined ? 'contradicts' : 'agrees',
      candidates: wholes,
      computed: say(share, share),
      fits: (value) => value > 0 && roundsTo(shareOf(value), figure),
    },
  ];
}

function wholesOf({ id }: Quantity): Pick<Quantity, 'candidates'>[] {
  const [kind = '', result] = id.split(':');
  if (kind === 'outcome' || kind === 'row' || kind === 'applicant') return [{ candidates: WHOLES }];
  if (['reconsideration', 'litigation', 'both'].includes(kind) && result !== 'total') return [procedure(kind)];
  return [];
}

interface Comparing {
  readonly clause: Clause;
  readonly left: readonly Token[];
  readonly right: readonly Token[];
  readonly figure: Figure | undefined;
}

/**
 * A comparison with last year: 同比增长1.05%, 比上年减少3件, 与去年持平. It is about the number before it; after a number that
 * is only mentioned on the way (新收12件，上年结转1件，比上年增加3件) or is a part (其中自然人10件), it may be about an earlier one.
 */
export function changeStatement(comparing: Comparing, reading: SentenceReading): Statement[] {
  const subjects = reading.reads.filter((read) => read.clause.depth <= comparing.clause.depth);
  const last = subjects.pop();
  const said = last ? aboutSubject(last, comparing, reading) : [];
  if (said[0]?.verdict !== 'contradicts') return said;
  const others = subjects.flatMap((earlier) => aboutSubject(earlier, comparing, reading));
  const agreeing = others.filter(({ verdict }) => verdict === 'agrees').slice(-1);
  const isInPassing = subjects.length > 0 && PASSING.has(last?.quantity?.id ?? '');
  return agreeing.length > 0 || isInPassing ? agreeing : said;
}

/** Numbers that are usually not compared with last year's if a sentence has another number. */
const PASSING: ReadonlySet<string> = new Set(['carried_over', 'carried_forward']);

function aboutSubject(
  about: Read,
  { clause, left, right, figure }: Comparing,
  { years, topic }: SentenceReading,
): Statement[] {
  const compared = left.findIndex(({ role }) => role === 'compared');
  // 比上年减少3件，下降5%: the second figure continues the first.
  const goesOn = compared < 0 && topic.compared && left[0]?.role === 'change';
  if ((compared < 0 && !goesOn) || !years.previous) return [];
  const behind = left.slice(compared + 1);
  const change = behind.find(({ role }) => role === 'change') ?? right.find(({ role }) => role === 'change');
  const isPlain = behind.every(({ role }) => role === 'change' || role === 'plain');
  const isLastYears = !behind.some(({ role }) => role === 'change') && figure?.kind === 'count';
  if (
    (!change && !isLastYears) ||
    !isPlain ||
    !about.quantity ||
    about.quantity.weak ||
    about.figure.about ||
    figure?.about
  )
    return [];
  if (left.slice(0, Math.max(compared, 0)).some(({ role }) => role !== 'plain' && role !== 'request')) return [];
  const pairs = candidatesIn(years.report, about.quantity).map((now, index) => ({
    now,
    before: candidatesIn(years.previous as NonNullable<typeof years.previous>, about.quantity as Quantity)[index],
  }));
  const known = pairs.filter(({ now, before }) => now.value === about.figure.value && now.complete && before?.complete);
  if (known.length === 0) return [];
  const said = isLastYears ? lastYears(figure) : testOf(change?.value ?? '', figure);
  if (!said) return [];
  const fits = known.some(({ now, before }) => said.holds(now.value as number, before?.value as number));
  const [first] = known;
  const before = first?.before?.value as number;
  const computed = said.compute(about.figure.value, before);
  return [
    {
      start: clause.start,
      end: figure ? Math.max(figure.end, isLastYears ? 0 : (change?.end ?? 0)) : clause.end,
      ...(figure && { figure }),
      quantity: 'change',
      value: figure?.value ?? 0,
      verdict: fits ? 'agrees' : 'contradicts',
      candidates: known.map(({ now }) => now),
      computed: say(computed, computed),
      withPrevious: true,
    },
  ];
}

interface ChangeTest {
  readonly holds: (now: number, before: number) => boolean;
  readonly compute: (now: number, before: number) => string;
}

/** 较上年的349件: the number of last year. */
const lastYears = ({ value }: Figure): ChangeTest => ({
  holds: (_, before) => before === value,
  compute: (_, before) => `${before}`,
});

function testOf(change: string, figure: Figure | undefined): ChangeTest | undefined {
  const sign = change === 'less' ? -1 : 1;
  if (change === 'same') {
    return figure
      ? undefined
      : { holds: (now, before) => now === before, compute: (now, before) => `${before} → ${now}` };
  }
  if (figure?.kind === 'percent') {
    const rate = (now: number, before: number) => ((now - before) / before) * 100;
    return {
      holds: (now, before) => before > 0 && roundsTo(sign * rate(now, before), figure),
      compute: (now, before) =>
        `(${now} − ${before})/${before} = ${before > 0 ? rate(now, before).toFixed(Math.max(2, figure.decimals)) : '?'}%`,
    };
  }
  if (figure?.kind === 'count') {
    return {
      holds: (now, before) => sign * exact(now - before) === figure.value,
      compute: (now, before) => `${now} − ${before} = ${exact(now - before)}`,
    };
  }
  return undefined;
}
