import { expect, test } from 'vitest';
import { withAddresses } from '../../src/prose/addresses.ts';
import { renderMarkdown } from '../../src/prose/markdown.ts';

/** `[…]` around an address, `|` where it may break. */
const marked = (text: string) =>
  withAddresses(text).replaceAll('<wbr>', '|').replaceAll('<span class="address">', '[').replaceAll('</span>', ']');

test.each([
  ['网站（http://hrss.wenzhou.gov.cn/）、微信', '网站（[http://|hrss|.wenzhou|.gov.cn/]）、微信'],
  ['见https://a.b.cn/col/c1/index.html?x=1&y=2。', '见[https://|a|.b.cn/|col/|c1/|index|.html|?x|=1|&amp;y|=2]。'],
  ['登录www.example.gov.cn或者hrss.example.gov.cn查阅', '登录[www|.example|.gov.cn]或者[hrss|.example|.gov.cn]查阅'],
  [`http://a.cn/${'x'.repeat(25)}`, '[http://|a.cn/|xxxxxxxxxx|xxxxxxxxxx|xxxxx]'],
  ['very.long.name@mail.example.gov.cn', '[very|.long|.name@mail|.example|.gov.cn]'],
])('a web address or a long e-mail address breaks at its marks: %s', (text, expected) => {
  expect(marked(text)).toBe(expected);
});

test.each([
  ['电话0577-88123456、0577－88123457', '电话[0577-88123456]、[0577－88123457]'],
  ['（0577）88123456，400-123-4567转3', '[（0577）88123456]，[400-123-4567]转3'],
  ['手机138-0013-8000，邮箱wzrsjb@126.com。', '手机[138-0013-8000]，邮箱[wzrsjb@126.com]。'],
])('a telephone number or a short e-mail address does not break: %s', (text, expected) => {
  expect(marked(text)).toBe(expected);
});

test.each([
  '2019-2023年共3件',
  '2023-12-31',
  '热线12345',
  '第3.5条',
  '〔2021〕30号',
  '13-0577-1',
  'a@b',
  '国办公开办函',
])('%s is no address', (text) => expect(marked(text)).toBe(text));

test('an address in Markdown is found whole, as text of a link too', () => {
  const html = renderMarkdown('见 https://a.cn/b_c?d=1&e，[a.b@c.cn](https://a.cn)。', () => undefined);
  expect(html).toBe(
    '<p>见 <span class="address">https://<wbr>a.cn/<wbr>b<wbr>_c<wbr>?d<wbr>=1<wbr>&amp;e</span>，<a href="https://a.cn"><span class="address">a.b@c.cn</span></a>。</p>',
  );
});
