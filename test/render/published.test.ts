import { beforeAll, describe, expect, test } from 'vitest';
import type { Browser } from '../../src/browser/types.ts';
import { renderPage } from '../../src/render/page-html.ts';
import { readReport } from '../../src/report/report.ts';
import { parse } from '../../src/source/parse.ts';
import { pageView } from '../../src/view/page.ts';
import { reportOf, there } from '../published.ts';
import { yamlOf } from '../reports.ts';
import { sharedBrowser } from '../shared-browser.ts';
import { official, publicationOf } from './publication.ts';
import { numbersBetween, readPdf } from './read-pdf.ts';

describe.skipIf(!there)('published reports', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await sharedBrowser();
  });

  test.each(['suqian_2023', 'suqian_2024', 'hongze_2024'])(
    '%s is printed with every number in its place',
    async (name) => {
      const report = readReport(parse(yamlOf(reportOf(name)), name).data);
      const { html } = await renderPage(publicationOf(pageView(report)), await official);
      const texts = [...report.cells.values()].map(({ text }) => text);
      expect([...html.matchAll(/<td[^>]*>([^<]*)/gu)].map(([, text]) => text)).toEqual(texts);
      const pdf = await readPdf(await browser.printPdf(html));
      const long = texts.filter((text) => /^\d{3,}$|\./u.test(text));
      expect(numbersBetween(pdf.pages, '二、主动公开', '五、存在的')).toEqual(long);
      expect(pdf.missingGlyphs).toBe(0);
    },
  );
});
