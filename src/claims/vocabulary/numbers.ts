/** In which way a figure is not exact: 余 (a little more), 近 (a little less), 约 (around), 超过 (at least), 不足 (at most). */
export type About = 'more' | 'less' | 'around' | 'least' | 'most';

/** Words before a number that is not exact, and what they say of it. */
export const BEFORE_ABOUT: Readonly<Record<About, readonly string[]>> = {
  more: [],
  less: ['接近', '将近', '近'],
  around: ['大约', '约', '大概', '左右', '约为', '大致'],
  least: ['超过', '突破', '超', '逾', '至少', '多达', '不少于', '不低于', '高于', '多于', '大于', '超出', '不止'],
  most: ['不足', '不到', '不满', '低于', '少于', '小于', '不超过', '不高于', '不多于', '至多'],
};
/** Words after a number that is not exact. */
export const AFTER_ABOUT: Readonly<Record<About, readonly string[]>> = {
  more: ['余', '多'],
  less: [],
  around: ['左右', '上下'],
  least: ['以上', '及以上'],
  most: ['以内', '以下'],
};

/** Words for a half, and what they say of it. */
export const HALVES: Readonly<Record<About, readonly string[]>> = {
  more: [],
  less: ['近半数', '近半'],
  around: ['半数', '一半'],
  least: ['超过半数', '过半数', '过半', '逾半数', '逾半', '超半数', '超半', '一多半'],
  most: ['不足半数', '不到半数'],
};

/** Words and signs before a number that is a name. */
export const BEFORE_NAME = ['第', '电话', '传真', '邮编', '邮政编码', '编号', '号码', '热线', '〔', '['] as const;
/** Words and signs after a number that is a name. A year, a month and a day are read as times. */
export const AFTER_NAME = ['年', '月', '日', '号', '时', '点', '〕', ']', '版', '热线', '平台'] as const;

/** Words that begin with a numeral and a unit: 一件事. */
export const NOT_UNITS = [
  '条例',
  '条件',
  '件事',
  '份子',
  '个别',
  '例如',
  '起来',
  '起到',
  '条龙',
  '次性',
  '项目',
  '部门',
  '本账',
  '个百',
] as const;

/** What makes 一 before a unit a number of cases: 一份申请. */
export const CASES_BEHIND = [
  '政府信息',
  '信息公开',
  '依申请公开',
  '公开申请',
  '申请',
  '书面申请',
  '行政复议',
  '行政诉讼',
] as const;

/** Units of the parts of a law: 第三十六条. */
export const IN_LAWS: readonly string[] = ['条', '款', '项'];
