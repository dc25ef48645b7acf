import type { Page } from 'puppeteer-core';
import { beforeAll, expect, test } from 'vitest';
import type { RunningBrowser } from '../../src/browser/start.ts';
import { check } from '../../src/check/check.ts';
import { publicationOf } from '../../src/publish/publication.ts';
import { renderPage } from '../../src/render/page-html.ts';
import { parse } from '../../src/source/parse.ts';
import { sharedBrowser } from '../shared-browser.ts';
import { draftOf, textOf } from './drafts.ts';
import { official } from './publication.ts';

const report = textOf('examples/wenzhou-hrss-2023.yaml');
let browser: RunningBrowser;
beforeAll(async () => {
  browser = await sharedBrowser();
});

async function pageOf(text: string, formats = ['html', 'pdf']): Promise<string> {
  const { hash } = await official;
  const publication = publicationOf(check(parse(text, 'a.yaml')), { formats, base: 'a', template: hash });
  return (await renderPage(publication, await official)).html;
}

const at = <T>(html: string, width: number, use: (page: Page) => Promise<T>) =>
  browser.withPage(html, use, { viewport: { width, height: 800 } });

/** Runs on the page, whose own scripts are off. */
async function evaluate(page: Page, expression: string): Promise<unknown> {
  const session = await page.createCDPSession();
  const { result } = await session.send('Runtime.evaluate', { expression, returnByValue: true });
  return result.value;
}

const LINK_SEEN = `document.querySelector('.contents a').checkVisibility({ contentVisibilityAuto: true })`;

test('the contents list is folded on a phone, opens without a script, and stands open on a wide screen', async () => {
  const html = await pageOf(report);
  await at(html, 360, async (page) => {
    expect(await evaluate(page, LINK_SEEN)).toBe(false);
    await page.click('.contents summary');
    expect(await evaluate(page, LINK_SEEN)).toBe(true);
  });
  await at(html, 1280, async (page) => {
    expect(await evaluate(page, LINK_SEEN)).toBe(true);
    expect(await evaluate(page, `document.querySelector('.contents summary').checkVisibility()`)).toBe(false);
  });
});

test('on a phone a wide table of the prose and long contact details do not widen the page', async () => {
  const row = (cell: string) => `      |${Array.from({ length: 12 }, () => ` ${cell} |`).join('')}\n`;
  const phones = '0577-89090000、0577-89090001、0577-89090002';
  const text = report
    .replace(
      /(overview:\n {2}text: \|\n(?: {4}.*\n)+)/u,
      (all) => `${all}\n${row('栏目')}${row('---')}${row('政策文件')}`,
    )
    .replace(/phone: [^,}\n]+/u, `phone: ${phones}`)
    .replace(/email: [^,}\n]+/u, 'email: office_of_public_information_and_records@example.gov.cn');
  const html = await pageOf(text);
  expect(html).toContain('office_of_public_information_and_records');
  await at(html, 360, async (page) => {
    expect(await evaluate(page, 'document.documentElement.scrollWidth')).toBe(360);
    const box = `document.querySelector('.prose-table')`;
    expect(await evaluate(page, `${box}.scrollWidth > ${box}.clientWidth`)).toBe(true);
    // No telephone number is parted.
    expect(
      await evaluate(
        page,
        `[...document.querySelectorAll('.address')].filter((one) => !one.querySelector('wbr')).every((one) => one.getClientRects().length === 1)`,
      ),
    ).toBe(true);
  });
});

test('what is built for the website only is not offered to its readers', async () => {
  const html = await pageOf(report, ['html', 'pdf', 'fragment']);
  expect(html).toContain('href="a.pdf"');
  expect(html).not.toContain('a.fragment.html');
  expect(html).not.toContain('FRAGMENT');
});

test('where readers bring their own colours, the mark of a draft does not cover the text', async () => {
  const draft = draftOf(report);
  if (!draft) throw new Error('no draft');
  const { html } = await renderPage(draft, await official);
  const seen = `document.querySelector('.watermark').checkVisibility()`;
  await at(html, 1280, async (page) => {
    expect(await evaluate(page, seen)).toBe(true);
    const session = await page.createCDPSession();
    await session.send('Emulation.setEmulatedMedia', { features: [{ name: 'forced-colors', value: 'active' }] });
    expect(await evaluate(page, seen)).toBe(false);
    expect(await evaluate(page, `document.querySelector('h1').textContent`)).toContain('草稿');
  });
});
