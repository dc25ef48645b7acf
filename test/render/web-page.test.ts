import { readFileSync } from 'node:fs';
import axe from 'axe-core';
import { Parser } from 'htmlparser2';
import type { Page } from 'puppeteer-core';
import { beforeAll, describe, expect, test } from 'vitest';
import type { RunningBrowser } from '../../src/browser/start.ts';
import { check } from '../../src/check/check.ts';
import { publicationOf as publish } from '../../src/publish/publication.ts';
import { withInlineStyles } from '../../src/render/inline-styles.ts';
import { renderPage } from '../../src/render/page-html.ts';
import { parse } from '../../src/source/parse.ts';
import { sharedBrowser } from '../shared-browser.ts';
import { draftOf, textOf } from './drafts.ts';
import { official } from './publication.ts';

const EXAMPLES = ['2019-form', 'format', 'wenzhou-hrss-2022', 'wenzhou-hrss-2023'];
const WIDTHS = [360, 640, 1280, 1920];
const file = (name: string) => readFileSync(new URL(`../../examples/${name}.yaml`, import.meta.url), 'utf8');

let browser: RunningBrowser;
beforeAll(async () => {
  browser = await sharedBrowser();
});

async function pageOf(text: string, formats = ['html', 'pdf']): Promise<string> {
  const { hash } = await official;
  const publication = publish(check(parse(text, 'a.yaml')), { formats, base: '温州 2023', template: hash });
  return (await renderPage(publication, await official)).html;
}

/** Runs on the page, whose own scripts are off. */
async function evaluate<T>(page: Page, expression: string): Promise<T> {
  const session = await page.createCDPSession();
  const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
    expression,
    awaitPromise: true,
    returnByValue: true,
  });
  if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
  return result.value as T;
}

const at = <T>(html: string, width: number, use: (page: Page) => Promise<T>) =>
  browser.withPage(html, use, { viewport: { width, height: 800 } });

/** The findings of axe: rule and elements. Its timers need a page that can run scripts. */
async function violations(page: Page): Promise<string[]> {
  await page.setJavaScriptEnabled(true);
  return evaluate<string[]>(
    page,
    `${axe.source};axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) =>
      violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => id + ' ' + html.slice(0, 200))))`,
  );
}

describe.each(EXAMPLES)('%s', (name) => {
  test('axe finds nothing, on a phone and on a desk, and at no width does the page itself scroll sideways', async () => {
    await at(await pageOf(file(name)), 360, async (page) => {
      for (const width of WIDTHS) {
        await page.setViewport({ width, height: 800 });
        expect(await evaluate(page, 'innerWidth')).toBe(width);
        expect(await evaluate(page, 'document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
        if (width === 360 || width === 1280) expect(await violations(page)).toEqual([]);
      }
    });
  });
});

test('axe finds nothing in a draft, nor in a fragment inside another page, however that website cleans it', async () => {
  const { hash, fragment } = await official;
  const report = check(parse(file('format'), 'a.yaml'));
  const { view } = publish(report, { formats: ['fragment'], base: 'a', template: hash });
  const pasted = withInlineStyles(fragment({ page: view }));
  const draft = draftOf(textOf('examples/broken.yaml'));
  if (!draft) throw new Error('no draft');
  const around = (html: string) =>
    `<!doctype html><html lang="zh-CN"><meta name="viewport" content="width=device-width"><title>报告</title><main><h1>报告</h1>${html}</main></html>`;
  const bare = pasted.replace(/<([a-z][a-z0-9]*)\s[^>]*>/gu, '<$1>');
  for (const html of [around(pasted), around(bare), (await renderPage(draft, await official)).html])
    expect(await at(html, 360, violations)).toEqual([]);
});

test('axe does find what is wrong', async () => {
  const html = (await pageOf(file('format'))).replace('<html lang="zh-CN">', '<html>').replaceAll('<th ', '<td ');
  expect(await at(html, 1280, violations)).not.toEqual([]);
});

test('on a phone the labels of a row stay in sight when its table is scrolled, and the last column can be reached', async () => {
  await at(await pageOf(file('format')), 360, async (page) => {
    const places = await evaluate<{ label: number; group: number; last: number; width: number }>(
      page,
      `(() => {
        const table = document.querySelector('.matrix');
        table.parentElement.scrollLeft = 10000;
        const box = (selector) => table.querySelector(selector).getBoundingClientRect();
        const last = [...table.querySelectorAll('td')].filter((cell) => cell.dataset.path.endsWith('.total')).at(-1);
        return { label: box('th.label-3').left, group: box('th.label-1').left, last: last.getBoundingClientRect().right,
          width: box('th.label-3').right };
      })()`,
    );
    expect(places.group).toBeGreaterThanOrEqual(0);
    expect(places.label).toBeGreaterThan(places.group);
    expect(places.width).toBeLessThan(200);
    expect(places.last).toBeLessThanOrEqual(360);
  });
});

test('the first thing the keyboard reaches leads to the report; every link inside the page has its target', async () => {
  const html = await pageOf(file('wenzhou-hrss-2023'));
  await at(html, 1280, async (page) => {
    await page.keyboard.press('Tab');
    expect(await evaluate(page, 'document.activeElement.textContent')).toBe('跳到正文');
    expect(await evaluate(page, 'document.activeElement.getBoundingClientRect().top')).toBeGreaterThanOrEqual(0);
    const dead = `[...document.querySelectorAll('a[href^="#"]')].filter((link) => !document.querySelector(link.hash)).length`;
    expect(await evaluate(page, dead)).toBe(0);
    expect(await evaluate(page, `document.querySelectorAll('.contents details > ol > li').length`)).toBe(6);
  });
});

test('agency, date, period and the files built beside the page are named', async () => {
  const text = (html: string) => html.replace(/<script[\s\S]*/, '').replace(/<style>[\s\S]*<\/style>/, '');
  const html = text(await pageOf(file('wenzhou-hrss-2023')));
  expect(html).toContain('<dt>发布机构：</dt><dd>温州市人力资源和社会保障局</dd>');
  expect(html).toContain('<time datetime="2024-01-22">2024年1月22日</time>');
  expect(html).toContain('<dd>2023年1月1日至2023年12月31日</dd>');
  expect(html).toContain('<a href="%E6%B8%A9%E5%B7%9E%202023.pdf">PDF</a>');
  expect(text(await pageOf(file('wenzhou-hrss-2023'), ['html']))).not.toContain('class="siblings"');
});

const metaOf = (html: string) =>
  Object.fromEntries(
    [...html.matchAll(/<meta name="([^"]+)" content="([^"]*)">/gu)].map(([, name, value]) => [name, value]),
  );

test('the crawlers of government websites find title, date and source in the head; a draft has none of them', async () => {
  const corrected = file('wenzhou-hrss-2023').replace(
    /^published:.*$/mu,
    '$&\ncorrected: { date: 2024-03-01, note: 更正表三 }',
  );
  expect(metaOf(await pageOf(corrected))).toEqual({
    viewport: 'width=device-width, initial-scale=1',
    'color-scheme': 'only light',
    generator: expect.stringMatching(/^ogi-report /u),
    ArticleTitle: '温州市人力资源和社会保障局2023年政府信息公开工作年度报告',
    PubDate: '2024-01-22',
    ContentSource: '温州市人力资源和社会保障局',
    Author: '温州市人力资源和社会保障局',
    Keywords: '温州市人力资源和社会保障局,2023年,政府信息公开工作年度报告',
    Description:
      '温州市人力资源和社会保障局2023年政府信息公开工作年度报告，统计期限2023年1月1日至2023年12月31日，2024年1月22日发布，2024年3月1日更正。',
  });
  const draft = draftOf(file('wenzhou-hrss-2023'));
  if (!draft) throw new Error('no draft');
  const { html } = await renderPage(draft, await official);
  expect(Object.keys(metaOf(html))).toEqual(['viewport', 'color-scheme', 'generator', 'robots']);
  expect(html).not.toContain('application/ld+json');
  // The watermark as transparent black: browsers that print without backgrounds make grey text darker.
  expect(html).toMatch(/\.watermark \{[^}]*color: rgb\(0 0 0 \/ \d%\)/u);
});

/** The contents of the page's scripts, as a parser of HTML sees them. */
function scripts(html: string): string[] {
  const found: string[] = [];
  let open = false;
  const parser = new Parser({
    onopentagname: (name) => {
      open = name === 'script';
      if (open) found.push('');
    },
    onclosetag: () => {
      open = false;
    },
    ontext: (text) => {
      if (open) found.push((found.pop() ?? '') + text);
    },
  });
  parser.end(html);
  return found;
}

test('for programs the page holds schema.org terms, all its data, and the receipt; no text of a report gets out of them', async () => {
  const hostile = '甲</script><script>alert(1)</script><!--<script>\u2028&lt;{{{';
  const report = file('wenzhou-hrss-2023').replace('中心工作', `${hostile}中心工作`);
  const [linked = '', data = '', receipt = '', ...others] = scripts(await pageOf(report));
  expect(others).toEqual([]);
  expect(JSON.parse(linked)).toMatchObject({
    '@type': 'Report',
    name: '温州市人力资源和社会保障局2023年政府信息公开工作年度报告',
    publisher: { name: '温州市人力资源和社会保障局' },
    datePublished: '2024-01-22',
    temporalCoverage: '2023-01-01/2023-12-31',
    encoding: [{ contentUrl: '%E6%B8%A9%E5%B7%9E%202023.pdf' }],
  });
  expect(JSON.parse(data).overview.text).toContain(hostile.replace('{{{', ''));
  expect(JSON.parse(data).applications.received.total).toBe(16);
  expect(JSON.parse(receipt)).toMatchObject({ form: '2021', source: { name: 'a.yaml' }, formats: ['html', 'pdf'] });
});
