import { describe, expect, test } from 'vitest';
import { findingsOf } from '../../harness.ts';
import { nothingHappened, put, yamlOf } from '../../reports.ts';

const found = (text: string) => {
  const report = put(nothingHappened(), 'other_matters.text', `${text}没有收取信息处理费。`);
  return findingsOf(yamlOf(report))
    .filter(({ rule }) => rule === 'fixed-wording' || rule === 'lookalike-characters')
    .map(({ message, hint }) => `${message.zh} ${hint?.zh}`);
};

describe('a slip in a fixed term is found, with what belongs there', () => {
  test.each([
    ['截止2023年12月31日，共办结3件。', '截止', '截至'],
    ['全年平稳，截止目前没有新情况。', '截止', '截至'],
    ['数据截至12月31止。', '12月31止', '12月31日止'],
    ['根据《中华人民共和国信息公开条例》。', '《中华人民共和国信息公开条例》', '《中华人民共和国政府信息公开条例》'],
    ['根据《政府信息公开条列》。', '信息公开条列', '信息公开条例'],
    ['属于过程性性信息。', '过程性性信息', '过程性信息'],
    ['予于公开3件。', '予于公开', '予以公开'],
    ['依法不于公开。', '不于公开', '不予公开'],
    ['部份公开2件。', '部份公开', '部分公开'],
    ['政府信信息公开专栏。', '政府信信息公开', '政府信息公开'],
    ['存在的主要问题及改情况如下：一切正常。', '问题及改情况', '问题及改进情况'],
  ])('%s', (text, wrong, right) => {
    expect(found(text)).toEqual([`“${wrong}”写错了 写成“${right}”`]);
  });

  test('a radical that looks like a character', () => {
    expect(found('面向⼈民群众。')).toEqual([
      '“⼈”（U+2F08）是形似的部首字符，不是汉字 写成“人”（正文里的由 report fix 改）',
    ]);
  });

  test('several in a text are one finding', () => {
    expect(found('面向⼈⺠群众。')).toEqual([
      '“⼈⺠”是 2 个形似的部首字符，不是汉字；第一个是 U+2F08 写成“人民”（正文里的由 report fix 改）',
    ]);
  });
});

test.each([
  '报名截止2023年5月1日。',
  '申请的截止日期另行公布，截止时间不变。',
  '数据截至2023年12月31日。',
  '统计期限到12月31日止。',
  '根据《中华人民共和国政府信息公开条例》和《上海市政府信息公开规定》。',
  '依申请公开开展顺利，主动公开开门办公的情况，行政许可可以网上办理。',
  '各级行政政府信息公开机构健全。',
  '不与公众见面的会议。',
])('%s is as it should be', (text) => {
  expect(found(text)).toEqual([]);
});
