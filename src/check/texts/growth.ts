import { type Figure, findFigures } from '../../claims/lex/figures.ts';
import { sentencesOf } from './clauses.ts';
import type { ReportText } from './report-texts.ts';

/** A rate of change, or a difference, that does not follow from the two numbers beside it: 新收46件，去年40件，增长20%. */
export interface WrongGrowth {
  /** The offsets in the normalized text. */
  readonly start: number;
  readonly end: number;
  /** The growth as told. */
  readonly figure: Figure;
  /** The calculation: (46 − 40)/40 = 15%. */
  readonly computed: string;
  /** The numbers rise where the words say that they fall, or the other way round. */
  readonly opposite: 'rise' | 'fall' | undefined;
}

const LAST = '(?:去年|上年|上一年|20[0-9]{2}年)度?';
const THIS = '(?:今年|本年|当年|20[0-9]{2}年)度?';
const COUNTED =
  '(?:同期|全年|的|为|是|有|仅|只有|则为|共|新收|收到|受理|办结|答复|政府信息公开|信息公开|申请|总数|总量|数量|数)*';
/** The words before last year's number, if it follows this year's. */
const LAST_AFTER = new RegExp(`^[,;(、]?(?:而|比|较|相较|相比|与|同|同比)?\\(?${LAST}${COUNTED}\\(?$`, 'u');
/** The words before last year's number, if it comes first, and before this year's number then. */
const LAST_FIRST = new RegExp(`(?:^|[,;:(、由从较比])${LAST}${COUNTED}$`, 'u');
const THIS_AFTER = new RegExp(
  `^[,;)、]*(?:${THIS}${COUNTED}|(?:${THIS})?(?:增长|增加|上升|提高|下降|减少|降低|回落|增|减|降|升)(?:到|至|为)(?:${THIS})?的?)$`,
  'u',
);
const MORE = '增长|增加|上升|提高|增幅|多';
const CHANGE = new RegExp(
  `^[,;)、]*(?:同比|环比|相比|总体|总量|数量|申请量|(?:较|比|与)(?:去年|上年|上一年|20[0-9]{2}年)度?(?:同期)?(?:相比)?)?,?(?<word>${MORE}|下降|减少|降低|回落|降幅|少)(?:了|率|幅度)?(?:为|达到|达|是)?$`,
  'u',
);
const ANY_CHANGE = new RegExp(`(?:${MORE}|下降|减少|降低|回落|降幅|少)(?:了|率|幅度)?(?:为|达到|达|是)?$`, 'u');
/** Sentences with more figures are tables in words. */
const MOST_FIGURES = 60;

/** A figure with the words between it and the figure before. */
interface Labelled {
  readonly figure: Figure;
  readonly label: string;
}

/** All growth in a text that the two numbers beside it contradict. Takes linear time. */
export function wrongGrowthIn({ text }: ReportText): WrongGrowth[] {
  const figures = findFigures(text).filter(({ kind }) => kind !== 'name');
  let next = 0;
  return sentencesOf(text).flatMap(({ start, end }) => {
    while ((figures[next]?.start ?? end) < start) next++;
    const from = next;
    while ((figures[next]?.start ?? end) < end) next++;
    if (next - from > MOST_FIGURES) return [];
    const own = figures.slice(from, next).map((figure, index): Labelled => {
      const before = index === 0 ? start : (figures[from + index - 1]?.end ?? start);
      return { figure, label: text.slice(before, figure.digits) };
    });
    return own
      .flatMap((_, index) => growthAt(own, index))
      .map((one) => (one.end > one.figure.end && text[one.end] === ')' ? { ...one, end: one.end + 1 } : one));
  });
}

function growthAt(figures: readonly Labelled[], index: number): WrongGrowth[] {
  const told = figures[index];
  const word = told && CHANGE.exec(told.label)?.groups?.word;
  if (!told || !word || told.figure.about) return [];
  const before = figures.slice(0, index);
  // 增加6件，增长15%: both are about the numbers before them.
  while (before.length > 0 && ANY_CHANGE.test(before.at(-1)?.label ?? '')) before.pop();
  const pair = pairOf(before.at(-2), before.at(-1)) ?? pairAround(before.at(-1), figures[index + 1]);
  // 较2023年增长 is not about the number of 2024.
  const year = /20[0-9]{2}/.exec(told.label)?.[0] ?? '';
  if (!pair?.label.includes(year) || !isComparable(pair.now, pair.base)) return [];
  const { now, base } = pair;
  const sign = new RegExp(`^(?:${MORE})$`, 'u').test(word) ? 1 : -1;
  const computed = contradicts(told.figure, sign, now, base);
  const start = Math.min(now.start, base.start);
  return computed === undefined
    ? []
    : [
        {
          start,
          end: Math.max(told.figure.end, base.end),
          figure: told.figure,
          computed,
          opposite: sign * (now.value - base.value) >= 0 ? undefined : sign < 0 ? 'rise' : 'fall',
        },
      ];
}

interface Pair {
  readonly now: Figure;
  readonly base: Figure;
  /** The words before the number of the year before. */
  readonly label: string;
}

/** 新收46件，去年40件 or 由去年的40件增加到46件. */
function pairOf(first: Labelled | undefined, second: Labelled | undefined): Pair | undefined {
  if (!first || !second || !isSame(first, second)) return undefined;
  const isBaseFirst =
    LAST_FIRST.test(first.label) && THIS_AFTER.test(second.label) && isLater(second.label, first.label);
  if (isBaseFirst) return { now: second.figure, base: first.figure, label: first.label };
  return LAST_AFTER.test(second.label) && isLater(first.label, second.label)
    ? { now: first.figure, base: second.figure, label: second.label }
    : undefined;
}

/** 新收46件，同比增长15%（去年40件）. */
const pairAround = (first: Labelled | undefined, last: Labelled | undefined): Pair | undefined =>
  first && last && isSame(first, last) && LAST_AFTER.test(last.label) && isLater(first.label, last.label)
    ? { now: first.figure, base: last.figure, label: last.label }
    : undefined;

const VERBS = /新收|收到|受理|办结|答复/gu;
/** Whether the second number counts what the first one counts: 去年办结38件 is not last year's number of 新收46件. */
const isSame = (first: Labelled, second: Labelled): boolean =>
  (second.label.match(VERBS) ?? []).every((verb) => first.label.includes(verb));

/** Whether the words of this year's number do not name last year, or a year not later than the other's. */
function isLater(now: string, base: string): boolean {
  if (/去年|上年|上一年|结转/u.test(now)) return false;
  const [ours, theirs] = [now, base].map((label) => Number(/20[0-9]{2}/.exec(label)?.[0]));
  return !ours || !theirs || Number(ours) > Number(theirs);
}

const isComparable = (now: Figure, base: Figure): boolean =>
  now.kind === base.kind &&
  (now.kind === 'count' || now.kind === 'money') &&
  (now.kind === 'money' || now.unit === base.unit) &&
  !now.about &&
  !base.about &&
  base.value > 0;

/** The calculation, if the growth as told is not possible, whatever was rounded. */
function contradicts(told: Figure, sign: number, now: Figure, base: Figure): string | undefined {
  const half = (figure: Figure) => (figure.kind === 'money' || figure.step !== 1 ? figure.step / 2 : 0);
  const [a, b] = [now.value, base.value];
  const [low, high] = [a - half(now), a + half(now)];
  const [least, most] = [Math.max(b - half(base), b / 2), b + half(base)];
  const between = (one: number, other: number) =>
    sign * told.value >= Math.min(one, other) - told.step / 2 - 1e-9 &&
    sign * told.value <= Math.max(one, other) + told.step / 2 + 1e-9;
  if (told.kind === 'percent' && told.unit === '%') {
    if (between((low / most - 1) * 100, (high / least - 1) * 100)) return undefined;
    const rate = Number((((a - b) / b) * 100).toFixed(Math.max(2, told.decimals)));
    return `(${a} − ${b})/${b} = ${rate}%`;
  }
  if (told.kind !== now.kind || told.unit !== now.unit) return undefined;
  const exact = told.kind === 'count' && told.step === 1;
  return (exact ? sign * told.value === a - b : between(low - most, high - least))
    ? undefined
    : `${a} − ${b} = ${Number((a - b).toFixed(2))}`;
}
