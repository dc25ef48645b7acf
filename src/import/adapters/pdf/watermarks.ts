import type { Char } from './drawing.ts';
import { isIn } from './geometry.ts';

/** Times the usual height of the letters of a page. */
const LARGE = 2;
/** More large letters are no watermark. */
const MOST_LETTERS = 200;

/** The large letters that lie over or under others, with all others of their kind: a watermark. */
export function watermarksOf(chars: readonly Char[]): ReadonlySet<Char> {
  const sizes = chars.map(({ size }) => size).sort((a, b) => a - b);
  const usual = sizes[Math.floor(sizes.length / 2)] ?? 0;
  const large = chars.filter(({ size }) => size >= LARGE * usual);
  if (large.length === 0 || large.length > MOST_LETTERS) return new Set();
  const small = chars.filter(({ size }) => size < LARGE * usual);
  const overOthers = large.filter(({ box }) =>
    small.some((one) => isIn(box, (one.box.left + one.box.right) / 2, (one.box.top + one.box.bottom) / 2)),
  );
  const kinds = new Set(overOthers.map(kindOf));
  return new Set(large.filter((char) => kinds.has(kindOf(char))));
}

const kindOf = ({ size, font }: Char): string => `${Math.round(size)} ${font}`;
