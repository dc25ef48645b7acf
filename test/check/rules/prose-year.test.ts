import { describe, expect, test } from 'vitest';
import { findingsInExample } from '../../rule-examples.ts';

const report = (section: string, text: string): string => {
  const [key = '', heading] = section.split('.');
  const own = heading ? { parts: [{ heading: text, text: '各项工作正常开展。' }] } : { text };
  return JSON.stringify({ year: 2025, [key]: own });
};
const found = (section: string, text: string) =>
  findingsInExample({}, report(section, text)).filter(({ rule }) => rule === 'prose-year');

describe('an opening with another year than 2025 is found', () => {
  test.each([
    ['overview', '2024年，我局深入推进政务公开，提升服务水平。'],
    ['overview', '2024年度，全局主动公开政府信息312条。'],
    ['overview', '2024年我局认真贯彻《条例》，按《工作方案》抓好落实。'],
    ['overview', '2024年全年共收到申请46件。'],
    ['overview', '截至2024年底，现行有效行政规范性文件12件。'],
    ['overview', '截至2024年12月31日，共有政务新媒体3个。'],
    ['overview', '（一）2024年，依申请公开工作有序开展。'],
    ['overview', '一是2024年制定规范性文件4件，废止0件。'],
    ['overview', '我局2024年新收政府信息公开申请46件，全部办结。'],
    ['overview', '在2024年，全县共受理申请46件，同比增长15%。'],
    ['overview', '2024年，新收申请46件，较上年增长15%。'],
    ['overview', '坚持公开为常态。2024年共收到申请46件，其中自然人40件。'],
    ['overview', '2024年3月，我局举办政务公开培训班。'],
    ['overview', '过去的2024年，我局主动公开政府信息312条。'],
    ['overview', '1.2024年主动公开政府信息312条。'],
    ['overview', '2024年，共收到申请46件，结转2025年3件。'],
    ['problems', '2024年，我局存在以下问题：解读少。2025年改进措施：加强培训。'],
    ['other_matters', '2024年无其他需要报告的事项。没有收取信息处理费。'],
    ['overview', '2023年，我局认真贯彻《条例》。'],
    ['overview', '2026年，我局认真贯彻《条例》，主动公开信息312条。'],
    ['overview', '2052年，我局主动公开信息312条。'],
    ['overview', '2205年，我局主动公开信息312条。'],
    ['overview', '二〇二四年，我局认真贯彻《条例》。'],
    ['overview', '　　２０２４ 年，我局认真贯彻《条例》。'],
    ['overview', '**2024年**，我局认真贯彻《条例》。'],
    ['overview.heading', '2024年主动公开情况'],
    ['overview.heading', '2024年度依申请公开工作'],
    ['problems', '2024年，我局政府信息公开工作虽有成效，但解读形式单一。2025年，我局将加强培训。'],
    ['problems', '2026年，我局政府信息公开工作取得一定成绩，但仍存在不足，下一步改进。'],
    ['other_matters', '2026年，我局严格执行收费标准，没有发生收费。'],
    ['other_matters', '2024年度未发出收费通知，没有收取信息处理费。'],
  ])('%s: %s', (section, text) => {
    expect(found(section, text)).toHaveLength(1);
  });
});

describe('no finding, because it compares, plans, names a thing or gives a span', () => {
  test.each([
    ['overview', '2025年，我局深入推进政务公开。'],
    ['overview', '2024年新收40件，2025年新收46件，增长15%。'],
    ['overview', '2024年新收40件。2025年新收46件，增长15%。'],
    ['overview', '2024年新收申请40件，今年46件。'],
    ['overview', '2025年新收46件。2024年为40件。'],
    ['overview', '2025年新收46件；2024年新收40件。'],
    ['overview', '比2024年增加6件。'],
    ['overview', '与2024年相比，新收申请增加6件。'],
    ['overview', '2020年以来，连续五年举办政府开放日。'],
    ['overview', '自2024年以来，连续举办政府开放日。'],
    ['overview', '2021年至2025年，共制发规范性文件12件。'],
    ['overview', '2021-2025年，共制发规范性文件12件。'],
    ['overview', '2023年和2024年均未发生复议。'],
    ['overview', '2024年结转的3件申请全部办结。'],
    ['overview', '2024年结转3件，全部办结。'],
    ['overview', '2024年受理、2025年审结的复议1件。'],
    ['overview', '2024年尚未办结的3件申请已全部答复。'],
    ['overview', '2024年度考核中，我局获优秀等次。'],
    ['overview', '2024年度决算已公开。'],
    ['overview', '2024年政府信息公开工作年度报告按期发布。'],
    ['overview', '2024年印发的《办法》继续有效。'],
    ['overview', '《2024年政务公开工作要点》落实情况良好。'],
    ['overview', '2024年政务公开工作要点各项任务全部完成。'],
    ['overview', '2024年成立政务公开领导小组，定期研究工作。'],
    ['overview', '2024年9月1日起施行的《办法》纳入培训。'],
    ['overview', '2024年12月，省政府办公厅印发通知，我局认真落实。'],
    ['overview', '2019年，国务院修订《条例》，我局据此修订指南。'],
    ['overview', '主动公开信息312条。2016年，我局开通微信公众号。'],
    ['overview', '2024年统计公报已公开。'],
    ['overview', '2024年部门决算和2025年部门预算按时公开。'],
    ['overview', '2024年民生实事项目完成情况向社会公开。'],
    ['overview', '2024年行政许可和行政处罚“双公示”信息已全部归集。'],
    ['overview.heading', '2021-2025年规划执行情况'],
    ['overview', '2026年1月，本报告在门户网站公布。'],
    ['problems', '2024年存在的解读形式单一问题已全部整改。'],
    ['problems', '2024年年报提出的问题整改到位。'],
    ['problems', '2026年，我局将加强培训。'],
    ['problems', '2026年我局重点做好以下工作：一是加强培训。'],
    ['problems', '2026年，加强培训，完善机制，针对存在的不足逐项改进。'],
    ['problems', '2027年底前，实现专区全覆盖。'],
    ['problems.heading', '2026年工作打算'],
    ['other_matters', '2026年，我局计划开设专区。'],
  ])('%s: %s', (section, text) => {
    expect(found(section, text).map(({ message }) => message.zh)).toEqual([]);
  });
});

test('of many places, the first says how many there are, and the others follow from it', () => {
  const text = '2024年，我局新收申请46件。\n\n2024年，我局举办培训2场。\n\n2024年，没有责任追究。';
  const all = found('overview', text);
  expect(all.map(({ message }) => message.zh.split('；')[1])).toEqual([
    '正文共有 3 处这样，没有一处是 2025 年',
    undefined,
    undefined,
  ]);
  expect(all.map(({ cause }) => cause === undefined)).toEqual([true, false, false]);
});

test('if other sentences open with the right year, only the wrong place is named', () => {
  const [finding] = found('overview', '2025年，我局新收申请46件。2024年，我局举办培训2场。');
  expect(finding?.message.zh).toBe('这里以 2024 年开头，报告的年度是 2025 年');
});
