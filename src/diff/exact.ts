import type { Cell } from '../report/cell.ts';
import { percent } from '../report/expression.ts';

/** A number as a whole number of its smallest unit: 件, or 分 for money. */
export interface ExactNumber {
  readonly value: bigint;
  /** Decimals of the unit in which it is printed. */
  readonly decimals: number;
  /** The unit that is printed after it; empty if the form prints it. */
  readonly unit: string;
}

/** Decimals down to 分. */
const DECIMALS = { count: 0, change: 0, yuan: 2, wan_yuan: 6 } as const;
const OF_UNIT = { 元: 2, 万元: 6 } as const;

/** The number of a cell, never as a binary float; undefined if it is unknown. */
export function exactNumber({ kind, state, text }: Pick<Cell, 'kind' | 'state' | 'text'>): ExactNumber | undefined {
  if (state === 'unknown') return undefined;
  if (kind !== 'amount') return scaled(text, DECIMALS[kind], '');
  const [, digits = '', unit] = /^([\d.]+)(元|万元)$/u.exec(text) ?? [];
  // 0 needs no unit.
  return unit ? scaled(digits, OF_UNIT[unit as '元' | '万元'], unit) : scaled(text, OF_UNIT.元, '元');
}

function scaled(text: string, decimals: number, unit: string): ExactNumber | undefined {
  const [, sign = '', whole = '', fraction = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text) ?? [];
  if (whole === '' || fraction.length > decimals) return undefined;
  return { value: BigInt(`${sign}${whole}${fraction.padEnd(decimals, '0')}`), decimals, unit };
}

/** `after` minus `before` as it is printed; in 元 if the units differ. */
export function differenceOf(before: ExactNumber, after: ExactNumber): string {
  const { decimals, unit } = before.decimals < after.decimals ? before : after;
  const difference = after.value - before.value;
  const sign = difference < 0n ? '-' : '';
  const digits = String(difference < 0n ? -difference : difference).padStart(decimals + 1, '0');
  const cut = digits.length - decimals;
  const text = decimals === 0 ? digits : `${digits.slice(0, cut)}.${digits.slice(cut)}`.replace(/\.?0+$/, '');
  return `${sign}${text}${unit}`;
}

/** The growth, rounded to one decimal; undefined from 0. */
export function growthOf(before: ExactNumber, after: ExactNumber): string | undefined {
  if (before.value <= 0n) return undefined;
  const difference = after.value - before.value;
  const share = percent(difference < 0n ? -difference : difference, before.value, 1).replace(/\.0$/, '');
  return `${difference < 0n && share !== '0' ? '-' : ''}${share}%`;
}
