import type { HouseWords } from '../claims/house-words.ts';
import type { Severity } from '../diagnostics/diagnostic.ts';
import type { Text } from '../diagnostics/text.ts';

/** The kinds of agencies that have a deadline of their own. */
export const PUBLISHERS = {
  government: {
    zh: '县级以上人民政府',
    en: 'governments of county level and above, and the offices that report in their name',
  },
  department: { zh: '县级以上人民政府部门', en: 'departments of governments of county level and above' },
  township: { zh: '乡镇人民政府', en: 'governments of townships' },
  dispatched: {
    zh: '派出机关（街道、开发区）',
    en: 'dispatched agencies (such as subdistrict offices and development zones)',
  },
  authorized: { zh: '法律法规授权的组织', en: 'authorized organizations' },
  vertical: { zh: '垂直管理部门（海关、税务等）', en: 'vertically managed agencies (such as customs and tax)' },
} as const satisfies Record<string, Text>;

export type PublisherKind = keyof typeof PUBLISHERS;

/** The user's settings that change the checks. */
export interface Settings {
  /** By rule id. */
  readonly severities: Readonly<Record<string, Severity | 'off'>>;
  /** Deadlines, `MM-DD` of the year after the report's. Without an entry, the Regulations and the notice apply. */
  readonly deadlines: Readonly<Partial<Record<PublisherKind, string>>>;
  /** Words of the house for the prose. */
  readonly prose?: HouseWords;
}

export const DEFAULT_SETTINGS: Settings = { severities: {}, deadlines: {} };
