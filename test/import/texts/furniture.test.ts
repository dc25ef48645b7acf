import { expect, test } from 'vitest';
import { renderMarkdown } from '../../../src/prose/markdown.ts';
import { readParagraphs } from '../../../src/prose/paragraphs.ts';
import { plain, read, type Written } from './reading.ts';

const TITLE = '清溪县教育局2023年政府信息公开工作年度报告';
const REST: Written[] = [2, 3, 4, '五、存在的主要问题及改进情况', '解读少。', '六、其他需要报告的事项', '无。'];
const overview = (...texts: Written[]) =>
  plain(read([TITLE, '一、总体情况', ...texts, ...REST])).texts['overview.text'];

test('what belongs to the page and not to the report is left out', () => {
  const { texts, leftovers } = plain(
    read([
      '当前位置： 首页 > 政务公开 > 政府信息公开年报',
      TITLE,
      '来源：清溪县教育局 时间：2024-02-08 16:34',
      '【字体：大 中 小】 打印 关闭',
      '微信',
      '微博',
      'QQ空间',
      '文字版',
      '文件下载',
      '相关链接： -->',
      '<!--[if !supportLists]-->一、<!--[endif]-->总体情况',
      '微信公众号发布信息20条。',
      ...REST,
      '信息来源：清溪县教育局',
      '附件下载：清溪县教育局2023年报.docx',
      '扫一扫在手机打开当前页',
      '上一篇：没有了',
      '下一篇：清溪县水利局年报',
      '主办单位：清溪县人民政府 浙ICP备00000000号',
      'Copyright © 2024',
    ]),
  );
  expect(texts).toEqual({
    'overview.text': '微信公众号发布信息20条。',
    'problems.text': '解读少。',
    'other_matters.text': '无。',
  });
  expect(leftovers).toEqual([]);
});

test('what has no place is left over', () => {
  const { leftovers } = plain(
    read([
      '清政公开〔2024〕3号',
      TITLE,
      '一、总体情况',
      '平稳。',
      ...REST,
      '上一篇：没有了',
      '推荐阅读：城乡居民参保须知。',
    ]),
  );
  expect(leftovers).toEqual(['清政公开〔2024〕3号', '推荐阅读：城乡居民参保须知。']);
});

test('sentences that begin like the words of a page stay', () => {
  const sentences = [
    '来源可靠的信息才公开。',
    '打印政策汇编300份。',
    '分享经验材料2篇。',
    '附件中的表格同步公开。',
    '4件申请已经办结。',
    '微信',
  ];
  expect(overview(...sentences)).toBe(sentences.join('\n\n'));
});

test('page numbers and repeated page headers', () => {
  const on = (page: number, text: string): Written => ({ text, place: { page } });
  const pages = [1, 2, 3].flatMap((page): Written[] => [
    on(page, '清溪县教育局年报'),
    on(page, `第${page}段的文字。`),
    on(page, `- ${page} -`),
    on(page, String(page)),
  ]);
  expect(overview(...pages)).toBe('第1段的文字。\n\n第2段的文字。\n\n第3段的文字。');
});

test('signs of Markdown are printed as they are written', () => {
  const texts = [
    '星号*和_下划线_、5*3',
    '#公开',
    '>引',
    '{{year}} 和 {{',
    '<b>粗</b>',
    '`a`和`b`',
    '![图](a.png)',
    '[^1]: 注',
    '[文件]: 一',
    '[字](b)',
    '~~~',
    '2023. 年',
    '&nbsp;',
    'a\\*b',
    '+ 加',
  ];
  for (const text of texts) {
    const printed = renderMarkdown(overview(text) ?? '', () => '数')
      .replace(/<\/?p>/gu, '')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&amp;', '&');
    expect(printed).toBe(text);
  }
});

test('lists and links', () => {
  const item = (text: string, ordered: boolean, depth = 0): Written => ({ text, item: { ordered, depth } });
  expect(overview('做法：', item('网站。', false), item('栏目。', false, 1), item('微信。', false), '其他照旧。')).toBe(
    '做法：\n\n- 网站。\n  - 栏目。\n- 微信。\n\n其他照旧。',
  );
  expect(overview(item('网站。', true), item('微信。', true))).toBe('1. 网站。\n2. 微信。');
  expect(overview({ text: '见网站。', markdown: '见[网站](https://qingxi.example.cn)。' })).toBe(
    '见[网站](https://qingxi.example.cn)。',
  );
});

test('a line break inside a sentence is no paragraph', () => {
  const text =
    overview('全年通过网站、公众号和新闻发布会公开信息，其中政策解读类的信息\n二十条，比上年多。\n另有图解三条。') ??
    '';
  expect(text).toBe(
    '全年通过网站、公众号和新闻发布会公开信息，其中政策解读类的信息二十条，比上年多。\n\n另有图解三条。',
  );
  expect(readParagraphs(text).some(({ doubtful }) => doubtful)).toBe(false);
});

test('nothing of the page is dropped: each text once, marked as furniture', () => {
  const { leftovers, furniture, texts } = plain(
    read([
      { text: '政务公开', furniture: true },
      '首页',
      { text: '政务公开', furniture: true },
      '通知公告',
      '本页由技术科维护，发现问题请在工作日反映',
      '清溪县教育局2023年政府信息公开工作年度报告',
      '一、总体情况',
      '全年工作平稳。',
      2,
      '— 2 —',
      3,
      4,
      '五、存在的主要问题及改进情况',
      '解读少。',
      '六、其他需要报告的事项',
      '无。',
      '清溪县教育局',
      '2024年1月22日',
      '附件：清溪县教育局2023年统计表.xlsx',
      '智能问答',
      [['', '主办单位：清溪县教育局\n网站标识码：3300000000', '浙公网安备 33000000000000号']],
    ]),
  );
  expect(leftovers).toEqual(['本页由技术科维护，发现问题请在工作日反映']);
  expect(furniture).toEqual([
    '首页',
    '通知公告',
    '附件：清溪县教育局2023年统计表.xlsx',
    '智能问答',
    '主办单位：清溪县教育局 网站标识码：3300000000 | 浙公网安备 33000000000000号',
    '政务公开',
    '— 2 —',
  ]);
  expect(texts['other_matters.text']).toBe('无。');
});

test('a day below the report that is not the one of publication is left over', () => {
  const body = ['六、其他需要报告的事项', '无。', '清溪县教育局', '2024年1月12日'];
  const { leftovers, facts } = plain(
    read([
      '清溪县教育局2023年政府信息公开工作年度报告',
      '发布日期：2024-01-20',
      '一、总体情况',
      '好。',
      2,
      3,
      4,
      ...body,
    ]),
  );
  expect([facts.published, leftovers]).toEqual(['2024-01-20', ['清溪县教育局 2024年1月12日']]);
});

test('a line of contact below the last section is a fact and left over, but a sentence is prose', () => {
  const end = (line: string) =>
    plain(read(['清溪县教育局2023年政府信息公开工作年度报告', 2, 3, 4, '六、其他需要报告的事项', '无。', line]));
  const own = end('联系方式：清溪县教育局办公室（电话：0571-88001234，邮编：321000）');
  expect([own.texts['other_matters.text'], own.leftovers.length]).toEqual(['无。', 1]);
  expect(own.facts).toMatchObject({ 'agency.contact.phone': '0571-88001234', 'agency.contact.postcode': '321000' });
  const sentence = end('如有疑问，请与清溪县教育局办公室联系，电话：0571-88001234。');
  expect(sentence.texts['other_matters.text']).toContain('如有疑问');
});
