import { expect, test } from 'vitest';
import { findingsOf, oneLine } from '../../harness.ts';
import { sampleWith } from '../../source/sample.ts';

const problems = (text: string) =>
  findingsOf(sampleWith('下一步增加图解和问答。', `下一步增加图解和问答。${text}`))
    .filter(({ rule }) => rule === 'prose-year')
    .map(oneLine);

test.each([
  '2023年将继续加强业务培训。',
  '2023年，我局将进一步丰富解读形式。',
  '下一步，2023年将重点抓好基层公开目录。',
  '２０２３年将着力提高解读质量。',
  '2023年度将持续开展培训。',
  '2023年，我局将从以下三个方面改进：增加图解，加强培训，定期通报。',
  '2023年，我局拟进一步增加图解。',
  '2023年，县教育局将进一步增加图解。',
  '二是 2023 年将不断完善审查制度。',
])('a plan for the year that is over: %s', (text) => {
  expect(problems(text)).toEqual([expect.stringContaining('2023 年是报告的年度，已经过去了')]);
});

test.each([
  '2024年将继续加强业务培训。',
  '2023年将信息公开纳入年度考核。',
  '2023年将重点领域信息集中公开。',
  '2023年，我局将进一步规范答复作为重点任务，全部完成。',
  '上年报告提出2023年将继续推进的培训已全部完成。',
  '2022年至2023年将继续教育列为专栏。',
  '2023年工作安排已全部落实。',
  '2023年，我局将继续教育纳入公开目录。',
])('no finding: %s', (text) => {
  expect(problems(text)).toEqual([]);
});
