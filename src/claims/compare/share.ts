import { say, type Text } from '../../diagnostics/text.ts';
import type { Report } from '../../report/report.ts';
import { type Candidate, candidatesIn, exactSum, fitsFigure } from '../evaluate.ts';
import type { Figure } from '../lex/figures.ts';
import type { Judged, Operand, Share } from '../statement.ts';

/** Computes a share again, with each part and whole that can be meant. */
export function compareShare(statement: Share, report: Report): Judged {
  const { figure, sure, close = false } = statement;
  const parts = valuesOf(statement.parts, report);
  const wholes = valuesOf(statement.wholes, report);
  const candidates = wholes.flatMap(({ candidate }) => candidate ?? []);
  const isPaired = statement.paired && parts.length === wholes.length;
  const pairs = parts.flatMap((part, index) =>
    (isPaired ? wholes.slice(index, index + 1) : wholes)
      .filter(({ value }) => value > 0)
      .map((whole) => ({ part, whole, share: (part.value / whole.value) * 100 })),
  );
  const fits = ({ share }: { share: number }) => fitsFigure(figure, share);
  const fitting = pairs.find(fits);
  const shown = fitting ?? pairs[0];
  const base: Judged = {
    statement,
    verdict: 'open',
    value: figure.value,
    candidates,
    ...(shown && { computed: computedShare(shown, figure.decimals) }),
    ...(parts.length === 1 && {
      fits: (value: number) => value > 0 && fitsFigure(figure, ((parts[0]?.value ?? 0) / value) * 100),
    }),
  };
  if (!shown) return { ...base, reason: { reason: 'blank' } };
  if (fitting) return { ...base, verdict: 'agrees' };
  const isKnown = candidates.every(({ complete }) => complete);
  // A part that is more than the whole is a part of something else.
  const isPart = pairs.some(({ part, whole }) => (whole.candidate || whole.isSum) && part.value <= whole.value);
  const isWrong = (sure && isPart) || (close && pairs.some((one) => isClose(figure, one.share)));
  return isKnown && isWrong ? { ...base, verdict: 'contradicts' } : { ...base, reason: { reason: 'several' } };
}

/** True if a percentage differs in one digit, or has two digits swapped. */
function isClose({ value, decimals, about }: Figure, share: number): boolean {
  const [told, exact] = [value.toFixed(decimals), share.toFixed(decimals)];
  if (about || decimals === 0 || told.length !== exact.length || told.length < 4) return false;
  const places = [...told].flatMap((digit, index) => (digit === exact[index] ? [] : [index]));
  const [one = 0, other = 0] = places;
  return places.length === 1 || (places.length === 2 && told[one] === exact[other] && told[other] === exact[one]);
}

interface Value {
  readonly value: number;
  readonly candidate: Candidate | undefined;
  readonly isSum?: true;
}

/** The numbers of the operands that are known. */
const valuesOf = (operands: readonly Operand[], report: Report): Value[] =>
  operands.flatMap((one): Value[] => {
    if ('figure' in one) return [{ value: one.figure.value, candidate: undefined }];
    if ('figures' in one)
      return [{ value: exactSum(one.figures.map(({ value }) => value)), candidate: undefined, isSum: true }];
    const [candidate] = candidatesIn(report, [one.cells]);
    return candidate?.value === undefined ? [] : [{ value: candidate.value, candidate }];
  });

function computedShare(
  { part, whole, share }: { part: { value: number }; whole: { value: number }; share: number },
  decimals: number,
): Text {
  const text = `${part.value}/${whole.value} = ${share.toFixed(Math.max(decimals, 1))}%`;
  return say(text, text);
}
