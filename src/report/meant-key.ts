import { didYouMean } from '../diagnostics/did-you-mean.ts';
import type { JsonSchema } from '../form/schema-types.ts';
import { get } from './access.ts';

/** The key that was probably meant. `sure` if only its notation differs, such as case, hyphens, plural or the Chinese name. */
export interface MeantKey {
  readonly key: string;
  readonly sure: boolean;
}

type Keys = Readonly<Record<string, JsonSchema>>;

/** The key that an unknown key of a map means: rather one that is not in the map. */
export function meantIn(map: unknown, written: string, known: Keys): MeantKey | undefined {
  const meant = meantKey(written, known);
  if (!meant || meant.sure) return meant;
  const absent = Object.fromEntries(Object.entries(known).filter(([key]) => get(map, key) === undefined));
  return meantKey(written, absent) ?? meant;
}

/** The key that an unknown key means among those that a map can have. */
export function meantKey(written: string, known: Keys): MeantKey | undefined {
  const keys = Object.keys(known);
  const titleOf = (key: string) => plainTitle(known[key]?.title ?? '');
  if (written.length > LONGEST) return undefined;
  const [word, title] = [plainKey(written), plainTitle(written)];
  if (word === '' && title === '') return undefined;
  const same = keys.filter(
    (key) => (word !== '' && plainKey(key) === word) || (title !== '' && titleOf(key) === title),
  );
  if (same.length === 1 && same[0]) return { key: same[0], sure: true };
  const likely = [
    () => keys.filter((key) => OTHER_WORDS[key]?.some((other) => other === word || other === title)),
    () => [didYouMean(written.toLowerCase(), keys)].filter((key) => key !== undefined),
    () => keys.filter((key) => sharesTitle(title, titleOf(key))),
    () => keys.filter((key) => sharesWords(wordsOf(written), wordsOf(key))),
  ];
  for (const find of likely) {
    const found = find();
    if (found.length === 1 && found[0]) return { key: found[0], sure: false };
  }
  return undefined;
}

const LONGEST = 80;

/** Words in small letters, without plural: `Natural-Persons` and `naturalPerson` are `natural`, `person`. */
const wordsOf = (key: string): string[] =>
  key
    .normalize('NFKC')
    .replace(/(?<=[a-z])(?=[A-Z])/gu, '_')
    .toLowerCase()
    .split(/[^a-z0-9\p{Script=Han}]+/u)
    .filter((word) => word !== '')
    .map((word) => word.replace(/(?<=[a-z]{2})s$/u, ''));

const plainKey = (key: string): string => wordsOf(key).join('');

/** A title without its number, brackets and punctuation. 其它 and 合计 are 其他 and 总计. */
const plainTitle = (title: string): string =>
  title
    .normalize('NFKC')
    .replace(/^[第(]?[一二三四五六七八九十]+[、)项]+|^[0-9]+[.、]/u, '')
    .replace(/\([^()]*\)$/u, '')
    .replace(/[^\p{Script=Han}a-z0-9]/giu, '')
    .replace(/其它/gu, '其他')
    .replace(/^合计$/u, '总计');

/** Whether one Chinese name contains the other. */
const sharesTitle = (one: string, other: string): boolean =>
  Math.min(one.length, other.length) >= 2 && (one.includes(other) || other.includes(one));

/** Whether one key has all the words of the other. */
const sharesWords = (one: readonly string[], other: readonly string[]): boolean =>
  one.length > 0 && (one.every((word) => other.includes(word)) || other.every((word) => one.includes(word)));

/** Other words for a key, which people write or find in other forms. */
const OTHER_WORDS: Readonly<Record<string, readonly string[]>> = {
  name: ['名称', '单位名称', '机关名称', 'agencyname', 'fullname'],
  office: ['联系部门', '联系科室', '部门', 'department'],
  phone: ['tel', 'telephone', 'mobile', '联系电话', '办公电话'],
  postcode: ['zip', 'zipcode', 'postalcode', 'post'],
  email: ['mail', '邮件', '电子邮件'],
  published: ['date', 'publishdate', 'publicationdate', 'releasedate', '发布时间', '公开日期', '公布日期'],
  overview: ['summary', 'general', '总体'],
  problems: ['issue', '问题', '存在问题'],
  other_matters: ['other', '其他', '其他事项'],
  heading: ['title', 'name', '标题', '名称'],
  text: ['content', 'body', '内容'],
  natural_person: ['individual', 'citizen', '个人', '公民'],
  commercial_enterprise: ['company', 'business', 'firm', '公司'],
  total: ['sum', 'amount', '小计', '共计', '合计'],
  received: ['new', 'newlyreceived'],
  carried_over: ['carryover', 'fromlastyear', '上年转结', '上年度结转'],
  carried_forward: ['carryforward', 'tonextyear', '转下年', '结转下年', '转结下年'],
  not_disclosed: ['undisclosed', 'nondisclosed', 'refused'],
  not_held: ['信息不存在', '不存在', 'notexist', 'nonexistent'],
  petition_or_complaint: ['complaint', 'petition'],
  applications: ['request', '依申请', '依申请公开', '申请'],
  decisions: ['number', 'count', '数量', '件数', '决定数量'],
  in_force: ['valid', 'effective', '现行有效'],
  note: ['remark', 'comment', '备注', '说明'],
};
