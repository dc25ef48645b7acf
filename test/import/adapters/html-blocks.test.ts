import { describe, expect, test } from 'vitest';
import { outline, TABLE, TABLE_ROWS } from './pages.ts';

describe('paragraphs', () => {
  test.each<[string, string, unknown[]]>([
    [
      'a heading, paragraphs and bare text between them',
      '<body><h2>青溪县报告</h2><p>第一段</p>零散的字<div>第二段</div></body>',
      ['## 青溪县报告', '第一段', '零散的字', '第二段'],
    ],
    [
      'one paragraph cut by two breaks, and by a break before an indented line; one break stays a line',
      '<div>甲<br><br>乙<br>　　丙<br>&nbsp;&nbsp;&nbsp;丁<br>戊</div>',
      ['甲', '乙', '丙', '丁\n戊'],
    ],
    [
      'headings and sentences that only line breaks part; a sentence that goes on is not cut',
      '<div>一、总体情况<br>本年公开12件。<br>其他情况如下：<br>（一）机构改革<br>公开内容丰富，<br>形式多样。<br>3.5件</td>',
      ['一、总体情况', '本年公开12件。', '其他情况如下：', '（一）机构改革', '公开内容丰富，\n形式多样。', '3.5件'],
    ],
    [
      'a number torn over spans has no space',
      '<p>共收<span>738</span><span>02.90</span><font>元</font><o:p></o:p>，<b><i>另</i></b>计</p>',
      ['共收73802.90元，另计'],
    ],
    [
      'facts in elements beside each other have a space between them',
      '<div><span>来源：青溪局</span><span>发布日期：2024-01-20</span><i>浏览次数：7</i></div>',
      ['来源：青溪局 发布日期：2024-01-20 浏览次数：7'],
    ],
    [
      'unknown elements are inline, but not if they hold paragraphs',
      '<h1><ucaptitle>青溪<x-y>局</x-y></ucaptitle></h1><ucapcontent><p>甲</p><p>乙</p></ucapcontent>',
      ['# 青溪局', '甲', '乙'],
    ],
    [
      'a line of the source that ends between Chinese characters adds no space; between Latin words it does',
      '<p>主动\n  公开政府信息，\n按时 <span>open\nweb</span></p>',
      ['主动公开政府信息，按时 open web'],
    ],
    ['invisible characters', '<p>\u200b公\u200d开\ufeff12\u00ad件&zwnj;</p>', ['公开12件']],
    ['padding', '<p>&nbsp;&nbsp;&nbsp;社会&nbsp;&nbsp;公益　　组织 &nbsp;</p>', ['社会 公益 组织']],
    ['lines of preformatted text', '<pre>甲\n\n乙\n丙</pre>', ['甲', '乙\n丙']],
    ['what stands in small raised letters', '<p>100m<sup>2</sup>，H<sub>2</sub>O</p>', ['100m2，H2O']],
    [
      'a comment for old browsers that became visible, and the end of a comment',
      '<p>&lt;!--[if !supportLists]--&gt;一、&lt;!--[endif]--&gt;总体情况</p><p>正文 --&gt;</p>',
      ['一、总体情况', '正文'],
    ],
    ['a heading that is a whole paragraph is a paragraph', `<h3>${'长'.repeat(130)}</h3>`, ['长'.repeat(130)]],
  ])('%s', async (_, page, blocks) => expect(await outline(page)).toEqual(blocks));

  test('lists, nested and ordered; only the first paragraph of an item is the item', async () => {
    const page = '<ul><li>甲<ol><li><p>乙</p><p>续</p></li></ol></li><li>丙</li></ul>';
    expect(await outline(page)).toEqual(['- 甲', '  1. 乙', '续', '- 丙']);
  });

  test('what nobody sees is left out', async () => {
    const page = `<body><p>看得见</p><p style="color:red; display : none">一</p><p hidden>二</p><p aria-hidden="true">三</p>
      <div style="visibility:hidden"><p>四</p></div><!-- 五 --><!--[if IE]><p>六</p><![endif]--><script>七</script>
      <style>八</style><template><p>九</p></template><noscript>十</noscript><select><option>十一</select>
      <table><tr style="display:none"><td>十二</td></tr><tr><td>规章</td><td style="display:none">5</td><td>6</td></tr></table></body>`;
    expect(await outline(page)).toEqual(['看得见', [['规章', '6']]]);
  });
});

test('a hidden part is shown only if nothing else has the tables', async () => {
  const hidden = `<div style="display:none"><p>文字版</p>${TABLE}</div><div hidden><p>乙</p></div>`;
  expect(await outline(`<p>甲</p>${hidden}`)).toEqual(['甲', '文字版', TABLE_ROWS]);
  expect(await outline(`<p>甲</p>${hidden}${TABLE}`)).toEqual(['甲', TABLE_ROWS]);
  const waiting = `<div class="wow" style="visibility: hidden; animation-name: none">${TABLE}</div>`;
  expect(await outline(`${waiting}${TABLE}`)).toEqual([TABLE_ROWS, TABLE_ROWS]);
});

describe('furniture', () => {
  test.each([
    ['an element for menus', '<nav><a href="/">首页</a> <a href="/x">公开</a></nav>', '首页 公开'],
    ['a role', '<div role="navigation"><span>网站地图</span></div>', '网站地图'],
    ['a class in English', '<div class="main-crumbs2">当前位置：首页</div>', '当前位置：首页'],
    ['an id in pinyin', '<div id="dqwz">您在：公开</div>', '您在：公开'],
    ['a class in Chinese', '<div class="分享按钮">微信</div>', '微信'],
    [
      'a table of links',
      '<table><tr><td><a>甲</a></td><td><a>乙</a></td><td><a>丙</a></td></tr></table>',
      '甲\n乙\n丙',
    ],
    ['a menu with a small heading', '<div class="left-menu"><h3>目录</h3></div>', '### 目录'],
    ['a list of links', '<ul><li><a>甲</a></li><li><a>乙</a></li><li><a>丙</a></li></ul>', '- 甲\n- 乙\n- 丙'],
  ])('%s', async (_, part, text) => {
    const blocks = await outline(`<body>${part}<p>正文</p>${TABLE}</body>`);
    const expected = text.split('\n').map((line) => `~${line}`);
    expect(blocks).toEqual([...expected, '正文', TABLE_ROWS]);
  });

  test.each([
    ['a table of numbers', TABLE, TABLE_ROWS],
    ['a long paragraph', `<p>${'本年办理申请。'.repeat(15)}</p>`, '本年办理申请。'.repeat(15)],
    ['a heading', '<h1>青溪局报告</h1>', '# 青溪局报告'],
  ])('is never %s', async (_, part, block) => {
    expect(await outline(`<div class="footer nav share"><div>${part}</div></div>`)).toEqual([block]);
  });
});
