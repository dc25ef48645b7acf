import { describe, expect, test } from 'vitest';
import { findingsInExample } from '../../rule-examples.ts';

const found = (text: string) =>
  findingsInExample({}, JSON.stringify({ year: 2025, problems: { text: `存在不足。\n\n${text}\n\n下一步改进。` } }))
    .filter(({ rule }) => rule === 'placeholder')
    .map(({ message }) => /“(.*)”是/u.exec(message.zh)?.[1]);

describe('what is left of a picture is one finding', () => {
  test.each([
    ['0 20 40 60 80 100', '0 20 40 60 80 100'],
    ['图1 2025年信息发布数量（单位：条）', '图1 2025年信息发布数量（单位：条）'],
    ['图 2：各渠道申请数量', '图 2：各渠道申请数量'],
    ['0 20 40 60\n图1 信息发布数量', '0 20 40 60'],
  ])('%j', (text, words) => {
    expect(found(text)).toEqual([words]);
  });

  test.each([
    '图1所示的数量有所增加。',
    '图文解读12篇，图表3张。',
    '办结时限依次是 5 10 15 20 日。',
    '图1 各渠道申请数量\n\n{{chart "outcomes"}}',
    '[图片解读]专栏更新不及时。',
    '[图片]\n0 20 40 60\n图1 信息发布数量',
    '公开电话 0570 5550 123',
    // spreadsheet-lines and pasted-leftovers find these.
    '0\t20\t40\t60',
    '[图片]',
  ])('not %j', (text) => {
    expect(found(text)).toEqual([]);
  });
});
