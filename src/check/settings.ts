import type { Severity } from '../diagnostics/diagnostic.ts';
import type { Text } from '../diagnostics/text.ts';

/** Who has a date of publication of its own. */
export const PUBLISHERS = {
  government: {
    zh: '县级以上人民政府',
    en: 'governments of county level and above, and the offices that report in their name',
  },
  department: { zh: '县级以上人民政府部门', en: 'departments of governments of county level and above' },
  township: { zh: '乡镇人民政府', en: 'governments of townships' },
  dispatched: { zh: '派出机关（街道、开发区）', en: 'dispatched organs' },
  authorized: { zh: '法律法规授权的组织', en: 'authorized organizations' },
  vertical: { zh: '垂直管理部门（海关、税务等）', en: 'bodies that are led from above' },
} as const satisfies Record<string, Text>;

export type PublisherKind = keyof typeof PUBLISHERS;

/** What an office's configuration changes about the checks. */
export interface Settings {
  /** By rule id. */
  readonly severities: Readonly<Record<string, Severity | 'off'>>;
  /** The last day of publication, `MM-DD` of the year after the report's. Where nothing is given, that of the Regulations and the notice. */
  readonly deadlines: Readonly<Partial<Record<PublisherKind, string>>>;
}

export const DEFAULT_SETTINGS: Settings = { severities: {}, deadlines: {} };
