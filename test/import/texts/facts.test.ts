import { describe, expect, test } from 'vitest';
import { plain, read, type Written } from './reading.ts';

const BODY: Written[] = [
  '一、总体情况',
  '全年工作平稳。',
  2,
  3,
  4,
  '五、存在的主要问题及改进情况',
  '解读少，今后增加。',
  '六、其他需要报告的事项',
  '无。',
];
const factsOf = (document: readonly Written[], properties = {}) => plain(read(document, properties)).facts;

test('the usual title names agency and year', () => {
  expect(factsOf(['清溪县教育局2023年政府信息公开工作年度报告', ...BODY])).toEqual({
    'agency.name': '清溪县教育局',
    'agency.level': 'county',
    'agency.kind': 'department',
    year: '2023',
  });
});

test.each([
  ['2023年清溪县教育局政府信息公开工作年度报告', '清溪县教育局', '2023'],
  ['清溪县教育局2023年度政府信息公开年度报告', '清溪县教育局', '2023'],
  ['关于清溪县教育局二〇二三年政府信息公开工作的年度报告', '清溪县教育局', '2023'],
  ['清溪县教育局政府信息公开工作年度报告（2023年）', '清溪县教育局', '2023'],
])('the title %s', (title, name, year) => {
  expect(factsOf([title, ...BODY])).toMatchObject({ title, 'agency.name': name, year });
});

test('a title in several lines', () => {
  const title = { 'agency.name': '清溪县人民政府', year: '2023' };
  expect(factsOf(['清溪县人民政府', '2023年政府信息公开工作年度报告', ...BODY])).toMatchObject(title);
  expect(factsOf(['清溪县人民政府2023年', '政府信息公开工作年度报告', ...BODY])).toMatchObject(title);
  expect(factsOf(['清溪县人民政府\n2023年政府信息公开\n工作年度报告', ...BODY])).toMatchObject(title);
  expect(factsOf(['清溪县人民政府', '2023年政府信息公开工作年度报告', ...BODY])).not.toHaveProperty('title');
});

test('the title printed twice, and with the name of the website', () => {
  const title = '清溪县教育局2023年政府信息公开工作年度报告';
  const { leftovers, texts } = plain(read([`${title}_信息公开年报_清溪县人民政府`, title, title, ...BODY]));
  expect({ leftovers, texts }).toEqual({
    leftovers: [],
    texts: { 'overview.text': '全年工作平稳。', 'problems.text': '解读少，今后增加。', 'other_matters.text': '无。' },
  });
});

test.each([
  ['云溪省人民政府', 'province', 'government'],
  ['国家税务总局清溪县税务局', 'county', 'department'],
  ['上海市某某委员会', 'province', 'department'],
  ['安阳市人民政府办公室', 'city?', 'office'],
  ['安阳市清溪市水利局', 'county', 'department'],
  ['安阳市北湖区东街街道办事处', 'township', 'dispatched'],
  ['清溪县石门镇人民政府', 'township', 'government'],
  ['安阳经济技术开发区管理委员会', undefined, 'dispatched'],
])('level and kind of %s', (name, level, kind) => {
  const facts = factsOf([`${name}2023年政府信息公开工作年度报告`, ...BODY]);
  expect([facts['agency.level'], facts['agency.kind']]).toEqual([level, kind]);
});

test('a title without an agency: the sign-off and the metadata tell it', () => {
  const title = '2023年政府信息公开工作年度报告';
  expect(factsOf([title, ...BODY, '清溪县教育局', '2024年1月22日'])).toMatchObject({
    'agency.name': '清溪县教育局',
    published: '2024-01-22?',
  });
  const metadata = [
    ['索引号', '0001', '分类', '年报'],
    ['发布机构', '清溪县水利局', '公开日期', '2024-01-20'],
  ];
  expect(factsOf([metadata, title, ...BODY])).toMatchObject({ 'agency.name': '清溪县水利局', published: '2024-01-20' });
  expect(plain(read([metadata, title, ...BODY])).leftovers).toEqual([]);
  expect(factsOf([title, ...BODY], { publisher: '清溪县水利局' })).toMatchObject({ 'agency.name': '清溪县水利局?' });
});

test('a name with a misprint in one place', () => {
  const facts = factsOf([
    '清溪县财政全融局2023年政府信息公开工作年度报告',
    '本报告由清溪县财政金融局编制。',
    ...BODY,
    '清溪县财政金融局',
    '2024年1月22日',
  ]);
  expect(facts['agency.name']).toBe('清溪县财政金融局?');
});

test('the sign-off is no prose, in one line or two', () => {
  const other = (...end: Written[]) => plain(read(['清溪县教育局2023年政府信息公开工作年度报告', ...BODY, ...end]));
  for (const end of [
    ['清溪县教育局', '2024年1月22日'],
    ['清溪县教育局 2024年1月22日'],
    ['清溪县教育局\n二〇二四年一月二十二日'],
  ]) {
    const { texts, facts, leftovers } = other(...end);
    expect(texts['other_matters.text']).toBe('无。');
    expect(facts.published).toBe('2024-01-22?');
    expect(leftovers).toEqual([]);
  }
});

test('the line of the page with its date', () => {
  const page = ['来源：清溪县教育局 发布时间：2024-01-23 16:34 浏览次数：18'];
  expect(factsOf(['清溪县教育局2023年政府信息公开工作年度报告', ...page, ...BODY, '2024年1月22日']).published).toBe(
    '2024-01-23',
  );
  expect(factsOf(['清溪县教育局2023年政府信息公开工作年度报告', ...BODY], { date: '2024-01-25 10:00' }).published).toBe(
    '2024-01-25?',
  );
});

test('year and period from the preface', () => {
  const title = '清溪县教育局政府信息公开工作年度报告';
  const whole = '统计期限自2023年1月1日起至2023年12月31日止。';
  expect(factsOf([title, whole, ...BODY])).toMatchObject({ year: '2023' });
  expect(factsOf([title, whole, ...BODY])).not.toHaveProperty('period.from');
  const short = factsOf([title, '所列数据的统计期限从2023年3月10日到12月31日。', ...BODY]);
  expect(short).toMatchObject({ year: '2023', 'period.from': '2023-03-10', 'period.to': '2023-12-31' });
});

test('the year is not sure where the places differ, and from a date alone', () => {
  const facts = factsOf([
    '清溪县教育局2023年政府信息公开工作年度报告',
    '统计期限自2022年1月1日起至2022年12月31日止。',
    ...BODY,
  ]);
  expect(facts.year).toBe('2023?');
  expect(factsOf(['政府信息公开工作年度报告', ...BODY, '清溪县教育局', '2024年1月22日']).year).toBe('2023?');
  expect(factsOf(['政府信息公开工作年度报告', ...BODY])).not.toHaveProperty('year');
});

test('the contact in the preface', () => {
  const preface =
    '如有疑问，请与清溪县教育局办公室联系（地址：清溪县人民路12号3楼；邮编：321000；电话：0571-88001234；传真：0571-88001235；电子邮箱：jyj_bgs@qingxi.example.cn）。';
  const { facts, texts } = plain(read(['清溪县教育局2023年政府信息公开工作年度报告', preface, ...BODY]));
  expect(facts).toMatchObject({
    'agency.contact.office': '办公室',
    'agency.contact.address': '清溪县人民路12号3楼',
    'agency.contact.postcode': '321000',
    'agency.contact.phone': '0571-88001234',
    'agency.contact.fax': '0571-88001235',
    'agency.contact.email': 'jyj_bgs@qingxi.example.cn',
  });
  expect(texts['preface.text']).toBe(preface);
});

test('a corrected report', () => {
  const { facts, texts } = plain(
    read([
      '清溪县教育局2023年政府信息公开工作年度报告',
      ...BODY,
      '更正说明：2024年3月5日，表三的信函申请由2件更正为3件。',
    ]),
  );
  expect(facts).toMatchObject({ 'corrected.date': '2024-03-05', 'corrected.note': '表三的信函申请由2件更正为3件。' });
  expect(texts['other_matters.text']).toBe('无。');
});

test.each([
  ['更正说明：', '本报告于2024年3月5日更正。表三的信函申请由2件更正为3件。'],
  ['更正说明：本报告于2024年1月22日发布，2024年3月5日更正。表三的信函申请由2件更正为3件。'],
])('a notice of correction: %s', (...lines) => {
  const { facts, texts } = plain(read([...lines, '清溪县教育局2023年政府信息公开工作年度报告', ...BODY]));
  expect(facts).toMatchObject({ 'corrected.date': '2024-03-05', 'corrected.note': '表三的信函申请由2件更正为3件。' });
  expect(facts.published).toBe(lines.length === 1 ? '2024-01-22' : undefined);
  expect(texts['preface.text']).toBeUndefined();
});

describe('the fee of section six', () => {
  const feeOf = (text: string) => {
    const { facts } = plain(read(['清溪县教育局2023年政府信息公开工作年度报告', ...BODY.slice(0, -1), text]));
    const figures = Object.entries(facts).filter(([path]) => path.includes('fee'));
    return figures.map(([path, value]) => `${path.replace(/^.*\./u, '')} ${value}`);
  };
  test.each([
    [
      '2023年发出收费通知26件、通知收取3950元，对25件申请实际收取信息处理费2950.00元。',
      ['notices_issued 26', 'amount_notified_yuan 3950', 'amount_collected_yuan 2950.00', 'cases_collected 25'],
    ],
    ['2023年没有收取政府信息公开信息处理费。', ['amount_collected_yuan 0']],
    ['本机关未收取信息处理费。', ['amount_collected_yuan 0']],
    ['去年没有收取信息处理费。', []],
    ['上半年实际收取信息处理费100元，下半年实际收取信息处理费50元。', []],
    ['实际收取信息处理费0.5万元。', []],
    ['没有收取信息处理费的还有2家单位，实际收取信息处理费30元。', []],
  ])('%s', (text, figures) => expect(feeOf(text)).toEqual(figures));
});

test('without a title nothing before the first heading is dropped', () => {
  const preface = '本报告由清溪县教育局编制，统计期限自2023年1月1日起至2023年12月31日止。';
  const { facts, texts } = plain(read([preface, ...BODY]));
  expect(texts['preface.text']).toBe(preface);
  expect(facts).toMatchObject({ year: '2023', 'agency.name': '清溪县教育局' });
});

test('details of the page with label and value in two lines', () => {
  const page = [
    '发布机构：',
    '清溪县水利局',
    '发布日期：',
    '2024年1月22日',
    '统计期限：',
    '2023年3月1日至2023年12月31日',
  ];
  const { facts, texts, leftovers } = plain(read(['政府信息公开工作年度报告', ...page, ...BODY]));
  expect(facts).toMatchObject({
    'agency.name': '清溪县水利局',
    published: '2024-01-22',
    year: '2023',
    'period.from': '2023-03-01',
  });
  expect([texts['preface.text'], leftovers]).toEqual([undefined, []]);
});
