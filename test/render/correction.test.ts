import { DomUtils, parseDocument } from 'htmlparser2';
import { beforeAll, expect, test } from 'vitest';
import type { Browser } from '../../src/browser/types.ts';
import { readReport } from '../../src/report/report.ts';
import { parse } from '../../src/source/parse.ts';
import { pageView } from '../../src/view/page.ts';
import { sharedBrowser } from '../shared-browser.ts';
import { textOf } from './drafts.ts';
import { official, printed } from './publication.ts';
import { readPdf } from './read-pdf.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await sharedBrowser();
});

const view = pageView(readReport(parse(textOf('test/fixtures/sound/corrected.yaml'), 'x').data));
const textIn = (html: string) => DomUtils.textContent(parseDocument(html)).replace(/\s+/gu, '');

const NOTE =
  '更正了表三“一、本年新收政府信息公开申请数量”总计一栏的数，由15改为16（<b>原为15</b>，漏计了一件当面提交的申请）；' +
  '第一部分“依申请公开”里的同一个数一并改正；“（一）予以公开”和“（七）总计”两行不受影响。' +
  '其他数和文字没有改动，原来发布的文件已经撤下，以本次更正后的为准。';

test('page, PDF and fragment carry a correction: both dates, the whole note, as text', async () => {
  const templates = await official;
  const page = templates.page({ page: view, generator: '', style: '' });
  const texts = {
    page: textIn(page),
    fragment: textIn(templates.fragment({ page: view })),
    pdf: (await readPdf(await printed(view, browser))).pages.join('').replace(/\s+/gu, ''),
  };
  for (const [output, text] of Object.entries(texts)) {
    expect(text, output).toContain('更正说明');
    expect(text, output).toContain('2024年1月22日');
    expect(text, output).toContain('2024年3月1日');
    expect(text, output).toContain(NOTE);
  }
  expect(page).toContain('&lt;b&gt;原为15&lt;/b&gt;');
});
