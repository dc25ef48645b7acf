/** Units for applications and cases. */
export const CASE_UNITS: readonly string[] = '件 件次 起 个 宗 例 条 份 笔 项 次 封 桩 案 部'.split(' ');

/** Those that are also used for other things, so the text must be about applications. */
export const LOOSE_UNITS: readonly string[] = '项 次 条 个 部'.split(' ');

/** Units for documents, and for decisions. */
export const DOCUMENT_UNITS: readonly string[] = '件 份 个 部 项 条'.split(' ');
export const DECISION_UNITS: readonly string[] = '件 宗 起 例 件次 份 笔 案'.split(' ');

/** All units with which a figure is a number of cases, documents or decisions, or could be. */
export const COUNT_UNITS: readonly string[] = [
  ...new Set([...CASE_UNITS, ...DOCUMENT_UNITS, ...DECISION_UNITS, '条次', '批次']),
];

export const MONEY_UNITS = ['万元', '亿元', '元'];

/** Units of time: 15个工作日内办结12件 is a part of those concluded. */
export const DURATION_UNITS: readonly string[] = ['天', '个月', '个工作日', '小时', '分钟'];

/** Units for persons and bodies. */
export const BODY_UNITS: readonly string[] = '个 家 名 位'.split(' ');

/** Units for other things; a number with one of them is not a statement about the tables. */
export const OTHER_UNITS = [
  '人次',
  '场次',
  '期',
  '场',
  '篇',
  '册',
  '家',
  '名',
  '人',
  '类',
  '批',
  '届',
  '字',
  '户',
  '天',
  '个月',
  '个工作日',
  '小时',
  '分钟',
  '分',
  '级',
  '张',
  '种',
  '处',
  '页',
  '幅',
  '套',
  '辆',
  '位',
  '所',
  '轮',
  '遍',
  '组',
  '台',
  '栏',
  '款',
  '本',
];
