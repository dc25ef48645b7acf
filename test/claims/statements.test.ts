import { describe, expect, test } from 'vitest';
import { createReader } from '../../src/claims/read-statements.ts';
import { readText } from '../../src/prose/read-text.ts';
import { type Report, readReport } from '../../src/report/report.ts';

const row = (natural_person: number, commercial_enterprise = 0) => ({ natural_person, commercial_enterprise });

/** Every row of the outcomes that are not named below. */
const zeros = (keys: string) => Object.fromEntries(keys.split(' ').map((key) => [key, 0]));
const nothingElse = {
  not_disclosed: zeros(
    'state_secret prohibited_by_law security_and_stability internal_affairs enforcement_case_file administrative_query',
  ),
  not_processed: zeros('petition_or_complaint published_material excessive_repetition confirmation_or_reissue'),
  other_handling: zeros('supplement_overdue fee_unpaid other'),
};

/** 新收 40, 上年结转 3, 办结 41, 结转下年 2. */
const data = {
  year: 2023,
  agency: { name: '清溪县农业农村局', level: 'county', kind: 'department' },
  active_disclosure: {
    rules: 0,
    normative_documents: { issued: 6, repealed: 2, in_force: 31 },
    administrative_licensing: { decisions: 310 },
    administrative_penalties: { decisions: 25 },
    administrative_compulsion: { decisions: 4 },
    administrative_fees: { amount_wan_yuan: 1.5 },
  },
  applications: {
    received: row(36, 4),
    carried_over: row(3),
    outcomes: {
      disclosed: row(18, 2),
      partially_disclosed: row(5),
      ...nothingElse,
      not_disclosed: { ...nothingElse.not_disclosed, third_party_rights: row(2), process_information: row(1) },
      unable_to_provide: { not_held: row(8, 1), requires_creation: row(2), unclear_after_supplement: 0 },
      not_processed: { ...nothingElse.not_processed, duplicate: row(1) },
      other_handling: { ...nothingElse.other_handling, other: row(0, 1) },
    },
    carried_forward: row(2),
  },
  reconsideration_and_litigation: {
    reconsideration: { upheld: 2, corrected: 1, pending: 1 },
    litigation: { direct: { upheld: 1 }, after_reconsideration: { pending: 1 } },
  },
  other_matters: { information_processing_fee: { amount_collected_yuan: 380, cases_collected: 1 } },
};
const report = readReport(data);
const before = readReport({
  ...data,
  year: 2022,
  applications: { ...data.applications, received: row(30, 2), carried_over: row(11) },
});

const read = (text: string, own: Report = report) =>
  createReader({ report: own, previous: before })(readText(text, () => undefined).text);
const verdicts = (text: string, own?: Report) =>
  read(text, own).map(({ quantity, verdict }) => `${quantity} ${verdict}`);
const found = (text: string, verdict: string, own?: Report) =>
  verdicts(text, own).filter((one) => one.endsWith(` ${verdict}`));

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
  const beside = (section: string | undefined, text: string) =>
    createReader({ report, previous: before })(readText(text, () => undefined).text, section).map(
      ({ quantity, verdict }) => `${quantity} ${verdict}`,
    );

  test('of the requests, nobody says of what they speak', () => {
    expect(beside('applications', '均已按时办结。')).toEqual(['all-finished contradicts']);
    expect(beside('applications', '在政务服务大厅当面提交，收到40件。')).toEqual(['received agrees']);
    expect(beside(undefined, '在政务服务大厅当面提交，收到40件。')).toEqual(['unread open']);
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

describe('money down to the 分', () => {
  const fees = (amount: string, text: string) =>
    verdicts(text, readReport({ ...data, active_disclosure: { administrative_fees: { amount_wan_yuan: amount } } }));

  test.each([
    ['5949.088667', '5949.088667万元'],
    ['5949.088667', '59490886.67元'],
    ['5949.088667', '5949.09万元'],
    ['5949.088667', '5,949.0887万元'],
    ['5949.088667', '0.59亿元'],
    ['18651.064104', '18651.0641万元'],
    ['4166.241619', '4166万元'],
    ['0.000001', '0.01元'],
  ])('%s is told as %s', (amount, told) => {
    expect(fees(amount, `收取行政事业性收费${told}。`)).toEqual(['administrative_fees agrees']);
  });

  test.each([
    ['5949.088667', '5949.088668万元'],
    ['5949.088667', '59490886.66元'],
    ['5949.088667', '5949.08万元'],
    ['5949.088667', '5949.0886万元'],
    ['0.004', '0万元'],
    ['999999999.999999', '999999999.999998万元'],
  ])('%s is not told as %s', (amount, told) => {
    expect(fees(amount, `收取行政事业性收费${told}。`)).toEqual(['administrative_fees contradicts']);
  });

  test.each(['全年收费12.5万元。', '各类收费金额125000元，全部上缴国库。'])('is that of any fee in %s', (text) => {
    expect(fees('12.5', text)).toEqual(['any_fees open']);
    expect(fees('13.5', text)).toEqual(['any_fees open']);
  });

  test('adds up', () => {
    expect(found('收取信息处理费300.3元，其中网上申请100.1元，信函申请200.2元。', 'contradicts')).toEqual([
      'fee:amount_collected_yuan contradicts',
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

describe('left alone', () => {
  test.each([
    '受理网络问政182件。',
    '12345热线受理群众来电47件，办结47件。',
    '办理人大建议6件、政协提案9件，答复率100%。',
    '主动公开政府信息14万余条，近5000条来自各乡镇。',
    '其中镇街受理政府信息公开申请17件。',
    '协助县政府办理依申请公开6件。',
    '梳理行政许可24项、行政处罚765项。',
    '截至年底累计受理申请592件。',
    '公示行政处罚信息11条。',
    '备案行政复议案件134件，行政诉讼案件57件。',
    '2022年收到政府信息公开申请32件。',
    '根据国办公开办函〔2021〕30号编制，电话0577-89090000。',
    '力争依申请公开按期答复率达到100%。',
    '信息发布新闻144条，其中日报7条，晚报2条。',
    '下一步将做到全部办结。',
    '与上年相比，新收申请由32件变为40件。',
    '与2022年相比，新收申请多8件。',
    '截至12月底，尚有1件行政复议、1件行政诉讼未审结。',
    '县城管大队收到申请12件，县房产中心收到申请31件，均按时办结。',
    '行政复议4件，其中维持2件，纠正1件，其他0件，未审结1件；行政诉讼2件，其中维持1件。',
    '对不服信息公开答复的，有4件被申请复议、2件被起诉。',
    '办结的申请中，予以公开和部分公开的共25件，其余16件分别作出不予公开、无法提供、不予处理和其他处理。',
    '县城管大队办理的申请中，有9件予以公开。',
    '收到申请40件，其中2件均由自然人提出。',
    '行政复议4件，其中2件均获维持。',
    '收到申请40件，办结41件，合计99件次。',
    '无法提供11件，其中本机关不掌握相关政府信息9件。',
    '新收政府信息公开申请40件，比上年增加8件：信函30件，网上10件。',
    // What the comparison is about.
    '新收申请40件，上年结转3件，比上年增加8件。',
    '新收申请40件，上年结转3件，比上年增加9件。',
    '新收申请40件，结转下年度2件，同比增长25%。',
    '新收申请40件，其中自然人36件，比上年增加8件。',
    // What a list in a new sentence is the parts of.
    '办结41件，结转下年度继续办理2件。其中，予以公开20件，部分公开5件，不予公开3件，无法提供11件，不予处理1件，其他处理1件。',
    '新收申请40件，办结41件，结转下年度继续办理2件。其中，信函10件，网上30件。',
    // What the total is of.
    '新收申请40件，上年结转3件，共41件办结。',
    '共收到申请43件，上年结转3件，共43件。',
    '新收申请40件，上年结转3件，制发行政规范性文件6件，共解读5件。',
    '新收申请40件，办结41件，结转下年度继续办理2件。',
    '办结41件：予以公开20件，部分公开5，不予公开3件，无法提供11件，不予处理1件，其他处理1件。',
  ])('%s', (text) => {
    expect(found(text, 'contradicts')).toEqual([]);
  });

  test('the office of a government whose report covers the whole area', () => {
    const aggregate = readReport({
      ...data,
      agency: { name: '清溪县人民政府', level: 'county', kind: 'government', scope: 'aggregate' },
    });
    const text = '县政府办公室代表县政府受理政府信息公开申请17件。';
    expect(verdicts(text, aggregate)).toEqual([]);
    const office = readReport({ ...data, agency: { name: '清溪县人民政府办公室', level: 'county', kind: 'office' } });
    expect(found(text, 'contradicts', office)).toHaveLength(1);
  });

  test('where nothing is known, nothing is said', () => {
    expect(verdicts('全年新收政府信息公开申请40件，予以公开20件。', readReport({ year: 2023 }))).toEqual([
      'new open',
      'outcome:disclosed open',
    ]);
  });
});

test('a whole that its parts do not make up: what was computed', () => {
  const [one] = read('收到申请40件，其中网上申请30件，信函申请9件。').filter(({ quantity }) => quantity === 'sum');
  expect(one).toMatchObject({ verdict: 'contradicts', value: 40, computed: { zh: '30＋9＝39，总数是 40，相差 1' } });
});

test('both sides of the balance, and the outcomes with the number of the table', () => {
  const computed = (text: string) => read(text).find(({ quantity }) => quantity === 'flow')?.computed;
  expect(computed('新收申请40件，上年结转3件，办结41件，结转下年度继续办理3件。')).toEqual({
    zh: '新收 40＋上年结转 3＝43，办结 41＋结转下年 3＝44，相差 1',
    en: 'received 40 + carried over 3 = 43; concluded 41 + carried forward 3 = 44; a difference of 1',
  });
  expect(computed('收到申请43件（含上年结转3件），办结41件，结转下年度继续办理3件。')?.zh).toBe(
    '收到 43，办结 41＋结转下年 3＝44，相差 1',
  );
  const outcomes = '予以公开19件，部分公开5件，不予公开2件，无法提供11件，不予处理1件，其他处理1件。';
  expect(computed(outcomes)?.zh).toBe('各类结果 19＋5＋2＋11＋1＋1＝39，表里的“（七）总计”是 41，相差 2');
});

test('outcomes are certainly wrong only if the sentence has their total and it is that of the table', () => {
  const certain = (text: string) => read(text).find(({ quantity }) => quantity === 'flow')?.certain;
  const outcomes = '予以公开19件，部分公开5件，不予公开2件，无法提供11件，不予处理1件，其他处理1件。';
  expect(certain(outcomes)).toBeUndefined();
  expect(certain(`办结41件，${outcomes}`)).toBe(true);
  expect(certain(`办结39件，${outcomes}`)).toBeUndefined();
});

test('the total of received and carried over can be bound', () => {
  const [sum] = read('新收申请40件，上年结转3件，共43件。').filter(({ quantity }) => quantity === 'sum');
  expect(sum?.candidates.map(({ value }) => value)).toEqual([43]);
});

test('a list in a new sentence has the parts of a number that it can be the parts of', () => {
  const sums = (text: string) => verdicts(text).filter((one) => one.startsWith('sum'));
  expect(sums('新收申请41件，上年结转0件。其中，予以公开31件，不予公开3件，其他处理7件。')).toEqual(['sum agrees']);
  expect(sums('新收申请41件，上年结转0件。其中，予以公开31件，不予公开3件，其他处理6件。')).toEqual([
    'sum contradicts',
  ]);
});

describe('applications carried forward', () => {
  const rest = '部分公开4件，不予公开3件，无法提供11件，不予处理1件，其他处理1件';
  // Where the table is known, it tells which outcome is wrong.
  const unknown = readReport({ ...data, applications: { ...data.applications, outcomes: null } });
  const sums = (text: string) => read(text, unknown).filter(({ quantity }) => quantity === 'sum');

  test.each(['；结转下年度继续办理2件', '，结转下年2件', '；尚在办理2件'])(
    'are no part of those concluded: %s',
    (forward) => {
      expect(sums(`办结41件，其中予以公开21件，${rest}${forward}。`).map(({ verdict }) => verdict)).toEqual(['agrees']);
      const [wrong] = sums(`办结41件，其中予以公开22件，${rest}${forward}。`);
      expect(wrong?.computed?.zh).toBe('22＋4＋3＋11＋1＋1＝42，总数是 41，相差 1');
    },
  );

  test('can be a part of those received', () => {
    expect(sums(`收到申请43件，其中予以公开21件，${rest}，结转下年2件。`).map(({ computed }) => computed?.zh)).toEqual([
      '21＋4＋3＋11＋1＋1＋2＝43',
    ]);
  });
});

describe('a blank cell', () => {
  const blank = (carried_over: Record<string, number | null>) =>
    readReport({ ...data, applications: { ...data.applications, carried_over } });

  test('is not zero: a larger number in the prose may be right', () => {
    expect(verdicts('上年结转3件。', blank({ natural_person: null }))).toEqual(['carried_over open']);
    expect(verdicts('上年结转3件。', blank({ natural_person: null, commercial_enterprise: 1 }))).toEqual([
      'carried_over open',
    ]);
    expect(verdicts('上年结转3件。', blank({ total: null, natural_person: null }))).toEqual(['carried_over open']);
    expect(verdicts('没有上年结转的申请。', blank({ natural_person: null }))).not.toContain(
      'none-carried-over contradicts',
    );
  });

  test('never makes a number smaller', () => {
    expect(verdicts('上年结转3件。', blank({ natural_person: null, commercial_enterprise: 4 }))).toEqual([
      'carried_over contradicts',
    ]);
  });
});

test('amounts are added exactly to the 分', () => {
  const [sum] = read('收取信息处理费0.3元，其中按件0.1元，按量0.2元。').filter(({ quantity }) => quantity === 'sum');
  expect(sum).toMatchObject({ verdict: 'agrees', computed: { zh: '0.1＋0.2＝0.3 元' } });
  const [more] = read('收取信息处理费0.4元，其中按件0.1元，其他0.2元。').filter(({ quantity }) => quantity === 'sum');
  expect(more?.computed?.zh).toBe('0.1＋0.2＝0.3 元，总数是 0.4 元，相差 0.1 元');
});

test('a number and a conclusion about all of it', () => {
  expect(verdicts('行政复议4件均获维持。')).toEqual(['reconsideration:total agrees', 'all-upheld contradicts']);
  expect(verdicts('新收的40件申请均由自然人提出。')).toEqual(['new agrees', 'all-natural-persons contradicts']);
});

test('what was tried is told', () => {
  const [one] = read('全年收到政府信息公开申请50件。');
  expect(one?.candidates.map(({ value, terms }) => [value, terms.map(({ path }) => path)])).toEqual([
    [40, ['applications.received.total']],
    [43, ['applications.received.total', 'applications.carried_over.total']],
  ]);
});
