import { UserError } from '../diagnostics/user-error.ts';
import type { Machine } from '../workspace/machine.ts';

/** The end of the year 9999, the last that a date can have. */
const LAST = 253_402_300_799;

/**
 * SOURCE_DATE_EPOCH in seconds since 1970, for documents without a date of their own; undefined if it is not set. Throws a
 * UserError if it is not a number. See https://reproducible-builds.org/specs/source-date-epoch.
 */
export function sourceDateEpoch({ SOURCE_DATE_EPOCH: value }: Machine['env']): number | undefined {
  if (value === undefined || value === '') return undefined;
  if (/^\d+$/.test(value) && Number(value) <= LAST) return Number(value);
  throw new UserError(
    {
      zh: `环境变量 SOURCE_DATE_EPOCH 是“${value}”，不是 1970 年以来的秒数`,
      en: `The environment variable SOURCE_DATE_EPOCH is "${value}", not a number of seconds since 1970`,
    },
    {
      zh: '例如 SOURCE_DATE_EPOCH=1705852800，或者不设',
      en: 'For example: SOURCE_DATE_EPOCH=1705852800; or do not set it',
    },
  );
}
