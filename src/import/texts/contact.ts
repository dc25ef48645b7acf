import { halfWidth } from '../../writing/width.ts';

/** The keys of `agency.contact` and the words that stand before their values. The values end at a sign. */
const DETAILS: readonly (readonly [string, RegExp])[] = [
  ['address', /(?:联系|办公|通讯|通信|单位|机关)?地址(?:为|是)?[：:]?\s?([^，,；;。（）()、\n：:]{4,60})/u],
  ['postcode', /(?:邮政编码|邮编)(?:为|是)?[：:]?\s?(\d{6})(?!\d)/u],
  [
    'phone',
    /(?:(?:电话|手机)(?:号码)?(?:\/传真)?(?:为|是)?|拨打)[：:]?\s?((?:[（(]?\d{3,4}[）)]?[-—–\s]?\d{5,8}|\d{7,11})(?:转\d{1,5})?)(?!\d)/u,
  ],
  ['fax', /传真(?:号码)?(?:为|是)?[：:]?\s?([（(]?\d{3,4}[）)]?[-—–\s]?\d{5,8}|\d{7,11})(?!\d)/u],
  ['email', /([\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,30}){1,4})/u],
];
const OFFICE =
  /(?:请(?:直接)?(?:与|同|向)|请联系|联系(?:科室|单位|机构|部门)[：:]|与)([^，,；;。（）()：:\n]{2,40}?)(?:联系|咨询|反映|[，,；;。（(]|$)/u;

const LABELS = '联系|咨询电话|(?:办公|通[讯信])?地址|电话|邮编|邮政编码|传真|(?:电子)?邮箱|e-?mail';
const LINE = new RegExp(`^[（(]?(?:${LABELS})(?:方式|人|单位|机构|科室|部门|电话|地址)?[：:\\s][^。]*。?$`, 'iu');
const HAS_LABEL = /电话|手机|地址|邮编|邮政编码|传真|邮箱|mail|联系人/iu;

/** Whether a line has details of contact and nothing else: 联系方式：……，电话：…… */
export const isContactLine = (text: string): boolean => text.length <= 200 && LINE.test(text) && HAS_LABEL.test(text);

/** The details of contact in a text, by key. */
export function contactIn(written: string, agency: string | undefined): Map<string, string> {
  const text = halfWidth(written);
  const found = new Map<string, string>();
  const office = OFFICE.exec(text)?.[1]
    ?.replace(agency ?? '', '')
    .replace(/^(?:我局|我委|我办|我厅|本机关|本单位|本局)/u, '')
    .trim();
  for (const [key, pattern] of DETAILS) {
    const value = pattern.exec(text)?.[1]?.trim();
    if (value) found.set(key, value.replace(/[—–]/gu, '-').replace(/（/gu, '(').replace(/）/gu, ')'));
  }
  if (found.size > 0 && office && office.length >= 2 && office.length <= 20) found.set('office', office);
  return found;
}
