import type { Cell } from './cell.ts';

/** Decimals of each unit down to 分: 1 元 = 10² 分, 1 万元 = 10⁶ 分. */
const DECIMALS = { yuan: 2, wan_yuan: 6 } as const;

/** The money of a cell in 分, exactly; undefined if it is unknown or not in 元 or 万元. */
export function fenOf({ kind, state, text }: Cell): bigint | undefined {
  if ((kind !== 'yuan' && kind !== 'wan_yuan') || state === 'unknown') return undefined;
  const [whole = '', decimals = ''] = text.split('.');
  return BigInt(whole + decimals.padEnd(DECIMALS[kind], '0'));
}

/** 分 as a decimal number of 元 or 万元, without trailing zeros: 2950 元 is `0.295` 万元. */
export function moneyText(fen: bigint, unit: keyof typeof DECIMALS): string {
  const digits = String(fen).padStart(DECIMALS[unit] + 1, '0');
  const whole = digits.slice(0, -DECIMALS[unit]);
  return `${whole}.${digits.slice(-DECIMALS[unit])}`.replace(/\.?0+$/, '');
}
