/** Words before a number that is not exact, and what they say of it. */
export const BEFORE_ABOUT: Readonly<Record<'more' | 'less' | 'around', readonly string[]>> = {
  more: ['超过', '突破', '超', '逾', '至少', '多达', '不少于', '高于', '达到并超过'],
  less: ['接近', '将近', '近', '不足', '不到', '不满', '低于', '少于'],
  around: ['大约', '约', '大概', '左右', '约为'],
};
/** Words after a number that is not exact. */
export const AFTER_ABOUT: Readonly<Record<'more' | 'less' | 'around', readonly string[]>> = {
  more: ['余', '多', '以上'],
  less: ['以内', '以下'],
  around: ['左右', '上下'],
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
