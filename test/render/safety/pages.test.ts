import { readFileSync, rmSync } from 'node:fs';
import { afterAll, describe, expect, test } from 'vitest';
import { check } from '../../../src/check/check.ts';
import { publicationOf } from '../../../src/publish/publication.ts';
import { fragment } from '../../../src/render/fragment.ts';
import { renderPage } from '../../../src/render/page-html.ts';
import { POLICY, withPolicy } from '../../../src/render/page-policy.ts';
import { faultsIn } from '../../../src/render/safety/faults.ts';
import { loadTemplates } from '../../../src/render/templates.ts';
import { parse } from '../../../src/source/parse.ts';
import { official as officialTemplates } from '../publication.ts';
import { folderOf, root } from './own-template.ts';

afterAll(() => rmSync(root, { recursive: true }));

const OFFICIAL = new URL('../../../templates/official/', import.meta.url);
const official = (name: string) => readFileSync(new URL(name, OFFICIAL), 'utf8');
const example = readFileSync('examples/wenzhou-hrss-2023.yaml', 'utf8');
const publish = (text: string) =>
  publicationOf(check(parse(text, 'a.yaml')), { formats: ['html'], base: 'a', template: 'x' });
const META = `<meta http-equiv="Content-Security-Policy" content="${POLICY}">`;

describe('the policy is the first thing in the head', () => {
  test.each([
    ['of the official page', official('report.hbs')],
    ['of a page in capitals', '<!DOCTYPE HTML>\n<HTML lang="zh"><HEAD><TITLE>a</TITLE></HEAD>'],
    ['of a page with attributes', '<!doctype html><html lang="zh-CN" class="a b" xml:lang="zh"><head><title>a</title>'],
  ])('%s', (_, page) => {
    expect(withPolicy(page)).toBe(page.replace(/<head>/i, (head) => `${head}\n${META}`));
  });

  test.each([
    '<title>a</title><script>ran()</script>',
    '<!-- <html><head> --><!doctype html><html><head>',
    '<!doctype html><html lang="a><head>"><head>',
    "<!doctype html><html lang='a><head>'><head>",
    '<!doctype html><html lang="zh"><script></script><head>',
    '\u3000<!doctype html><html lang="zh"><head>',
    '<!doctype html><html lang="zh"><head onclick="a">',
    '',
  ])('and before everything where a page begins in another way: %s', (page) => {
    expect(withPolicy(page)).toBe(`<!doctype html>\n${META}\n${page}`);
  });

  test('it stands once in a finished page', async () => {
    const { html } = await renderPage(publish(example), await officialTemplates);
    expect(html.split('Content-Security-Policy')).toHaveLength(2);
    expect(html.split('<head>\n')[1]).toMatch(/^<meta http-equiv="Content-Security-Policy"/);
  });

  test('a template that brings the same one, as older versions had it, is let through', async () => {
    const mine = folderOf({ 'report.hbs': official('report.hbs').replace('<title>', `${META}\n<title>`) });
    const { html } = await renderPage(publish(example), await loadTemplates(OFFICIAL, mine));
    expect(html.split(META)).toHaveLength(3);
  });
});

test.each([
  '<p>1</p><script t',
  '<p>1</p><img alt="',
  '<p>1</p><img alt=1 ',
  '<p>1</p></p',
  '<p>1</p><!-- 1',
  '<p>1</p><',
])('a fragment that ends inside a tag would take in the page around it: %s', (html) => {
  expect(faultsIn(html, 'fragment', 5).map(({ message }) => message.en)).toContain(
    'The template ends inside a tag or comment',
  );
  expect(faultsIn(`${html.slice(0, 8)}<p>2`, 'fragment', 5)).toEqual([]);
});

describe('nothing in a report becomes active', () => {
  const HOSTILE = [
    '<script>ran()</script>',
    '<img src=x onerror=ran()>',
    '[甲](javascript:ran\\(\\))',
    '[甲](<java\tscript:ran()>)',
    '[甲](&#106;avascript:ran)',
    '[甲](data:text/html,<script>ran</script>)',
    '[甲](vbscript:ran)',
    '[甲](file:///etc/passwd)',
    '![甲](http://listener.invalid/p.png)',
    '![甲](data:image/svg+xml,<svg onload=ran()>)',
    '[甲][a]\n\n[a]: javascript:ran "乙\\" onclick=ran"',
    '[甲](http://www.example.com/"onclick="ran\\(\\))',
    '<javascript:ran()>',
    '`</code><script>ran()</script>`',
    '</style><script>ran()</script>',
    '<!--[if IE]><script>ran()</script><![endif]-->',
    ']]><svg/onload=ran()>',
    '&lt;script&gt;ran()&lt;/script&gt;',
    '{{{data}}} {{> table}}',
    '\u0000\u000b\u2028<svg><style><img src=x onerror=ran()>',
  ];

  test.each(HOSTILE)('%j in prose, title, notes and footnotes', async (hostile) => {
    const yaml = JSON.stringify(hostile);
    const text = example
      .replace(/^year:/m, () => `title: ${yaml}\nyear:`)
      .replace(/^( +)name: .*/m, (_, spaces) => `${spaces}name: ${yaml}`)
      .replace(
        /^overview:[\s\S]*?(?=^\S)/m,
        () => `overview: { text: ${yaml}, parts: [{ heading: ${yaml}, text: ${yaml} }] }\n`,
      )
      .replace(
        /^applications:\n/m,
        (line) => `${line}  footnote: ${yaml}\n  text_above: ${yaml}\n  text_below: ${yaml}\n`,
      )
      .replace(/^problems:[\s\S]*?(?=^\S)/m, () => `problems: { text: ${yaml} }\n`);
    expect(text.split(yaml).length).toBeGreaterThan(8);
    const publication = publish(text);
    const templates = await officialTemplates;
    expect(faultsIn((await renderPage(publication, templates)).html, 'page', 9)).toEqual([]);
    expect(faultsIn(templates.fragment({ page: publication.view }), 'fragment', 9)).toEqual([]);
  });
});

describe('a fragment holds text, tables, lists, links and pictures', () => {
  const render = async (html: string) => {
    const mine = folderOf({ 'fragment.hbs': `${html}\n${official('fragment.hbs')}` });
    const templates = await loadTemplates(OFFICIAL, mine);
    return fragment.render({ publication: publish(example), templates } as Parameters<typeof fragment.render>[0]);
  };

  test.each([
    '<style>p { color: red }</style>',
    '<script type="application/json">{}</script>',
    '<meta name="a" content="b">',
    '<title>a</title>',
    '<svg><path d="M0 0"/></svg>',
    '<math><mi>a</mi></math>',
    '<!--><img src=x onerror=ran()>-->',
    '<p style="background: url(http://listener.invalid/p.png)">a</p>',
    '<form action="http://listener.invalid/"></form>',
    '<a href="javascript:ran()">a</a>',
  ])('not %s', async (html) => {
    await expect(render(html)).rejects.toThrow(/fragment\.hbs:1:\d+ /);
  });

  test('a picture inside and a link stay', async () => {
    const html = '<img src="data:image/png;base64,AA==" alt="图"><a href="https://www.example.com/">a</a>';
    expect(new TextDecoder().decode(await render(`<p>${html}</p>`))).toContain(html);
  });
});
