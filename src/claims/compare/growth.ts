import { say, type Text } from '../../diagnostics/text.ts';
import type { Figure } from '../lex/figures.ts';
import type { Change, Judged } from '../statement.ts';
import { testOf } from './change-test.ts';

type Told = NonNullable<Change['told']>;

/** Compares a change with the two numbers of the text that it follows from, whatever was rounded; undefined if it can't be. */
export function compareTold(statement: Change, told: Told): Judged | undefined {
  const { figure, direction } = statement;
  const [now, base] = [told.now.value, told.base.value];
  const said = testOf(direction, figure);
  if (!said || (figure && (figure.kind === 'count' || figure.kind === 'money') && !isOfKind(figure, told)))
    return undefined;
  const fits =
    said.holds(now, base) || (figure !== undefined && fitsRounded(figure, direction === 'less' ? -1 : 1, told));
  return {
    statement,
    verdict: fits ? 'agrees' : 'contradicts',
    value: figure?.value ?? 0,
    candidates: [],
    computed: computedOf(statement, told, said.compute(now, base)),
  };
}

const isOfKind = (figure: Figure, { now }: Told): boolean =>
  figure.kind === now.kind && (figure.kind === 'money' || figure.unit === now.unit);

/** The calculation; where the words say the opposite, with what the numbers do. */
function computedOf({ direction }: Change, { now, base }: Told, text: string): Text {
  const sign = direction === 'less' ? -1 : direction === 'more' ? 1 : 0;
  const gap = now.value - base.value;
  if (sign * gap >= 0) return say(text, text);
  return gap > 0 ? say(`增加：${text}`, `a rise: ${text}`) : say(`减少：${text}`, `a fall: ${text}`);
}

/** True if a rate or difference is possible with the numbers before they were rounded. */
function fitsRounded(figure: Figure, sign: 1 | -1, { now, base }: Told): boolean {
  if (figure.about) return false;
  const half = ({ kind, step }: Figure) => (kind === 'money' || step !== 1 ? step / 2 : 0);
  const [low, high] = [now.value - half(now), now.value + half(now)];
  const [least, most] = [Math.max(base.value - half(base), base.value / 2), base.value + half(base)];
  const told = sign * figure.value;
  const isBetween = (one: number, other: number) =>
    told >= Math.min(one, other) - figure.step / 2 - 1e-9 && told <= Math.max(one, other) + figure.step / 2 + 1e-9;
  if (figure.kind === 'percent') return isBetween((low / most - 1) * 100, (high / least - 1) * 100);
  const isExact = half(now) === 0 && half(base) === 0;
  return !isExact && figure.kind === now.kind && isBetween(low - most, high - least);
}
