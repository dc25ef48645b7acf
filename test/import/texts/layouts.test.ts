import { expect, test } from 'vitest';
import { plain, read, type Written } from './reading.ts';

const TITLE = '清溪县教育局2023年政府信息公开工作年度报告';
const HEADINGS = [
  '一、总体情况',
  '二、主动公开政府信息情况',
  '三、收到和处理政府信息公开申请情况',
  '四、政府信息公开行政复议、行政诉讼情况',
  '五、存在的主要问题及改进情况',
  '六、其他需要报告的事项',
] as const;
const [ONE, TWO, THREE, FOUR, FIVE, SIX] = HEADINGS;
const BODY: Written[] = [
  ONE,
  '全年工作平稳。',
  TWO,
  2,
  THREE,
  3,
  FOUR,
  4,
  FIVE,
  '解读少，今后增加。',
  SIX,
  '没有其他事项。',
];
const TEXTS = {
  'overview.text': '全年工作平稳。',
  'problems.text': '解读少，今后增加。',
  'other_matters.text': '没有其他事项。',
};
const of = (...document: Written[]) => plain(read(document));

test.each([
  ['with numbers of pages', HEADINGS.map((one, at) => `${one}……${at + 1}`)],
  ['with dots and numbers', HEADINGS.map((one, at) => `${one} ........ ${at + 1}`)],
  ['with a tab', HEADINGS.map((one, at) => `${one}\t${at + 1}`)],
  ['without numbers', HEADINGS],
  ['with a label', ['目 录', ...HEADINGS]],
  ['with the label Contents', ['目录 Contents', ...HEADINGS]],
  ['in one line', [HEADINGS.join(' ')]],
  [
    'as links',
    HEADINGS.map((text): Written => ({ text, markdown: `[${text}](#a)`, item: { ordered: false, depth: 0 } })),
  ],
  ['with parts of the overview', [ONE, '（一）主动公开', '（二）依申请公开', ...HEADINGS.slice(1)]],
])('a table of contents %s', (_, contents) => {
  const { texts, parts, leftovers } = of(TITLE, ...contents, ...BODY);
  expect({ texts, parts, leftovers }).toEqual({ texts: TEXTS, parts: {}, leftovers: [] });
  const above = of(...contents, TITLE, ...BODY);
  expect({ texts: above.texts, leftovers: above.leftovers }).toEqual({ texts: TEXTS, leftovers: [] });
});

test('an English subtitle is no prose', () => {
  const { texts, leftovers } = of(TITLE, 'Annual Report on Government Information Disclosure 2023', ...BODY);
  expect([texts, leftovers]).toEqual([TEXTS, ['Annual Report on Government Information Disclosure 2023']]);
});

test('the sections as tabs of a page: the names of the tabs first', () => {
  const tabs = ['总体情况', '主动公开', '依申请公开', '复议诉讼', '问题改进', '其他事项'];
  const { texts, leftovers } = of(TITLE, ...tabs, ...BODY);
  expect([texts, leftovers]).toEqual([TEXTS, []]);
});

test.each(['一', '（一）', '第一'])('an overview with numbers of its own: %s', (style) => {
  const numerals = ['一', '二', '三', '四', '五', '六'];
  const names = ['主动公开', '依申请公开', '政府信息管理', '平台建设', '监督保障', '队伍建设'];
  const own = names.flatMap((name, at) => [
    `${style === '一' ? `${numerals[at]}、` : style === '（一）' ? `（${numerals[at]}）` : `第${numerals[at]}，`}${name}`,
    `${name}做得扎实，成效明显。`,
  ]);
  const { texts, parts } = of(TITLE, ONE, ...own, ...BODY.slice(2));
  expect(texts['problems.text']).toBe('解读少，今后增加。');
  const all = `${texts['overview.text'] ?? ''}${parts.overview?.join('') ?? ''}`;
  for (const name of names) expect(all).toContain(`${name}做得扎实，成效明显。`);
  expect(texts['active_disclosure.text_above']).toBeUndefined();
});

test('a second report below the first is left over, and no prose of the first', () => {
  const other = BODY.filter((one) => typeof one === 'string');
  const { texts, facts } = of(TITLE, ...BODY, '清溪县教育局2022年政府信息公开工作年度报告', ...other);
  expect(facts.year).toBe('2023');
  expect(texts).toEqual(TEXTS);
  const below = of('清溪县教育局2022年政府信息公开工作年度报告', ...other, TITLE, ...BODY);
  expect([below.facts.year, below.texts, below.leftovers.length + below.furniture.length]).toEqual(['2023', TEXTS, 10]);
});

test('prose that is longer than any report is left over from there on', () => {
  const line = '文'.repeat(1000);
  const { texts, leftovers } = of(TITLE, ONE, ...Array.from({ length: 200 }, () => `${line}。`), ...BODY.slice(2));
  const length = Object.values(texts).join('').length;
  expect(length).toBeLessThan(151_000);
  expect(length + leftovers.join('').length).toBeGreaterThan(200_000);
});

test('the bands of a table as lines between its parts are no prose', () => {
  const bands = (...rest: Written[]) =>
    ['第二十条第（一）项', 2, '第二十条第（五）项', 2, '第二十条第（六）项', 2, ...rest] as Written[];
  const { texts, leftovers } = of(TITLE, ...BODY.slice(0, 3), ...bands(), ...BODY.slice(4));
  expect([texts, leftovers]).toEqual([TEXTS, []]);
});
