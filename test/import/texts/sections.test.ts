import { expect, test } from 'vitest';
import { plain, read, type Written } from './reading.ts';

const TITLE = '清溪县教育局2023年政府信息公开工作年度报告';
const of = (...document: Written[]) => plain(read(document));
/** The texts and parts of a document with a title and no leftovers. */
function textsOf(...document: Written[]) {
  const { texts, parts, leftovers } = of(TITLE, ...document);
  expect(leftovers).toEqual([]);
  return { ...texts, ...parts };
}

const WHOLE: Written[] = [
  '一、总体情况',
  '全年工作平稳。',
  '二、主动公开政府信息情况',
  2,
  '三、收到和处理政府信息公开申请情况',
  3,
  '四、政府信息公开行政复议、行政诉讼情况',
  4,
  '五、存在的主要问题及改进情况',
  '解读不够多，今后改进。',
  '六、其他需要报告的事项',
  '没有收取信息处理费。',
];
const PLAIN = {
  'overview.text': '全年工作平稳。',
  'problems.text': '解读不够多，今后改进。',
  'other_matters.text': '没有收取信息处理费。',
};
/** The same document with other headings in place of the official ones. */
const renamed = (...headings: readonly (Written | undefined)[]): Written[] => {
  const places = [0, 2, 4, 6, 8, 10];
  return WHOLE.flatMap((one, index) => {
    const at = places.indexOf(index);
    const heading = headings[at];
    return at < 0 ? [one] : heading === undefined ? [] : [heading];
  });
};

test('the official headings', () => {
  expect(textsOf(...WHOLE)).toEqual(PLAIN);
});

test.each<[string, (Written | undefined)[]]>([
  [
    'Arabic numbers',
    [
      '1.总体情况',
      '2. 主动公开政府信息情况',
      '3、收到和处理政府信息公开申请情况',
      '4．政府信息公开行政复议、行政诉讼情况',
      '5.存在的主要问题及改进情况',
      '6.其他需要报告的事项',
    ],
  ],
  [
    'numbers in brackets',
    [
      '（一）总体情况',
      '（二）主动公开政府信息情况',
      '（三）收到和处理政府信息公开申请情况',
      '（四）政府信息公开行政复议、行政诉讼情况',
      '（五）存在的主要问题及改进情况',
      '（六）其他需要报告的事项',
    ],
  ],
  [
    'parts',
    [
      '第一部分 概述',
      '第二部分 主动公开情况',
      '第三部分 依申请公开情况',
      '第四部分 行政复议和行政诉讼情况',
      '第五部分 问题与改进',
      '第六部分 其他事项',
    ],
  ],
  [
    'other words',
    [
      '一、基本情况',
      '二、政府信息主动公开情况',
      '三、政府信息公开申请的收到和处理情况',
      '四、因政府信息公开工作被申请行政复议、提起行政诉讼情况',
      '五、政府信息公开工作存在的主要问题及改进情况',
      '六、需要报告的其他事项',
    ],
  ],
  [
    'misprints',
    [
      '一、总体倩况',
      '二、主动公开政府信息情况',
      '三、收到和处理政府信息公开申清情况',
      '四、政府信息公开行政法复议',
      '五、存在的主要问题及改进情',
      '六、其它需要报告的事项',
    ],
  ],
  [
    'a number doubled, a number wrong, a space inside',
    [
      '一 、总 体 情 况',
      '二二、主动公开政府信息情况',
      '三、 收到和处理政府信息公开申请情况',
      '三、政府信息公开行政复议行政诉讼情况',
      '四、存在问题及改进情况',
      '五、其他需要报告的事项。',
    ],
  ],
  [
    'no numbers, but levels',
    [
      { text: '总体情况', level: 2 },
      { text: '主动公开政府信息情况', level: 2 },
      { text: '收到和处理政府信息公开申请情况', level: 2 },
      { text: '政府信息公开行政复议、行政诉讼情况', level: 2 },
      { text: '存在的主要问题及改进情况', level: 2 },
      { text: '其他需要报告的事项', level: 2 },
    ],
  ],
  [
    'no numbers and no levels',
    [
      '总体情况',
      '主动公开政府信息情况',
      '收到和处理政府信息公开申请情况',
      '政府信息公开行政复议、行政诉讼情况',
      '存在的主要问题及改进情况',
      '其他需要报告的事项',
    ],
  ],
  [
    'headings of the tables missing',
    ['一、总体情况', undefined, undefined, undefined, '五、存在的问题和改进措施', '六、其他'],
  ],
  ['a heading that the number alone tells', ['一、总体情况', '二、', '三、', '四、', '五、困难与打算', '六、有关说明']],
  [
    'in bold',
    [{ text: '一、总体情况', markdown: '**一、总体情况**' }, ...WHOLE.filter((_, at) => [2, 4, 6, 8, 10].includes(at))],
  ],
])('headings: %s', (_, headings) => {
  expect(textsOf(...renamed(...headings))).toEqual(PLAIN);
});

test('heading and text in one paragraph', () => {
  const one = [
    '一、总体情况：全年工作平稳。',
    '二、主动公开政府信息情况',
    2,
    3,
    4,
    '五、存在的主要问题及改进情况。解读不够多，今后改进。',
    '六、其他需要报告的事项 没有收取信息处理费。',
  ] as const;
  expect(textsOf(...one)).toEqual(PLAIN);
});

test('heading and text of one block, with line breaks', () => {
  expect(textsOf('一、总体情况\n全年工作平稳。\n二、主动公开政府信息情况', 2, 3, 4, ...WHOLE.slice(8))).toEqual(PLAIN);
});

test('the overview has numbers of its own, and the tables start again at one', () => {
  const restarted = textsOf(
    '2023年，各项工作有序推进。',
    '一、主动公开情况',
    '发布信息八百条。',
    '二、依申请公开情况',
    '收到申请3件。',
    '三、政府信息管理',
    '逐件审查。',
    '四、平台建设',
    '改版网站。',
    '五、监督保障',
    '开展培训。',
    '六、其他',
    '公报出版四期。',
    '一、主动公开政府信息情况',
    2,
    '二、收到和处理政府信息公开申请情况',
    3,
    '三、政府信息公开行政复议、行政诉讼情况',
    4,
    '五、存在的主要问题及改进情况',
    '解读不够多，今后改进。',
    '六、其他需要报告的事项',
    '没有收取信息处理费。',
  );
  expect(restarted).toEqual({
    'overview.text': '2023年，各项工作有序推进。',
    'problems.text': PLAIN['problems.text'],
    'other_matters.text': PLAIN['other_matters.text'],
    overview: [
      'active_disclosure|主动公开情况|发布信息八百条。',
      'on_request|依申请公开情况|收到申请3件。',
      'information_management|政府信息管理|逐件审查。',
      'platforms|平台建设|改版网站。',
      'supervision|监督保障|开展培训。',
      'other|其他|公报出版四期。',
    ],
  });
});

test('parts with their headings in the paragraph or above it', () => {
  const read = textsOf(
    '一、总体情况',
    '（一）主动公开情况。主要通过网站公开。',
    '另有公众号一个。',
    '（二）依申请公开',
    '没有收到申请。',
    '（三）政府信息公开平台建设：网站改版一次。',
    ...WHOLE.slice(2, 9),
    '（一）存在的问题',
    '1.解读少。',
    '2.更新慢。',
    '（二）改进情况',
    '增加解读。',
    ...WHOLE.slice(10),
  );
  expect(read).toEqual({
    'other_matters.text': PLAIN['other_matters.text'],
    overview: [
      'active_disclosure|主动公开情况|主要通过网站公开。\n\n另有公众号一个。',
      'on_request|依申请公开|没有收到申请。',
      'platforms|政府信息公开平台建设|网站改版一次。',
    ],
    problems: ['|存在的问题|1.解读少。\n\n2.更新慢。', '|改进情况|增加解读。'],
  });
});

test('numbered sentences are no headings', () => {
  const { 'problems.text': text } = textsOf(
    ...WHOLE.slice(0, 9),
    '主要有以下问题：',
    '（一）解读的形式不够多样，图解和问答较少，群众看不懂',
    '（二）更新不及时，有的栏目半年没有新的内容',
    ...WHOLE.slice(10),
  ) as Record<string, string>;
  expect(text).toBe(
    '主要有以下问题：\n\n（一）解读的形式不够多样，图解和问答较少，群众看不懂\n\n（二）更新不及时，有的栏目半年没有新的内容',
  );
});

test('parts without numbers', () => {
  const { overview } = textsOf(
    '一、总体情况',
    '主动公开',
    '发布信息八百条。',
    '依申请公开',
    '收到申请3件。',
    '监督保障情况',
    '开展培训。',
    ...WHOLE.slice(2),
  ) as Record<string, unknown>;
  expect(overview).toEqual([
    'active_disclosure|主动公开|发布信息八百条。',
    'on_request|依申请公开|收到申请3件。',
    'supervision|监督保障情况|开展培训。',
  ]);
});

test('prose above and below the tables, and notes', () => {
  const read = textsOf(
    ...WHOLE.slice(0, 3),
    '（一）主动公开政府信息的数量',
    '全年公开三百条。',
    2,
    '（二）类别',
    '机构职能类十条。',
    '三、收到和处理政府信息公开申请情况',
    3,
    '注：网上和信函申请合并统计。',
    '四、政府信息公开行政复议、行政诉讼情况',
    '全年没有诉讼。',
    4,
    ...WHOLE.slice(8),
  );
  expect(read).toEqual({
    ...PLAIN,
    'active_disclosure.text_above': '（一）主动公开政府信息的数量\n\n全年公开三百条。',
    'active_disclosure.text_below': '（二）类别\n\n机构职能类十条。',
    'applications.footnote': '网上和信函申请合并统计。',
    'reconsideration_and_litigation.text_above': '全年没有诉讼。',
  });
});

test('a table over several grids; page numbers between them are left out, other texts are not lost', () => {
  const { leftovers, texts } = of(TITLE, ...WHOLE.slice(0, 5), 3, '— 4 —', 3, '（单位：件）', 3, ...WHOLE.slice(6));
  expect(leftovers).toEqual(['（单位：件）']);
  expect(texts).toEqual(PLAIN);
});

test('a table of contents is no text', () => {
  const contents = [
    '目录',
    '一、总体情况',
    '二、主动公开政府信息情况',
    '三、收到和处理政府信息公开申请情况',
    '四、政府信息公开行政复议、行政诉讼情况',
    '五、存在的主要问题及改进情况',
    '六、其他需要报告的事项',
  ];
  expect(textsOf(...contents, ...WHOLE)).toEqual(PLAIN);
  expect(textsOf(...contents.map((one, at) => `${one}……${at}`), ...WHOLE)).toEqual(PLAIN);
});

test('a preface that lists the six sections is the preface', () => {
  const preface = '本报告包括总体情况、主动公开政府信息情况、存在的主要问题及改进情况、其他需要报告的事项等六个部分。';
  expect(textsOf(preface, ...WHOLE)).toEqual({ ...PLAIN, 'preface.text': preface });
});

test('without a heading, the overview begins where the preface ends', () => {
  const preface = '根据《中华人民共和国政府信息公开条例》编制本报告。';
  expect(textsOf(preface, ...WHOLE.slice(1))).toEqual({ ...PLAIN, 'preface.text': preface });
});

test('no tables at all', () => {
  const { texts } = of(TITLE, ...WHOLE.filter((one) => typeof one !== 'number'));
  expect(texts).toEqual(PLAIN);
});

test('another table in the prose stays a table; one that can be a part of the form is left over', () => {
  const rows = [
    ['栏目', '条数'],
    ['解读', '3'],
  ];
  const form = [['行政复议', '行政诉讼']];
  const tables = [...WHOLE.slice(2, 4), rows, ...WHOLE.slice(4, 6), form, ...WHOLE.slice(6)];
  const { texts, leftovers } = of(TITLE, '一、总体情况', '发布情况如下：', rows, ...tables);
  const table = '| 栏目 | 条数 |\n|---|---|\n| 解读 | 3 |';
  expect(texts['overview.text']).toBe(`发布情况如下：\n\n${table}`);
  expect(texts['active_disclosure.text_below']).toBe(table);
  expect(leftovers).toEqual(['行政复议 | 行政诉讼']);
});

test('a table that only lays out the page is read as text', () => {
  const rows = [['一、总体情况\n全年工作平稳。'], ['二、主动公开政府信息情况']];
  expect(textsOf(rows, ...WHOLE.slice(3))).toEqual(PLAIN);
});

test('the tables in another order', () => {
  const [two, three, four] = [WHOLE.slice(2, 4), WHOLE.slice(4, 6), WHOLE.slice(6, 8)];
  expect(textsOf(...WHOLE.slice(0, 2), ...four, ...three, ...two, ...WHOLE.slice(8))).toEqual(PLAIN);
});

test('a heading behind the last sentence of a paragraph', () => {
  expect(textsOf('一、总体情况', '全年工作平稳。二、主动公开政府信息情况', ...WHOLE.slice(3))).toEqual(PLAIN);
});

test('a heading and a note in rows of a table', () => {
  const rows = [['二、主动公开政府信息情况'], ['规章', '1'], ['行政许可', '2'], ['注：年末统计。']];
  const left = ['二、主动公开政府信息情况', '注：年末统计。', '2'];
  const reading = read([TITLE, ...WHOLE.slice(0, 2), 2, ...WHOLE.slice(8)], {}, { rows, left });
  expect(plain(reading)).toMatchObject({
    texts: { ...PLAIN, 'active_disclosure.footnote': '年末统计。' },
    leftovers: [],
  });
  expect(reading.placed.map(({ text }) => text)).toEqual(left.slice(0, 2));
});

test('the rows of a table that was not read are no prose', () => {
  const { texts, leftovers } = of(TITLE, ...WHOLE.slice(0, 3), '全年公开三百条。', '规章 1 0 2', ...WHOLE.slice(4));
  expect(texts).toEqual({ ...PLAIN, 'active_disclosure.text_above': '全年公开三百条。' });
  expect(leftovers).toEqual(['规章 1 0 2']);
});

test('the tables behind the texts, and a section out of order', () => {
  const behind = [...WHOLE.slice(0, 2), ...WHOLE.slice(8), '附件', ...WHOLE.slice(2, 8)];
  expect(textsOf(...behind)).toEqual(PLAIN);
  expect(textsOf(...WHOLE.slice(0, 6), ...WHOLE.slice(8, 10), ...WHOLE.slice(6, 8), ...WHOLE.slice(10))).toEqual(PLAIN);
});

test('a heading with a comma among others', () => {
  const { overview } = textsOf(
    '一、总体情况',
    '（一）主动公开情况。主要通过网站，发布三百条：其中解读三条。',
    '（二）加强政府信息管理，做好审查。全年没有泄密。',
    ...WHOLE.slice(2),
  ) as Record<string, unknown>;
  expect(overview).toEqual([
    'active_disclosure|主动公开情况|主要通过网站，发布三百条：其中解读三条。',
    'information_management|加强政府信息管理，做好审查|全年没有泄密。',
  ]);
});

test('the headings of the tables stand in the text and again above the tables', () => {
  const headings = [2, 4, 6].map((at) => WHOLE[at] as Written);
  expect(textsOf(...WHOLE.slice(0, 2), ...headings, ...WHOLE.slice(8), ...WHOLE.slice(2, 8))).toEqual(PLAIN);
});
