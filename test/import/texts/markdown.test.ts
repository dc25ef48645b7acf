import { expect, test } from 'vitest';
import { escaped } from '../../../src/import/texts/markdown.ts';
import { renderMarkdown } from '../../../src/prose/markdown.ts';

const LINES = [
  '# 公开在身边',
  '#公开在身边',
  '＃公开在身边',
  '＃＃ 加强领导',
  '### 加强领导',
  '#政务公开# 话题阅读3万次。',
  '- 加强领导。',
  '-加强领导。',
  '+ 新增栏目3个。',
  '+新增栏目3个。',
  '* 带星号的事项。',
  '*注：数据截至年底。',
  '> 引用一句话。',
  '>3件办结。',
  '| 左 | 右 |',
  '|竖线开头',
  '1. 完善制度。',
  '1.完善制度。',
  '1、完善制度。',
  '1) 完善制度。',
  '2023. 这一年工作平稳。',
  '12) 完善制度。',
  '（一）完善制度。',
  '①完善制度。',
  '网址 a_b_c 和 _下划线_ 与 __双下划线__',
  '清_溪_县',
  '约~5件，~~删去~~的字',
  '~~~',
  '```',
  '`代码`与 ``双``',
  '**重要**与*强调*',
  '5*3*2=30',
  '***',
  '---',
  '- - -',
  '===',
  '___',
  '[文字](https://example.cn/a_b)',
  '[文件]: 说明',
  '[^1]脚注',
  '![图](a.png)',
  '<b>加粗</b>与<!-- 注释 -->',
  '&lt;不是标签&gt; &amp; &#35;',
  '反斜杠 \\* 与 \\\\ 与 C:\\目录',
  '{{applications.total}}与{%',
  'https://example.cn/a*b*c',
  '：冒号开头',
  '。句号开头',
  '"引号"开头',
  '# ',
  'a  b',
  '$x$ 与 ==高亮== 与 ^上标^',
  '- [ ] 待办',
  '::: 提示',
  '<https://example.cn>',
  '行尾反斜杠\\',
  '# 表前说明',
  '+',
  '-',
  '*',
  '>',
  '1.',
];
const textOf = (html: string) =>
  html
    .replace(/<[^<>]*>/gu, '')
    .replace(/&lt;/gu, '<')
    .replace(/&gt;/gu, '>')
    .replace(/&quot;/gu, '"')
    .replace(/&amp;/gu, '&');
const squeeze = (text: string) => text.replace(/\s+/gu, '');

test.each(LINES)('printed as it is: %s', (line) => {
  const written = escaped(line.trim());
  const html = renderMarkdown(written, () => '待填');
  expect(squeeze(textOf(html))).toBe(squeeze(line));
  expect(html).not.toMatch(/<(?:em|strong|h\d|s|code|blockquote|hr|table|ul|ol|img)\b/u);
  const between = renderMarkdown(`上文。\n\n${written}\n\n下文。`, () => '待填');
  expect(between.match(/<p\b/gu)?.length).toBe(3);
  expect(squeeze(textOf(between))).toBe(`上文。${squeeze(line)}下文。`);
});
