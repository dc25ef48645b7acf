import { describe, expect, test } from 'vitest';
import { read, refusalOf, TABLE } from './pages.ts';

const sections = ['一、总体情况', '二、主动公开政府信息情况', '三、收到和处理政府信息公开申请情况']
  .map((text) => `<p>${text}</p><p>本年按要求办理。</p>`)
  .join('');
const links = [2021, 2022, 2023]
  .map((year) => `<li><a href="${year}.html">青溪局${year}年政府信息公开工作年度报告</a></li>`)
  .join('');
const filler = `<p>${'本文与报告无关。'.repeat(60)}</p>`;

const REFUSED: readonly [string, string, string][] = [
  ['script-shell', 'filled by scripts', '<div id="app"></div><script src="/js/chunk-vendors.js"></script>'],
  [
    'script-shell',
    'that says so',
    '<noscript>Please enable JavaScript.</noscript><div class="x"></div><script src="a.js"></script>',
  ],
  [
    'script-shell',
    'with a menu and a foot around the hole',
    '<div class="nav"><a>首页</a></div><div id="content"></div><script>var infoGuid="9f";getGovInfoDetail(infoGuid)</script><div class="footer">青溪县主办</div>',
  ],
  ['list-page', 'of reports', `<h2>政府信息公开年报</h2><ul>${links}</ul>`],
  [
    'list-page',
    'of one report',
    '<h2>政府信息公开年报</h2><ul><li><a title="青溪局2023年政府信息公开工作年度报告">青溪局2023年政…</a></li></ul>',
  ],
  [
    'only-a-link',
    'to a PDF, with other reports beside it',
    `<h1>青溪局2024年政府信息公开工作年度报告</h1><a href="x.pdf">下载</a><ul>${links}</ul>`,
  ],
  ['list-page', 'of PDF files', `<title>政府信息公开年报</title><ul>${links.replaceAll('.html', '.pdf')}</ul>`],
  ['list-page', 'in a table', `<table>${links.replaceAll('li>', 'td>').replaceAll('<td>', '<tr><td>')}</table>`],
  [
    'only-a-link',
    'to a PDF',
    '<h1>青溪局年度报告</h1><p>全文见附件</p><a href="/a/b/%E6%8A%A5%E5%91%8A.pdf?v=1">点击下载</a>',
  ],
  [
    'only-a-link',
    'with facts before it',
    '<table><tr><td>索引号</td><td>A-1</td></tr><tr><td>机关</td><td>青溪局</td></tr></table><p>附件：<a href="/down?id=7">年报.docx</a></p>',
  ],
  ['only-a-link', 'in a viewer', '<h1>年报</h1><iframe src="/pdf/viewer.html?file=/x/2023nb.pdf"></iframe>'],
  ['tables-are-pictures', 'but its texts can be read', `${sections}<p><img src="/img/W020240122.png"></p>`],
  ['only-pictures', 'that were scanned', '<h1>青溪局年度报告</h1><img src="p1.jpg"><img src="p2.jpg">'],
  ['frame-missing', 'that holds the report', '<h1>公开</h1><iframe src="./page_files/saved_resource.html"></iframe>'],
  ['login-page', 'of the website', '<title>用户登录</title><form>用户名 <input type="text"> 验证码</form>'],
  ['error-page', 'of the website', '<title>404</title><h1>404 Not Found</h1><hr>nginx'],
  ['error-page', 'in Chinese', '<p>您访问的页面不存在或已被删除</p>'],
  ['empty', 'without anything', ''],
  ['empty', 'with empty elements', '<html><body><div>&nbsp;</div></body></html>'],
];

describe('pages that are no report are named', () => {
  test.each(REFUSED)('%s: %s', async (kind, _, page) => expect((await refusalOf(page))?.kind).toBe(kind));

  test.each(REFUSED)('%s: %s, but with a table of the form it is read', async (_kind, _, page) => {
    const { blocks } = await read(`${page.replace('<div id="app"></div>', '')}${TABLE}`);
    expect(blocks.some((block) => block.kind === 'grid' && block.rows === 3)).toBe(true);
  });

  test('the message has the name of the file or picture', async () => {
    const words = async (page: string) => (await refusalOf(page))?.words.zh;
    expect(await words('<a href="/a/b/%E6%8A%A5%E5%91%8A.pdf?v=1">点击下载</a>')).toContain('报告.pdf');
    expect(await words('<a href="javascript:open(\'/x/nb.pdf\')">点击下载</a>')).toContain('nb.pdf');
    expect(await words('<a href="/down?id=7">年报.docx</a>')).toContain('年报.docx');
    expect(await words(`${sections}<img src="/img/W020240122.png">`)).toContain('W020240122.png');
  });

  test.each([
    [
      'a logo is no picture of a table',
      `${sections}<img src="/img/logo.png"><a href="/"><img src="x.png"></a><img src="y.png" width="20">`,
    ],
    ['texts with an attachment beside them', `${sections}${filler}<a href="x.pdf">附件</a>`],
    ['an article about something else is left to the readers of the form', `<p>通知</p>${filler}`],
  ])('%s', async (_, page) => expect(await refusalOf(page)).toBeUndefined());
});
