// Layouts that differ in how the prose is written, not the tables.
import { web } from './html.ts';
import { escaped, type Markup, PLAIN, page as pageHtml } from './html-markup.ts';
import type { Layout } from './layout.ts';
import { type Block, titleOf } from './page.ts';

/** Texts that follow each other as one, each with its end. */
function joined(blocks: readonly Block[], joins: (one: Block, next: Block) => boolean, between: string): Block[] {
  const result: Block[] = [];
  for (const block of blocks) {
    const last = result.at(-1);
    if (last && last.kind !== 'grid' && block.kind !== 'grid' && joins(last, block))
      result[result.length - 1] = { kind: 'text', text: `${last.text}${between}${block.text}` };
    else result.push(block);
  }
  return result;
}

/** All texts between two tables are one paragraph with line breaks. */
const oneParagraph = (blocks: readonly Block[]): Block[] => joined(blocks, (one) => one.kind !== 'title', '\n');

/** （一）主动公开情况。 and its text in one paragraph. */
const runIn = (blocks: readonly Block[]): Block[] =>
  joined(blocks, (one, next) => one.kind === 'part' && next.kind === 'text', '。');

/** The end of a letter after section six. */
const signed = (blocks: readonly Block[]): Block[] => [
  ...blocks,
  { kind: 'furniture', text: (blocks[0]?.kind === 'title' ? blocks[0].text : '').replace(/\d{4}年.*$/u, '') },
  { kind: 'furniture', text: '2025年1月16日' },
];

/** Sections five and six as lists. */
const LISTS: Partial<Markup> = {
  text: (text, kind) => (kind === 'text' ? `<ul><li>${escaped(text)}</li></ul>` : PLAIN.text(text, kind)),
};

/** Everything in generic elements and with marks of emphasis. */
const BOXES: Partial<Markup> = {
  text: (text, kind) => `<div>${kind === 'text' ? escaped(text) : `<strong>${escaped(text)}</strong>`}</div>\n`,
};

/** A line break element is the only thing between paragraphs. */
const BREAKS: Partial<Markup> = { text: (text) => `${'&#12288;&#12288;'}${escaped(text)}<br/><br/>\n` };

/** Old mark-up: upper case, no closing tags, entities for everything. */
const OLD: Partial<Markup> = {
  text: (text) =>
    `<P ALIGN=LEFT><FONT SIZE=3>${[...text].map((one) => (one > '\u00ff' ? `&#${one.codePointAt(0)};` : escaped(one))).join('')}</FONT>\n`,
  cell: (spans, inside) => `<TD${spans.toUpperCase().replaceAll('"', '')}>${inside}\n`,
  frame: (article, report) =>
    `<HTML><HEAD><TITLE>${titleOf(report)}</TITLE>\n<BODY BGCOLOR=#ffffff>${article.replace(/<\/t[dr]>/g, '')}`,
};

/** The sections in tabs of a page, after a list of anchors to them. */
const TABS: Partial<Markup> = {
  frame: (article, report) =>
    pageHtml(
      `<title>${titleOf(report)}</title>`,
      `<div class="anchors"><ul><li><a href="#s1">一、总体情况</a></li><li><a href="#s2">二、主动公开政府信息情况</a></li><li><a href="#s3">三、收到和处理政府信息公开申请情况</a></li><li><a href="#s4">四、政府信息公开行政复议、行政诉讼情况</a></li><li><a href="#s5">五、存在的主要问题及改进情况</a></li><li><a href="#s6">六、其他需要报告的事项</a></li></ul></div>
<div class="body">${article}</div>
<div class="related"><h4>相关链接</h4><ul><li><a href="1.html">${report.agency}${report.year - 1}年政府信息公开工作年度报告</a></li><li><a href="2.html">${report.agency}${report.year - 2}年政府信息公开工作年度报告</a></li></ul></div>`,
    ),
};

export const PROSE_LAYOUTS: readonly Layout[] = [
  web('one-paragraph', 'all texts between two tables in one paragraph with line breaks', { rearranged: oneParagraph }),
  web('run-in', 'the heading of a part and its text in one paragraph', { rearranged: runIn }),
  web('signed', 'agency and date at the end', { rearranged: signed }),
  web('lists', 'paragraphs as items of lists', {}, LISTS),
  web('boxes', 'generic elements, headings only in bold', { proseInTwo: true }, BOXES),
  web('breaks', 'texts without elements, separated by line breaks', {}, BREAKS),
  web('old-markup', 'upper case, no closing tags, every character an entity', {}, OLD),
  web('contents-first', 'a list of the sections before them, links to other years after them', {}, TABS),
  web('parts-by-number', 'parts as 1. 2. 3.', { part: (heading, index) => `${index + 1}.${heading}` }),
  web('no-numbers', 'headings of sections without numbers', { heading: (title) => title, part: (heading) => heading }),
  web('brackets', 'headings as （一）, parts as 1、', {
    heading: (title, section) => `（${'一二三四五六'[section - 1]}）${title}`,
    part: (heading, index) => `${index + 1}、${heading}`,
  }),
];
