import type { ValueKind } from './types.ts';

/** The notation of each kind of number, as a regular expression for the whole text. */
export const NUMBER_PATTERNS: Readonly<Record<ValueKind, string>> = {
  count: '^(0|[1-9][0-9]{0,11})$',
  change: '^(0|[+-]?[1-9][0-9]{0,11})$',
  wan_yuan: '^(0|[1-9][0-9]{0,11})(\\.[0-9]{1,6})?$',
  yuan: '^(0|[1-9][0-9]{0,11})(\\.[0-9]{1,2})?$',
  amount: '^(0|[1-9][0-9]{0,11})((\\.[0-9]{1,2})?元|(\\.[0-9]{1,6})?(万元)?)$',
};

/** The largest whole number in a cell: twelve digits, so that every sum of a form stays exact. */
export const LARGEST_NUMBER = 999_999_999_999;
