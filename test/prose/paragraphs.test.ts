import { describe, expect, test } from 'vitest';
import { wrap } from '../../src/diagnostics/display-width.ts';
import { renderMarkdown } from '../../src/prose/markdown.ts';
import { readParagraphs } from '../../src/prose/paragraphs.ts';
import { readText } from '../../src/prose/read-text.ts';

const html = (text: string): string => renderMarkdown(text, () => '7');
/** The paragraphs of a text without lists and tables, as they are printed. */
const printed = (text: string): string[] =>
  html(text)
    .split('\n')
    .map((line) => line.replace(/<\/?(?:p|strong|wbr|span[^>]*)>/g, ''));
const doubts = (text: string): string[] =>
  readParagraphs(text).flatMap(({ line, doubtful }) => (doubtful ? [line.content] : []));

const FIRST =
  '这一年，全县各单位把群众最关心的事项放在公开目录的前面，逐项列明责任单位和更新时限，并请人大代表、政协委员和企业代表评议公开的效果。';
const SECOND = '评议中提出的意见有三条，已经全部采纳，相应的栏目在第四季度调整完毕，并在政务服务大厅设置了查询终端。';

describe('each line is a paragraph', () => {
  test.each([
    ['wide spaces', ['　　甲一。甲二。', '　　乙', '　　丙；']],
    ['tabs', ['\t甲。', '\t乙。']],
    ['non-breaking spaces', ['\u00a0\u00a0\u00a0\u00a0甲', '\u00a0\u00a0\u00a0\u00a0乙']],
    ['four spaces', ['甲', '    乙', '　　丙']],
    ['（一）', ['（一）甲', '(二)乙', '（ 三 ）丙', '（4）丁', '⑤戊', '㈥己']],
    ['1、', ['1、甲；', '2 、乙', '３．丙', '4.丁', '5)戊', '6）己', '七、庚', '⑧辛']],
    ['一是', ['一是甲，', '二是乙，', '三要丙。', '第四，丁', '其五，戊']],
    ['bullets of Word', ['●甲', '• 乙', '◆丙', '➢ 丁']],
    ['sentences', ['甲。', '乙！', '丙？', '“丁。”', '（戊。）', '己：', '庚；', '辛']],
    ['two whole sentences', [FIRST, SECOND]],
    ['an address', ['联系我们。', '单位：清溪县教育局', '地址：清溪路1号', '电子邮箱：a@b.cn']],
    ['numbers of Word', ['1\t甲', '1.1\t乙', '1.2\t丙', '2\t丁']],
    ['bullets of Word as private characters', ['甲', '\uf06c\t乙', '\uf06c\t丙']],
    ['labels', [`存在问题：${FIRST}`, `改进情况：${SECOND}`]],
    ['long lines', [FIRST + SECOND, SECOND + FIRST, FIRST]],
    ['a heading', ['工作成效', FIRST, '下一步打算', SECOND]],
    ['rows', ['栏目　条数', '公开　12']],
    ['a caption', [FIRST, '图1 各渠道申请数量', SECOND]],
    ['what is left of a picture', [FIRST, '[图片]', '0 20 40 60', SECOND]],
    ['in bold type', ['**（一）甲**', `${FIRST}`, '**（二）乙**', `${SECOND}`]],
  ])('%s', (_, lines) => {
    const text = lines.join('\n').replace('栏目　', '栏目\t').replace('公开　', '公开\t');
    const plain = lines.map((line) => line.replaceAll(/(?<=\S)\t/g, '　').replace(/^[\s\u3000]+|\*\*/gu, ''));
    expect(printed(text)).toEqual(plain);
    expect(doubts(text)).toEqual([]);
  });

  test('also with the line ends of Windows, and spaces behind the text', () => {
    expect(printed('甲。  \r\n乙。\u3000\r\n')).toEqual(['甲。', '乙。']);
  });
});

describe('wrapped lines are one paragraph', () => {
  const whole = FIRST + SECOND + FIRST.replaceAll('。', '；') + SECOND;

  test.each([56, 60, 72, 76, 80, 96, 100, 110])('at %i columns, wherever a sentence ends', (columns) => {
    for (let start = 0; start < 40; start += 2) {
      const text = whole.slice(start);
      expect(printed(wrap(text, columns).join('\n'))).toEqual([text]);
      expect(doubts(wrap(text, columns).join('\n'))).toEqual([]);
    }
  });

  test.each([
    ['主动公开情况。', true],
    ['政府信息公开平台建设情况。', true],
    ['监督保障。', true],
    ['依申请公开办理情况。', true],
    ['没有违规公开情况。', false],
    ['群众反映良好。', false],
    ['出现过办理超期的情况。', false],
  ])('a full line above %s: a paragraph ends there: %s', (title, begins) => {
    const lines = wrap(FIRST + SECOND, 60);
    // A line as wide as the others that ends a sentence.
    const above = `${'甲'.repeat(29)}。`;
    const text = [...lines.slice(0, 2), above, ...wrap(title + SECOND, 60)].join('\n');
    expect(printed(text)).toHaveLength(begins ? 2 : 1);
  });

  test('a short last line ends the paragraph, without an empty line', () => {
    const paragraphs = [whole, FIRST + SECOND];
    expect(printed(paragraphs.flatMap((one) => wrap(one, 76)).join('\n'))).toEqual(paragraphs);
  });

  test('an enumeration that runs inside the paragraph does not end it', () => {
    const text =
      '主要问题有三个：一是公开的内容不够全面，有的栏目更新较慢，群众反映不好找；二是解读的形式单一，图解不多；三是培训少，经办人员换得勤，业务不熟。';
    for (const columns of [56, 64, 70, 80]) expect(printed(wrap(text, columns).join('\n'))).toEqual([text]);
  });

  test.each([
    ['办结15\n6件', '办结156件'],
    ['2025-\n12-31以前', '2025-12-31以前'],
    ['比例为3\n.5%', '比例为3.5%'],
    ['最短的一件，用了\n3. 5个工作日', '最短的一件，用了3. 5个工作日'],
    ['全年，按时发布信息\n86条，公示3月\n-12月的名单', '全年，按时发布信息86条，公示3月-12月的名单'],
    ['结转下年度2件。\n其中，1件已办。', '结转下年度2件。其中，1件已办。'],
    ['open\n3 items', 'open\n3 items'],
  ])('%j', (text, joined) => {
    expect(html(text)).toBe(`<p>${joined}</p>`);
    expect(doubts(text)).toEqual([]);
    expect(readText(text, () => '7').text.replaceAll(' ', '')).toBe(
      readText(joined, () => '7').text.replaceAll(' ', ''),
    );
  });

  test('a number at the start of a line is no item', () => {
    const text = `${FIRST.slice(0, 30)}，全年公开\n1.5万条，其中解读\n2、3月份各10条`;
    expect(printed(text)[0]).toContain('全年公开1.5万条');
  });
});

describe('what cannot be told', () => {
  const OPEN = '评议的重点是公开的内容是否全面，更新是否及时，群众提出的问题是否在规定的时间以内得到答复，以及窗口';
  const LOOSE = [OPEN, '和网站的服务是否方便。这一年请了三十二位代表，分四批看了现场，逐项打分。', SECOND];

  test('a sentence that ends near the width of a loosely wrapped text: a new paragraph, with a doubt', () => {
    expect(printed(LOOSE.join('\n'))).toEqual([LOOSE.slice(0, 2).join(''), SECOND]);
    expect(doubts(LOOSE.join('\n'))).toEqual([SECOND]);
  });

  test('no doubt if empty lines are between the paragraphs of such a text', () => {
    const text = [...LOOSE, '', ...LOOSE].join('\n');
    expect(printed(text)).toEqual([LOOSE.join(''), '', LOOSE.join('')].filter(Boolean));
    expect(doubts(text)).toEqual([]);
  });

  test('names below each other: one paragraph, with a doubt', () => {
    expect(printed('清溪县教育局\n清溪县水利局')).toEqual(['清溪县教育局清溪县水利局']);
    expect(doubts('清溪县教育局\n清溪县水利局')).toEqual(['清溪县水利局']);
  });

  test.each([`${FIRST}\n\n${SECOND}`, `　　${FIRST}\n　　${SECOND}`, '甲，\n乙', 'open\ngovernment'])(
    'no doubt: %j',
    (text) => expect(doubts(text)).toEqual([]),
  );
});

describe('lists of Markdown stay lists', () => {
  test('text below a list ends it, and the next list has its own numbers', () => {
    expect(html('1. 甲\n2. 乙\n下一步：\n1. 丙').replaceAll('\n', '')).toBe(
      '<ol><li>甲</li><li>乙</li></ol><p>下一步：</p><ol><li>丙</li></ol>',
    );
  });

  test('below text, with any number and any indent', () => {
    expect(html('甲如下。\n3. 丙\n4. 丁').replaceAll('\n', '')).toBe(
      '<p>甲如下。</p><ol start="3"><li>丙</li><li>丁</li></ol>',
    );
    expect(html('　　- 甲\n　　- 乙').replaceAll('\n', '')).toBe('<ul><li>甲</li><li>乙</li></ul>');
  });

  test('nested by spaces or tabs; an item can be wrapped and have a second paragraph', () => {
    expect(html('1. 甲\n    - 乙\n\t- 丙\n2. 丁').replaceAll('\n', '')).toBe(
      '<ol><li>甲<ul><li>乙</li><li>丙</li></ul></li><li>丁</li></ol>',
    );
    expect(html('- 甲，\n  接着\n\n  第二段\n- 乙').replaceAll('\n', '')).toBe(
      '<ul><li><p>甲，接着</p><p>第二段</p></li><li><p>乙</p></li></ul>',
    );
  });

  test('a year at the start of a sentence is no number of an item', () => {
    expect(html('2023. 年份')).toBe('<p>2023. 年份</p>');
  });
});

describe('nothing that is written vanishes', () => {
  test.each([
    ['`abc`和``d``', ['`abc`和``d``']],
    ['甲。\n```\nabc\n```\n乙。', ['甲。', '```', 'abc', '```', '乙。']],
    ['甲[^1]。\n[^1]: 乙。', ['甲[^1]。', '[^1]: 乙。']],
    ['[甲]: 乙\n[丙]: https://a.cn', ['[甲]: 乙', '[丙]: https://a.cn']],
    ['![图](a.png)和![](b.png)', ['![图](a.png)和![](b.png)']],
    ['甲\n===\n乙\n---\n丙', ['甲', '===', '乙', '---', '丙']],
    ['5*3*2，a*b*c', ['5*3*2，a*b*c']],
    ['-\n\n1.', ['-', '1.']],
  ])('%j', (text, paragraphs) => expect(printed(text)).toEqual(paragraphs));
});

test('tables and quotations stay, and text below them is none of them', () => {
  const table = html('甲\n| a | b |\n|---|---|\n| 1 | 2 |\n乙');
  expect(table).toMatch(/^<p>甲<\/p>\n<div.*<\/table>\n<\/div>\n<p>乙<\/p>$/s);
  expect(html('a | b\n--- | ---\n1 | 2')).toContain('<table>');
  expect(html('> 甲。\n> 乙。\n丙').replaceAll('\n', '')).toBe(
    '<blockquote><p>甲。</p><p>乙。</p></blockquote><p>丙</p>',
  );
});

test('the checks read the paragraphs that are printed', () => {
  const text = `　　甲。\n　　乙\n1、丙；\n${wrap(FIRST + SECOND, 60).join('\n')}\n- 丁\n\n戊`;
  const read = readText(text, () => '7').text.split('\n');
  expect(read).toHaveLength(html(text).match(/<(?:p|li)>/g)?.length ?? 0);
  expect(read[3]).toHaveLength((FIRST + SECOND).length);
});

describe('the time is proportional to the length', () => {
  /** How often regular expressions were run. */
  const steps = (text: string): number => {
    const { exec } = RegExp.prototype;
    let count = 0;
    RegExp.prototype.exec = function (value) {
      count++;
      return exec.call(this, value);
    };
    readParagraphs(text);
    RegExp.prototype.exec = exec;
    return count;
  };

  test.each(['甲乙丙，\n', '甲。\n', '- 甲\n', '|a|\n|-|\n', '> 甲\n', '\t\n', '一是甲\n'])('%j', (piece) => {
    expect(steps(piece.repeat(4000))).toBeLessThan(2.1 * steps(piece.repeat(2000)));
    expect(steps(piece.repeat(2000))).toBeGreaterThan(1000);
  });
});
