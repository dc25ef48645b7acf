import type { Text } from '../../diagnostics/text.ts';

/** A topic that a section must cover, with its usual words. One word is enough: the meaning of the sentence is not checked. */
export interface SectionTopic {
  readonly name: string;
  readonly words: readonly string[];
}

/** The names of topics for a message; both languages use the Chinese words of the form. */
export const namesOf = (topics: readonly SectionTopic[]): Text => ({
  zh: topics.map(({ name }) => name).join('、'),
  en: topics.map(({ name }) => `"${name}"`).join(', '),
});

/** The five aspects of section one, by the keys of a part's `aspect`. */
export const ASPECTS: readonly (SectionTopic & { readonly aspect: string })[] = [
  {
    aspect: 'active_disclosure',
    name: '主动公开',
    words: ['主动公开', '主动发布', '公开信息', '发布信息', '公开内容'],
  },
  {
    aspect: 'on_request',
    name: '依申请公开',
    words: ['依申请', '申请公开', '公开申请', '信息申请', '收到申请', '受理申请', '申请人'],
  },
  {
    aspect: 'information_management',
    name: '政府信息管理',
    words: [
      '信息管理',
      '信息资源',
      '规范性文件',
      '保密审查',
      '信息审核',
      '发布审核',
      '先审后发',
      '三审三校',
      '公开属性',
      '公开目录',
    ],
  },
  {
    aspect: 'platforms',
    name: '政府信息公开平台建设',
    words: ['平台', '网站', '新媒体', '公众号', '公开专栏', '公开专区'],
  },
  {
    aspect: 'supervision',
    name: '监督保障',
    words: ['监督', '保障', '考核', '培训', '评议', '追责', '问责', '责任追究'],
  },
];

/** Additional topics that article 50 requires in the reports of people's governments. */
export const ACCOUNTABILITY: readonly SectionTopic[] = [
  { name: '工作考核', words: ['考核', '考评'] },
  { name: '社会评议', words: ['评议', '评价', '评估', '测评', '满意度'] },
  { name: '责任追究结果', words: ['责任追究', '追究责任', '追究', '追责', '问责'] },
];

/** The two topics of section five. */
export const PROBLEMS: SectionTopic = {
  name: '存在的主要问题',
  words: [
    '问题',
    '不足',
    '短板',
    '差距',
    '有待',
    '不够',
    '欠缺',
    '薄弱',
    '不高',
    '不强',
    '不到位',
    '不及时',
    '不规范',
    '尚',
    '需进一步',
    '还需',
    '滞后',
    '单一',
  ],
};
export const IMPROVEMENTS: SectionTopic = {
  name: '改进情况',
  words: [
    '改进',
    '下一步',
    '下步',
    '下阶段',
    '今后',
    '加强',
    '完善',
    '提升',
    '提高',
    '将',
    '措施',
    '整改',
    '优化',
    '强化',
    '健全',
    '规范',
    '加大',
    '推进',
    '改善',
    '已',
  ],
};

/** The six parts of a report, with the names that prefaces use in a list of them. */
export const SIX_PARTS: readonly SectionTopic[] = [
  { name: '总体情况', words: ['总体', '概述', '综述', '概况', '基本情况'] },
  { name: '主动公开政府信息情况', words: ['主动公开'] },
  {
    name: '收到和处理政府信息公开申请情况',
    words: ['处理政府信息公开申请', '依申请', '收到和处理', '处理申请', '公开申请情况', '申请情况', '申请公开'],
  },
  { name: '政府信息公开行政复议、行政诉讼情况', words: ['复议', '诉讼'] },
  { name: '存在的主要问题及改进情况', words: ['问题', '不足', '改进'] },
  { name: '其他需要报告的事项', words: ['其他', '其它', '需要报告'] },
];
