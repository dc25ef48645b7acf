import { describe, expect, test } from 'vitest';
import { readReport } from '../../src/report/report.ts';
import { found, judge, verdicts } from './judged.ts';

describe('true, and false with one digit changed', () => {
  test.each([
    ['全年新收政府信息公开申请40件。', '40', '41'],
    ['我局共收到依申请公开件40件。', '40', '42'],
    ['共收到政府信息公开申请43件（含上年结转3件）。', '43件', '44件'],
    ['县农业农村局2023年收办依申请公开事项43件。', '43', '45'],
    ['上年结转3件，办结41件，结转下年度继续办理2件。', '41', '42'],
    ['收到申请40件，2件结转至2024年继续办理。', '2件', '3件'],
    ['收到申请40件，结转到2024年办理2件。', '2件', '3件'],
    ['收到申请40件，结转下年度办结数2件。', '2件', '3件'],
    ['收到政府信息公开申请，其中自然人申请36件，法人或其他组织申请4件。', '36', '38'],
    ['办结的申请中，予以公开20件、部分公开5件、不予公开3件。', '5件', '6件'],
    ['予以公开及部分公开25件。', '25', '26'],
    ['因本机关不掌握等原因无法提供11件。', '11', '9'],
    ['作其他处理（含撤回）1件。', '1件', '2件'],
    ['予以公开20件，占48.8%。', '48.8', '48.7'],
    ['予以公开20件（48.78%）。', '48.78', '48.87'],
    ['政府信息公开行政复议4件，其中2件结果维持，1件结果纠正，1件尚未审结。', '2件结果', '3件结果'],
    ['行政诉讼2件，其中尚未审结1件。', '1件', '2件'],
    ['制发行政规范性文件6件，废止2件行政规范性文件。', '6件', '7件'],
    ['作出行政许可310件、行政处罚25宗、行政强制4件。', '25', '26'],
    ['收取信息处理费380元。', '380', '830'],
    ['全年新收政府信息公开申请40件，同比增长25%。', '25%', '52%'],
    ['全年新收政府信息公开申请40件，比上年增加8件。', '8件', '9件'],
    ['收到申请40件，其中网上申请30件，信函申请10件。', '30', '31'],
    ['公开信息100条，其中政策60条，动态30条，其他10条。', '60', '61'],
    ['共收到申请四十件。', '四十', '四十一'],
    ['答复的申请中，不予公开、无法提供、不予处理和其他处理共16件。', '16', '17'],
    [
      '无法提供11件，其中本机关不掌握相关政府信息9件，没有现成信息需要另行制作2件，补正后申请内容仍不明确0件。',
      '9件',
      '8件',
    ],
    ['网上收到申请30件，信函收到10件，合计收到40件。', '30件', '31件'],
    ['自然人提交的申请36件，法人或其他组织提交的申请4件，共计40件。', '共计40', '共计41'],
    ['新收政府信息公开申请40件，加上上年结转的3件，共计43件。', '共计43', '共计44'],
    ['全年新收政府信息公开申请40件，较2022年的32件增加8件，增长25%。', '32件', '33件'],
    ['全年新收政府信息公开申请40件，较2022年的32件增加8件，增长25%。', '25%', '24%'],
    ['新收申请40件（2022年为32件），申请量比上年增长25%。', '25%', '24%'],
    ['政府信息公开行政诉讼2件，其中未经复议直接起诉1件，复议后起诉1件。', '后起诉1件', '后起诉3件'],
    ['制发行政规范性文件6件，废止2件，年末现行有效31件。', '废止2', '废止3'],
    ['有1件政府信息公开申请收取了信息处理费，金额共计380元。', '380', '390'],
    ['收取行政事业性收费1.5万元。', '1.5', '1.6'],
    ['新收申请40件，上年结转3件，共43件。', '共43', '共44'],
    ['上年结转3件，新收申请40件，一共43件，均已办理。', '一共43', '一共44'],
    ['新收申请40件、上年结转3件，共有43件。', '共有43', '共有41'],
    ['新收申请40件，其中自然人36件、法人或其他组织4件；上年结转3件，两项共43件。', '共43', '共44'],
    ['全年收到申请40件，上年结转3件，合起来43件。', '起来43', '起来45'],
    ['自然人提交的申请36件，法人或其他组织提交的申请4件，共40件。', '共40', '共41'],
    ['新收申请40件，上年结转3件。其中，予以公开20件，不予公开3件。', '20件', '21件'],
  ])('%s', (text, right, wrong) => {
    expect(found(text, 'contradicts')).toEqual([]);
    expect(found(text, 'agrees').length).toBeGreaterThan(0);
    expect(text).toContain(right);
    expect(found(text.replace(right, wrong), 'contradicts').length).toBeGreaterThan(0);
  });
});

describe('beside a table', () => {
  const beside = (section: string | undefined, text: string) => verdicts(text, undefined, section);

  test('of the requests, nobody says of what they speak', () => {
    expect(beside('applications', '均已按时办结。')).toEqual(['conclusion contradicts']);
    expect(beside('applications', '在政务服务大厅当面提交，收到40件。')).toEqual(['received agrees']);
    // Where nothing says of what, only a number close to that of the applications is a mistake.
    expect(beside(undefined, '在政务服务大厅当面提交，收到41件。')).toEqual(['received contradicts']);
    expect(beside(undefined, '在政务服务大厅当面提交，收到90件。')).toEqual(['received open']);
  });

  test('of the information, what is not disclosed is no request', () => {
    const text = '全年制作政府信息330条，其中主动公开90条，依申请公开161条，不予公开79条。';
    expect(beside('active_disclosure', text).filter((one) => one.endsWith('contradicts'))).toEqual([]);
    expect(beside('active_disclosure', '制发行政规范性文件6件，废止3件。')).toEqual([
      'normative_documents:issued agrees',
      'normative_documents:repealed contradicts',
    ]);
  });
});

describe('conclusions', () => {
  const nothing = readReport({
    year: 2023,
    applications: 0,
    active_disclosure: 0,
    reconsideration_and_litigation: 0,
    other_matters: { information_processing_fee: { amount_collected_yuan: 0 } },
  });
  test.each([
    '本年度我局未收到政府信息公开申请。',
    '没有因政府信息公开引起的行政复议、行政诉讼。',
    '未发生行政复议。',
    '政府信息公开行政复议、行政诉讼均获维持。',
    '收到的政府信息公开申请，均已依法办结。',
    '未收取信息处理费。',
    '本年度未印发行政规范性文件。',
    '政府信息公开行政诉讼零败诉。',
    '没有结转下年度办理的申请。',
    '无上年结转的申请。',
    '没有作出不予公开的决定。',
    '本年度未作出行政处罚决定。',
    '没有收到公民、法人或其他组织提出的政府信息公开申请。',
    '收到的政府信息公开申请，全部为自然人申请。',
  ])('%s', (text) => {
    expect(found(text, 'agrees', nothing)).toHaveLength(1);
    expect(found(text, 'contradicts', nothing)).toEqual([]);
    if (!text.includes('败诉')) expect(found(text, 'contradicts')).toHaveLength(1);
  });
});

test('a number and a conclusion about all of it', () => {
  expect(verdicts('行政复议4件均获维持。')).toEqual(['reconsideration:total agrees', 'conclusion contradicts']);
  expect(verdicts('新收的40件申请均由自然人提出。')).toEqual(['new agrees', 'conclusion contradicts']);
});

test('what was tried is told', () => {
  const [one] = judge('全年收到政府信息公开申请50件。');
  expect(one?.candidates.map(({ value, terms }) => [value, terms.map(({ path }) => path)])).toEqual([
    [40, ['applications.received.total']],
    [43, ['applications.received.total', 'applications.carried_over.total']],
  ]);
});
