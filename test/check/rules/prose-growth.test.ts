import { describe, expect, test } from 'vitest';
import { findingsInExample } from '../../rule-examples.ts';

const found = (rule: string, text: string) =>
  findingsInExample({}, JSON.stringify({ year: 2025, problems: { text: `${text}存在不足，下一步改进。` } }))
    .filter((one) => one.rule === rule)
    .map(({ message }) => message.zh);

describe('growth that the two numbers beside it contradict', () => {
  test.each([
    ['新收46件，去年40件，增长20%。', '(46 − 40)/40 = 15%'],
    ['新收申请46件（去年40件），同比增长20%。', '(46 − 40)/40 = 15%'],
    ['新收46件，较去年的40件增长20%。', '(46 − 40)/40 = 15%'],
    ['新收46件，上年同期为40件，增幅为12%。', '(46 − 40)/40 = 15%'],
    ['新收46件，比上年40件增加5件。', '46 − 40 = 6'],
    ['新收46件，去年40件，增加6件，增长20%。', '(46 − 40)/40 = 15%'],
    ['由去年的40件增加到46件，增长20%。', '(46 − 40)/40 = 15%'],
    ['从2024年的40件上升至46件，增长20%。', '(46 − 40)/40 = 15%'],
    ['2024年新收40件，2025年新收46件，增长20%。', '(46 − 40)/40 = 15%'],
    ['2025年新收46件，2024年新收40件，同比上升20%。', '(46 − 40)/40 = 15%'],
    ['新收46件，同比增长20%（去年40件）。', '(46 − 40)/40 = 15%'],
    ['新收40件，去年46件，下降12%。', '(40 − 46)/46 = -13.04%'],
    ['新收22起，比2024年（31起）下降19%。', '(22 − 31)/31 = -29.03%'],
    ['主动公开信息460条，上年400条，增长16%。', '(460 − 400)/400 = 15%'],
    ['收费12.5万元，去年10.0万元，增长35%。', '(125000 − 100000)/100000 = 25%'],
  ])('%s', (text, computed) => {
    expect(found('prose-changes', text).map((message) => message.split('是 ')[1])).toEqual([computed]);
  });

  test.each([
    ['培训2次，上年1次，下降100%。', '增加：(2 − 1)/1 = 100%'],
    ['新收46件，去年40件，减少6件。', '增加：46 − 40 = 6'],
    ['新收40件，去年46件，增长13.04%。', '减少：(40 − 46)/46 = -13.04%'],
  ])('the direction is told: %s', (text, computed) => {
    expect(found('prose-changes', text).map((message) => message.split('按这两个数是')[1])).toEqual([computed]);
  });

  test.each([
    '新收46件，去年40件，增长15%。',
    '新收46件，去年40件，增长15.0%。',
    '由去年的40件增加到46件，增加6件，增长15%。',
    '新收22起，比2024年（31起）下降29%。',
    // Rounded numbers.
    '公开信息1.2万条，去年1万条，增长23%。',
    '收费12.5万元，去年10.4万元，增长20.6%。',
    '新收46件，去年40余件，增长20%。',
    // Other numbers are between, or it is not clear what grew.
    '新收46件，上年结转3件，同比增长20%。',
    '新收申请46件，去年办结38件，增长20%。',
    '新收46件，去年40件，办结率提高20%。',
    '新收46件，去年40件，其中自然人申请增长20%。',
    '新收46件，办结40件，增长20%。',
    '新收46件、办结44件，去年分别为40件、38件，增长15%。',
    '2023年新收30件，2024年新收40件，2025年新收46件，较2023年增长53%。',
    '新收46件，去年40件，增长15个百分点。',
    '新收3件，去年0件，增长300%。',
  ])('not in: %s', (text) => {
    expect(found('prose-changes', text)).toEqual([]);
  });

  test('a number that is not known yet is not compared', () => {
    const text = '新收{{applications.received.total}}件，去年40件，增长15%。';
    const example = `{ problems: { text: "${text}存在不足，下一步改进。" }, applications: { received: null } }`;
    expect(findingsInExample({}, example).map(({ rule }) => rule)).not.toContain('prose-changes');
  });

  test("with last year's report, the numbers of the report count", () => {
    const previous =
      'applications: { received: { natural_person: 40 }, outcomes: { disclosed: { natural_person: 40 } } }';
    const now = 'applications: { received: { natural_person: 46 }, outcomes: { disclosed: { natural_person: 46 } } }';
    const text = 'problems: { text: 新收申请46件，去年40件，同比增长20%。存在不足，下一步改进。 }';
    const all = findingsInExample({ previous }, `${now}\n${text}`).filter(({ rule }) => rule === 'prose-changes');
    expect(all).toHaveLength(1);
  });
});

describe('percentages over 100', () => {
  test.each([
    ['全年新收46件，办结率120%。', '办结率120%'],
    ['按时答复率达到101%。', '按时答复率达到101%'],
    ['予以公开19件，占比105%。', '占比105%'],
    ['网上申请占申请总量的105.3%。', '占申请总量的105.3%'],
    ['群众满意度为110%。', '满意度为110%'],
    ['申请量同比下降120%。', '下降120%'],
    ['公众满意率保持在１０２％。', '公众满意率保持在１０２％'],
  ])('%s', (text, words) => {
    expect(found('prose-shares', text)).toEqual([`“${words}”超过了 100%`]);
  });

  test.each([
    '办结率100%，答复率达100%。',
    '申请同比增长120%。',
    '申请增长率120%，目标完成率110%。',
    '完成年度目标的120%。',
    '占去年同期的105%。',
    '点击率提高120%。',
    '占比10.5%，满意度99.8%。',
    '申请量下降99%。',
    '比例由80%提高到95%。',
    '实现100%全覆盖检查。',
  ])('not in: %s', (text) => {
    expect(found('prose-shares', text)).toEqual([]);
  });

  test('a share that was computed again is told once', () => {
    const example = `
problems: { text: 全年答复申请8件，其中予以公开3件，占137.5%。存在不足，下一步改进。 }
applications: { received: { natural_person: 8 }, outcomes: { disclosed: { natural_person: 3 }, unable_to_provide: { not_held: { natural_person: 5 } } } }`;
    expect(findingsInExample({}, example).map(({ message }) => message.zh)).toEqual([
      '占比写的是 137.5%，算出来是 3/8 = 37.5%',
    ]);
  });
});

describe('年 that was lost', () => {
  test.each([
    ['截至2025 12月31日，共有专栏3个。', '“2025 12月”写错了'],
    ['自2025-1月起，开设专栏3个。', '“2025-1月”写错了'],
    ['2025.12月底，开设专栏3个。', '“2025.12月”写错了'],
    ['202512月31日前完成。', '“202512月”写错了'],
    ['2025度政府信息公开工作有序开展。', '“2025度”写错了'],
    ['2025，我局主动公开信息312条。', '“2025，”写错了'],
  ])('%s', (text, message) => {
    expect(found('fixed-wording', text)).toEqual([message]);
  });

  test.each([
    '2025年1-12月，开设专栏3个。',
    '2024-2025年度，开设专栏3个。',
    '国办公开办函〔2021〕30号，3月印发。',
    '发布信息2025条，12月最多。',
    '全年用电2025度。',
    '2025-03-01，开展培训。',
  ])('not in: %s', (text) => {
    expect(found('fixed-wording', text)).toEqual([]);
  });

  test('the hint has the date with 年', () => {
    const [finding] = findingsInExample({}, 'problems: { text: 截至2023 12月31日有不足，下一步改进。 }');
    expect(finding?.hint?.zh).toBe('写成“2023年12月”');
  });
});
