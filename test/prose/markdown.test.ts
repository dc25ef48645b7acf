import { expect, test } from 'vitest';
import { findBindings } from '../../src/prose/bindings.ts';
import { renderInline, renderMarkdown } from '../../src/prose/markdown.ts';

const print = (path: string) => ({ 'a.b': '16', html: '<b>&' })[path];
const html = (text: string) => renderMarkdown(text, print);

test('a bound path prints its number, anywhere in the text', () => {
  expect(html('共{{a.b}}件，**{{ a.b }}**件')).toBe('<p>共16件，<strong>16</strong>件</p>');
  expect(html('- {{a.b}}件')).toContain('<li>16件</li>');
  expect(renderInline('共{{a.b}}件', print)).toBe('共16件');
});

test('what a path prints is text, never markup', () => {
  expect(html('{{html}}')).toBe('<p>&lt;b&gt;&amp;</p>');
});

test('raw HTML is printed as it stands, pictures are not made', () => {
  expect(html('<script>x</script>')).toBe('<p>&lt;script&gt;x&lt;/script&gt;</p>');
  expect(html('![图](a.png)')).not.toContain('<img');
});

test('no link runs a script', () => {
  expect(html('[点我](javascript:alert(1))')).not.toContain('href');
});

test('emphasis works between Chinese characters and punctuation', () => {
  expect(html('**主要问题：**更新慢')).toBe('<p><strong>主要问题：</strong>更新慢</p>');
});

test('a line end between Chinese lines is no blank, between Latin words it is one', () => {
  expect(html('主动公开，\n依申请公开')).toBe('<p>主动公开，依申请公开</p>');
  expect(html('open\ngovernment')).toBe('<p>open\ngovernment</p>');
});

test('two full-width blanks begin a paragraph, no code', () => {
  expect(html('　　第一段\n\n　　第二段')).toBe('<p>第一段</p>\n<p>第二段</p>');
});

test('headings stand below those of the form, and no level is left out', () => {
  const levels = (text: string, below?: number) =>
    [...renderMarkdown(text, () => undefined, undefined, below).matchAll(/<h([1-6])>.*<\/h\1>/gu)].map(([, level]) =>
      Number(level),
    );
  expect(html('# 一级')).toBe('<h4>一级</h4>');
  expect(html('##### 五级')).toBe('<h4>五级</h4>');
  expect(levels('### 甲\n\n##### 乙\n\n#### 丙\n\n# 丁\n\n## 戊')).toEqual([4, 5, 5, 4, 5]);
  expect(levels('### 甲\n\n> #### 乙\n\n## 丙', 2)).toEqual([3, 4, 3]);
  expect(levels('# 甲\n\n## 乙\n\n### 丙\n\n#### 丁\n\n##### 戊')).toEqual([4, 5, 6, 6, 6]);
});

test('every pair of braces is seen, with its place; what is no expression has none', () => {
  expect(findBindings('a{{x.y}} {{ z }} {{}} {{a b}} {{open')).toEqual([
    { written: '{{x.y}}', expression: 'x.y', offset: 1 },
    { written: '{{ z }}', expression: 'z', offset: 9 },
    { written: '{{}}', expression: undefined, offset: 17 },
    { written: '{{a b}}', expression: 'a b', offset: 22 },
    { written: '{{', expression: undefined, offset: 30 },
  ]);
});
