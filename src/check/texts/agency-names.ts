import { textIn } from '../../report/access.ts';
import type { Report } from '../../report/report.ts';
import { plain } from './report-texts.ts';

/** How the name of an administrative organ ends. */
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
/** A full name begins with the place: 云阳县水利局. 县水利局 or 局办公室 may be anybody's. */
const NAME = /^[\p{Script=Han}]{2,8}[省市县区州盟旗镇乡][\p{Script=Han}()、]{2,}$/u;
/** Stand in an agency's place and mean the agency itself. */
const SELF = /^(?:我|本|该|各|全)/u;
/** Bodies that several agencies have in common, such as 政务公开领导小组办公室. */
const SHARED = /公开|领导小组|联合/u;

/** The names an agency gives itself. */
const ownNames = ({ data }: Report): string[] =>
  [textIn(data, 'agency.name'), textIn(data, 'agency.short_name')].flatMap((name) => {
    const read = plain(name ?? '').replaceAll('\n', '');
    return read ? [read] : [];
  });

/**
 * Is this surely the name of an organ that is not the report's own? A name that may be short for the agency's, or that
 * the agency's may be short for, is not.
 */
export function isAnotherAgency(report: Report, name: string): boolean {
  const own = ownNames(report);
  if (own.length === 0 || !NAME.test(name) || SELF.test(name) || SHARED.test(name)) return false;
  return ORGANS.some((organ) => name.endsWith(organ)) && !own.some((one) => mayBeTheSame(one, name));
}

/** Is one a shortening of the other: are its characters found in the other, in the same order? */
export const mayBeTheSame = (one: string, other: string): boolean => isShortFor(one, other) || isShortFor(other, one);

function isShortFor(short: string, long: string): boolean {
  let at = 0;
  for (const char of long) if (char === short[at]) at++;
  return at === short.length;
}
