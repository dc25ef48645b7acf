import type { Text } from '../../src/diagnostics/text.ts';
import type { Standard } from './points.ts';

/** Points that nothing checks: a person has to look, or there is nothing of the kind in our PDFs. */
interface Unchecked {
  readonly ids: readonly string[];
  readonly demands: Text;
  readonly why: Text;
}

const unchecked = (ids: string, zh: string, en: string, why: Text): Unchecked => ({
  ids: ids.split(' '),
  demands: { zh, en },
  why,
});
const PERSON: Text = { zh: '要由人看', en: 'a person has to look' };
const NOTHING: Text = { zh: '文件里没有这一类', en: 'our PDFs have nothing of the kind' };
const OTHER: Text = { zh: '没有要求', en: 'nothing is demanded' };

export const UNCHECKED: Readonly<Record<Standard['name'], readonly Unchecked[]>> = {
  'PDF/UA-1': [
    unchecked(
      '01-001 01-002 01-006',
      '内容和装饰分得对，标签合乎意思',
      'content and decoration are told apart rightly, and tags fit the meaning',
      PERSON,
    ),
    unchecked(
      '02-002',
      '对应的标签意思最近（Strong、Em 对应 Span，Aside 对应 Sect）',
      'mapped roles mean the same (Strong and Em are Span, Aside is Sect)',
      PERSON,
    ),
    unchecked('03-001 03-002 03-003', '没有闪烁', 'nothing flickers', NOTHING),
    unchecked('04-001', '不只用颜色或位置表达意思', 'nothing is said by colour or place alone', PERSON),
    unchecked('05-001 05-002 05-003', '声音另有文字', 'sound has a text', NOTHING),
    unchecked('06-004', '标题说得清是什么文件', 'the title says what the document is', PERSON),
    unchecked('08-001 08-002', '扫描识别的文字正确', 'text from scans is right', NOTHING),
    unchecked('09-001 09-002 09-003', '阅读顺序和嵌套合乎意思', 'reading order and nesting fit the meaning', PERSON),
    unchecked('11-007', '语言标得对', 'the language is the right one', PERSON),
    unchecked('12-001', '拉长的字符', 'stretched characters', NOTHING),
    unchecked(
      '13-001 13-002 13-003 13-005 13-006 13-007 13-008',
      '图标得对，说明说得清',
      'figures are tagged rightly, and their texts say what they show',
      PERSON,
    ),
    unchecked('14-001 14-004 14-005', '标题都标成了标题', 'all headings are tagged as such', PERSON),
    unchecked(
      '15-001 15-002 15-004 15-005',
      '表头都标成了表头，表格真是表格',
      'all headers are tagged as such, and tables are tables',
      PERSON,
    ),
    unchecked(
      '16-001 16-002 16-003',
      '列表标成了列表，编号的种类对',
      'lists are tagged as such, with the right kind of numbers',
      PERSON,
    ),
    unchecked('17-001', '公式标成了公式', 'formulas are tagged as such', NOTHING),
    unchecked('18-001 18-002', '页眉页脚标成页码一类', 'headers and footers are pagination', PERSON),
    unchecked(
      '19-001 19-002',
      '脚注标成注（表下的“注：”是段落，紧跟在表后）',
      'footnotes are notes (the note under a table is a paragraph behind the table)',
      PERSON,
    ),
    unchecked('22-001', '文章线索', 'article threads', NOTHING),
    unchecked('23-001 27-001', '签名、导航', 'signatures, navigation', OTHER),
    unchecked('24-001', '不能填的表单', 'forms that cannot be filled in', NOTHING),
    unchecked('28-001 28-003 28-013', '链接的顺序和意思', 'order and meaning of links', PERSON),
    unchecked('29-001', '脚本不限定按键时间', 'no script limits the time for a key', NOTHING),
    unchecked(
      '31-010',
      '字体允许嵌入（自带的都允许；本机装的字体看各自的许可）',
      'fonts may be embedded (the bundled ones may; for installed fonts see their licences)',
      PERSON,
    ),
  ],
  'PDF/A-3a': [
    unchecked('6.1.10', '页面内容里的图片', 'pictures within the content of a page', NOTHING),
    unchecked('6.2.8.3', 'JPEG 2000 图片', 'pictures in JPEG 2000', NOTHING),
    unchecked('6.2.11.4.1', '字体允许嵌入', 'fonts may be embedded', PERSON),
    unchecked('6.6.5 6.6.6', '文件的来历', 'where the file comes from', OTHER),
    unchecked(
      '6.7.5 6.7.6 6.7.7 6.7.8',
      '说明、替代文字、缩写合乎意思',
      'descriptions, replacements and abbreviations fit the meaning',
      PERSON,
    ),
  ],
};
