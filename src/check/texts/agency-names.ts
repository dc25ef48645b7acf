import type { Report } from '../../report/report.ts';
import { isShortFor } from '../../writing/short-names.ts';
import { ownNames } from './own-names.ts';
import { plain } from './report-texts.ts';

/** Endings of agency names. */
const ORGANS = [
  '局',
  '厅',
  '委',
  '委员会',
  '办公室',
  '办公厅',
  '人民政府',
  '街道办事处',
  '办事处',
  '管委会',
  '海关',
  '支队',
  '总队',
  '中心',
];
/** A full name begins with the place: 云阳县水利局. 县水利局 or 局办公室 may belong to any agency. */
const NAME = /^[\p{Script=Han}]{2,8}[省市县区州盟旗镇乡][\p{Script=Han}()、]{2,}$/u;
/** Words in place of a name that mean the agency itself. */
const SELF = /^(?:我|本|该|各|全)/u;
/** Joint offices of several agencies, such as 政务公开领导小组办公室. */
const SHARED = /公开|领导小组|联合/u;

/**
 * Whether this is certainly the name of another agency. If the name may be a short form of the agency's own name, or the
 * other way round, it is not.
 */
export function isAnotherAgency(report: Report, name: string): boolean {
  const own = ownNames(report);
  if (own.length === 0 || !NAME.test(name) || SELF.test(name) || SHARED.test(name)) return false;
  return ORGANS.some((organ) => name.endsWith(organ)) && !own.some((one) => mayBeTheSame(one, name));
}

/** The place of an agency, the level that its last character tells, and the name of the agency: 云阳 县 水利局. */
const PARTS = /^(?<place>[\p{Script=Han}]{1,12})(?<level>[省市县区州盟旗镇乡])(?<organ>[\p{Script=Han}()、]{3,})$/u;

/** What the names of the same agency of other places end with; undefined if the name of this one has no such end. */
export const organOf = ({ agencyName }: Report): string | undefined =>
  PARTS.exec(plain(agencyName).trim())?.groups?.organ;

/** Whether this is the name of the same agency of another place: 临江县水利局 in a report of 云阳县水利局, but not 临江市水利局. */
export function isSameElsewhere(report: Report, name: string): boolean {
  const [own, other] = [report.agencyName, name].map((one) => PARTS.exec(plain(one).trim())?.groups);
  const isSame = own !== undefined && own.organ === other?.organ && own.level === other?.level;
  return isSame && !mayBeTheSame(plain(report.agencyName).trim(), name);
}

/** Whether one of two names may be short for the other. */
const mayBeTheSame = (one: string, other: string): boolean => isShortFor(one, other) || isShortFor(other, one);
