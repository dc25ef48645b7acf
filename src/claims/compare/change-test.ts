import { exact, fitsFigure, roundsTo } from '../evaluate.ts';
import type { Figure } from '../lex/figures.ts';
import type { Direction } from '../statement.ts';

/** Whether a change can be said of two numbers, and how it is computed. */
interface ChangeTest {
  readonly holds: (now: number, before: number) => boolean;
  readonly compute: (now: number, before: number) => string;
}

/** 持平 can be said of numbers that hardly differ, 基本持平 of more. In shares of the number before. */
const SAME = 0.03;
const ALIKE = 0.1;
/** 翻一番 is said of somewhat more or less than twice the number. */
const DOUBLE = 0.2;

const difference = (now: number, before: number): string => `${now} − ${before} = ${exact(now - before)}`;
const ratio = (now: number, before: number): string =>
  `${now}/${before} = ${before > 0 ? Number((now / before).toFixed(2)) : '?'}`;
const arrow = (now: number, before: number): string => `${before} → ${now}`;
const within =
  (share: number) =>
  (now: number, before: number): boolean =>
    Math.abs(now - before) <= share * before;

/** undefined if the figure says nothing that can be computed, such as 个百分点. */
export function testOf(direction: Direction, figure: Figure | undefined): ChangeTest | undefined {
  switch (direction) {
    case 'value':
      // 较上年的349件: the number of last year.
      return figure && { holds: (_, before) => before === figure.value, compute: (_, before) => `${before}` };
    case 'same':
      return figure ? undefined : { holds: within(SAME), compute: arrow };
    case 'alike':
      return figure ? undefined : { holds: within(ALIKE), compute: arrow };
    case 'double':
    case 'twice_double': {
      const times = direction === 'double' ? 2 : 4;
      return { holds: (now, before) => within(DOUBLE)(now, before * times), compute: ratio };
    }
    case 'ratio':
      return figure && { holds: (now, before) => before > 0 && isSaidOf(figure, now / before), compute: ratio };
    case 'more':
    case 'less':
      return growthOf(direction === 'less' ? -1 : 1, figure);
  }
}

function growthOf(sign: 1 | -1, figure: Figure | undefined): ChangeTest | undefined {
  if (!figure) return { holds: (now, before) => sign * (now - before) > 0, compute: difference };
  const isPercent = figure.kind === 'percent';
  if (isPercent || figure.kind === 'times') {
    const rate = (now: number, before: number) => ((now - before) / before) * (isPercent ? 100 : 1);
    const shown = (now: number, before: number) => Number(rate(now, before).toFixed(Math.max(2, figure.decimals)));
    return {
      holds: (now, before) => before > 0 && isSaidOf(figure, sign * rate(now, before)),
      compute: (now, before) =>
        `(${now} − ${before})/${before} = ${before > 0 ? shown(now, before) : '?'}${isPercent ? '%' : ''}`,
    };
  }
  return figure.kind === 'count' || figure.kind === 'money'
    ? { holds: (now, before) => fitsFigure(figure, sign * exact(now - before)), compute: difference }
    : undefined;
}

/** 一倍 is not said of a half. */
const isSaidOf = (figure: Figure, value: number): boolean => {
  if (figure.about) return fitsFigure(figure, value);
  const isTimes = figure.kind === 'times' && figure.step === 1;
  return isTimes ? Math.abs(value - figure.value) < Math.min(0.5, figure.value / 4) : roundsTo(value, figure);
};
