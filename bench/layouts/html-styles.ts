// The mark-up of content systems and office programs, as published pages have it.
import type { GridCell } from './grid.ts';
import { escaped, type Markup, page } from './html-markup.ts';
import { titleOf } from './page.ts';

/** A vertical label as several paragraphs of a few characters, padded with spaces. */
const cut = (text: string, size: number): string[] => text.match(new RegExp(`.{1,${size}}`, 'gu')) ?? [text];
const isNarrow = (cell: GridCell): boolean => !cell.path && cell.rows > 1 && cell.columns === 1;

/** An article that a content system has cleaned. */
export const CLEANED: Partial<Markup> = {
  text: (text, kind) => {
    if (kind !== 'text')
      return `<p style="text-indent: 2em;"><span style="font-family: 黑体">${escaped(text)}</span></p>`;
    return `<p style="text-indent: 2em;">${escaped(text).replace(/\d+/g, '</span><span>$&</span><span>')}</p>`;
  },
  inside: (text, cell) => {
    const lines = isNarrow(cell) ? cut(text, 4) : [text];
    const pad = '&nbsp;'.repeat((text.length * 3) % 9);
    return lines.map((line) => `<p style="text-indent: 0em;">${escaped(line)}${pad}</p>`).join('');
  },
  cell: (spans, inside) =>
    `<td${spans} style="padding:0 5px;border-top:none;border-right:1px solid windowtext" valign="middle">${inside}</td>`,
  row: ' class="firstRow"',
};

/** Pasted from a word processor without cleaning. */
export const PASTED: Partial<Markup> = {
  text: (text, kind) => {
    const tail = kind === 'heading' ? '&nbsp;'.repeat(20) : '';
    return `<p class=MsoNormal style='mso-margin-top-alt:auto;\nline-height:28.0pt;mso-line-height-rule:exactly'><span lang=EN-US\nstyle='font-size:16.0pt;font-family:&#39;仿宋&#39;'>${escaped(text)}${tail}<o:p></o:p></span></p>\n`;
  },
  inside: (text, cell) => {
    if (cell.path && text.length === 2) return text;
    const [first = '', ...others] = cell.path ? [text] : cut(text, 5);
    const run = (part: string) => `<span style='font-size:9.0pt;\nmso-ascii-font-family:宋体'>${escaped(part)}</span>`;
    if (cell.path && /元$/.test(text)) return `<p class=MsoNormal>${run(text.slice(0, -1))}${run('元')}</p>`;
    if (others.length === 1) return `<p class=MsoNormal>${run(first)}<br/>${run(others[0] ?? '')}</p>`;
    return [first, ...others].map((part) => `<p class=MsoNormal align=center>${run(part)}</p>`).join('\n');
  },
  cell: (spans, inside) =>
    `<td width=61${spans} style='width:45.8pt;border:solid windowtext 1.0pt;\nmso-border-alt:solid windowtext .5pt;padding:0cm 5.4pt'>\n${inside}\n</td>\n`,
  table: " class=MsoNormalTable border=0 cellspacing=0 style='border-collapse:collapse;\nmso-yfti-tbllook:1184'",
  frame: (article, report) =>
    page(
      `<title>${titleOf(report)}</title>`,
      `<div class=WordSection1><!--[if gte mso 9]><xml><w:View>Normal</w:View></xml><![endif]-->${article}</div>`,
    ),
};

/** Outset borders, runs of `<font>`, and what belongs to the page inside the article. */
export const OUTSET: Partial<Markup> = {
  text: (text) =>
    `<p class="p"><font face="仿宋" size="3">${escaped(text.slice(0, 9))}</font><font face="仿宋">${escaped(text.slice(9))}</font><o:p></o:p></p>`,
  inside: (text, cell) => {
    const lead = !cell.path && cell.columns > 3 ? '&nbsp;&nbsp;' : '';
    return `<p class="p" align="center">${lead}<font face="宋体">${escaped(text.slice(0, 3))}</font><font face="Calibri">${escaped(text.slice(3))}</font><o:p></o:p></p>`;
  },
  cell: (spans, inside) => `<td${spans} style="border: 1px outset; padding: 1px">${inside}</td>`,
  frame: (article, report) =>
    page(
      `<title>${titleOf(report)}_政务公开</title>`,
      `<div class="nav"><a href="/">首页</a> <a href="/zwgk">政务公开</a> <a href="/hd">互动交流</a></div>
<div class="content"><p>当前位置：<a href="/">首页</a> &gt; <a href="/x">法定主动公开内容</a> &gt; <a href="/n">年报</a></p>
<p>来源：${report.agency}　发布时间：${report.published} 09:30　字体：【大 中 小】 【打印】 【关闭】</p>
<p><a href="#">微信</a> <a href="#">微博</a> <a href="?f=1">全真版</a> <a href="?f=2">文字版</a> <a href="a.doc">文件下载</a></p>
${article}--&gt;
<p>附件下载：<a href="a.pdf">${titleOf(report)}.pdf</a></p><p>扫一扫在手机打开当前页</p></div>
<div class="foot">主办单位：某某政府办公室　网站标识码：9900000000　<a href="/map">网站地图</a></div>`,
    ),
};

/** Pixel widths and no wrapping; a blank is a hard space. */
export const NOWRAP: Partial<Markup> = {
  inside: (text) => `<p align="center">${escaped(text) || '&nbsp;'}</p>`,
  cell: (spans, inside) => `<td nowrap="nowrap" width="87"${spans}>${inside}</td>`,
};

/** A table about the document first, tags that a content system made up, a second title in the body. */
export const METADATA: Partial<Markup> = {
  text: (text, kind) => {
    const heading = /^（?([一二三四五六])[）、](.*)$/u.exec(text);
    if (heading && kind !== 'text')
      return `<p><span>${text.startsWith('（') ? '（' : ''}</span><span>${heading[1]}</span><span>${text.startsWith('（') ? '）' : '、'}</span><span>${heading[2]}</span></p>\n`;
    return `<p>${escaped(text).replace(/[“”]/g, '<span style="font-family:Times New Roman">$&</span>')}</p>\n`;
  },
  inside: (text) => (text === '' ? '<p><o:p> </o:p></p>' : `<p>\n${escaped(text)}\n</p>`),
  cell: (spans, inside) => `<td${spans}>${inside}</td>\n`,
  frame: (article, report) =>
    page(
      `<title>${titleOf(report)}</title><meta name="PubDate" content="${report.published}">`,
      `<table class="info"><tr><td>名称</td><td colspan="3">${titleOf(report)}</td></tr>
<tr><td>索引号</td><td>0144${report.year}/00${report.year}-17</td><td>分类</td><td>年报</td></tr>
<tr><td>发布机构</td><td>${report.agency}</td><td>公开日期</td><td>${report.published}</td></tr><tr><td>文号</td><td></td><td>时效</td><td>有效</td></tr></table>
<doctitle><h3>${titleOf(report)}</h3></doctitle><doccontent><meta charset="gb2312"><title>年报正文</title>${article}</doccontent><doctime>${report.published}</doctime>`,
    ),
};

/** The article inside two tables that only place it on the page. */
export const NESTED: Partial<Markup> = {
  frame: (article, report) =>
    page(
      `<title>${titleOf(report)}</title>`,
      `<table width="730" align="center"><tr><td><img src="top.gif" alt=""></td></tr><tr><td>
<table width="664" border="0"><tr><td width="20">&nbsp;</td><td><b>${report.agency}</b></td></tr><tr><td></td><td>${article}</td></tr></table>
</td></tr><tr><td align="center">版权所有：${report.agency}</td></tr></table>`,
    ),
};

/** Every digit in its own element. */
export const TORN: Partial<Markup> = {
  inside: (text, cell) =>
    cell.path
      ? `<p>${[...text].map((one, index) => `<span style="letter-spacing:${index}px">${one}</span>`).join('')}</p>`
      : escaped(text),
};

/** Mark-up of a careful site: caption, header cells, scope. */
export const SEMANTIC: Partial<Markup> = {
  cell: (spans, inside, cell) => (cell.path ? `<td${spans}>${inside}</td>` : `<th${spans} scope="col">${inside}</th>`),
  table: ' class="data"',
  frame: (article, report) =>
    page(
      `<title>${titleOf(report)}</title><meta name="ContentSource" content="${report.agency}"><style>th{font-weight:400}</style>`,
      `<header><nav><ul><li>首页</li><li>机构</li><li>政策</li></ul></nav></header><main>${article}</main><footer>联系我们</footer><script>var n = "<td>1</td>";</script>`,
    ),
};
