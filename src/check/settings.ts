import type { Severity } from '../diagnostics/diagnostic.ts';

/**
 * Who has a date of publication of its own.
 * - `government`: a people's government of county level or above, or the office that reports in its name
 * - `department`: a department of a government of county level or above
 * - `township`, `dispatched`, `authorized`: governments of townships, dispatched organs (街道), authorized organizations
 * - `vertical`: a body that is led from above (海关、税务)
 */
export type Publisher = 'government' | 'department' | 'township' | 'dispatched' | 'authorized' | 'vertical';

/** What an office's configuration changes about the checks. */
export interface Settings {
  /** By rule id. */
  readonly severities: Readonly<Record<string, Severity | 'off'>>;
  /** The last day of publication, `MM-DD` of the year after the report's. Where nothing is given, the statutory one. */
  readonly deadlines: Readonly<Partial<Record<Publisher, string>>>;
}

export const DEFAULT_SETTINGS: Settings = { severities: {}, deadlines: {} };
