import { expect, test } from 'vitest';
import { readReport } from '../../src/report/report.ts';
import { pageView } from '../../src/view/page.ts';
import { chineseDate, chineseNumeral } from '../../src/writing/numerals.ts';

const base = { year: 2023, agency: { name: '清溪县教育局' }, published: '2024-01-05', applications: 0 };
const view = (extra: object = {}) => pageView(readReport({ ...base, ...extra }));

test('title and sections have their official wording', () => {
  const { title, titleLines, titleParts, sections } = view();
  expect(title).toBe('清溪县教育局2023年政府信息公开工作年度报告');
  expect(titleParts.join('')).toBe(title);
  expect(titleLines.map((line) => line.join(''))).toEqual(['清溪县教育局', '2023年政府信息公开工作年度报告']);
  expect(sections.map((section) => section.title)).toEqual([
    '一、总体情况',
    '二、主动公开政府信息情况',
    '三、收到和处理政府信息公开申请情况',
    '四、政府信息公开行政复议、行政诉讼情况',
    '五、存在的主要问题及改进情况',
    '六、其他需要报告的事项',
  ]);
});

test('the preface names law, notice, period and contact, unless the report has its own', () => {
  const { preface } = view({ agency: { name: '清溪县教育局', contact: { office: '办公室', phone: '0570-6300001' } } });
  expect(preface).toContain('《中华人民共和国政府信息公开条例》');
  expect(preface).toContain('国办公开办函〔2021〕30号');
  expect(preface).toContain('自2023年1月1日起至2023年12月31日止');
  expect(preface).toContain('清溪县教育局办公室联系（电话：<span class="address">0570-6300001</span>）');
  expect(view({ preface: { text: '自己的前言。' } }).preface).toBe('<p>自己的前言。</p>');
  expect(view({ period: { from: '2023-05-01', to: '2023-12-31' } }).preface).toContain('自2023年5月1日起');
});

test('parts are numbered and bound numbers printed', () => {
  const parts = Array.from({ length: 11 }, (_, index) => ({
    heading: `第${index}`,
    text: '收到{{applications.received.total}}件',
  }));
  const overview = view({ overview: { parts } }).sections[0];
  expect(overview?.parts[10]).toEqual({ id: 'section-1-11', heading: '（十一）第10', html: '<p>收到0件</p>' });
});

test('text from the report is never markup', () => {
  const evil = '<script>alert(1)</script>';
  const page = view({
    agency: { name: evil, contact: { address: evil } },
    overview: {
      text: `${evil}[x](javascript:alert(1))![y](http://example.com/y.png)`,
      parts: [{ heading: evil, text: evil }],
    },
  });
  const html = [
    page.preface,
    ...page.sections.flatMap((section) => [
      section.html,
      ...section.parts.flatMap((part) => [part.heading, part.html]),
    ]),
  ];
  expect(html.join('')).not.toMatch(/<script|<img|javascript:alert\(1\)"/u);
});

test('lines of Chinese are joined without a space, Latin ones with one', () => {
  expect(view({ overview: { text: '第一行\n第二行\nGB 9704\nA4' } }).sections[0]?.html).toBe(
    '<p>第一行第二行GB 9704\nA4</p>',
  );
});

test('two full-width spaces at the start of a paragraph are dropped: the page indents', () => {
  expect(view({ overview: { text: '　　第一段。\n\n　　第二段。' } }).sections[0]?.html).toBe(
    '<p>第一段。</p>\n<p>第二段。</p>',
  );
});

test('section six says what the fee figures say where it has no text', () => {
  const six = (fee: unknown) => view({ other_matters: { information_processing_fee: fee } }).sections[5]?.html;
  expect(six(0)).toBe('<p>2023年没有收取政府信息公开信息处理费。没有其他需要报告的事项。</p>');
  expect(
    six({ notices_issued: 3, amount_notified_yuan: 600, cases_collected: 2, amount_collected_yuan: '400.5' }),
  ).toBe('<p>2023年发出收费通知3件、通知收取600元，对2件申请实际收取信息处理费400.5元。</p>');
});

test('dates and numerals are written as in official documents', () => {
  expect(chineseDate('2024-01-05')).toBe('2024年1月5日');
  expect([1, 9, 10, 11, 20, 21, 99].map(chineseNumeral)).toEqual([
    '一',
    '九',
    '十',
    '十一',
    '二十',
    '二十一',
    '九十九',
  ]);
});
