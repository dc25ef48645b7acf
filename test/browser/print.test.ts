import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { RunningBrowser } from '../../src/browser/start.ts';
import { fontFaces, fontStack } from '../../src/fonts/font-face.ts';
import { subsetFonts } from '../../src/fonts/subset.ts';
import { sharedBrowser } from '../shared-browser.ts';
import { type ReadPdf, readPdf } from './pdf-reader.ts';

let browser: RunningBrowser;

beforeAll(async () => {
  browser = await sharedBrowser();
});

const HEADING = '政府信息公开工作年度报告';
const SUBHEADING = '（一）主动公开';
// 人一二文 and their like share a glyph with a Kangxi radical in the whole fonts; 𬭼 and 喆 occur in names.
const TEXT = '人民政府一二三文件，立言行走食马鱼鸟黑龙；金木水火土。𬭼喆“公开”：12.5%';

describe('a Chinese page', () => {
  let pdf: ReadPdf;

  beforeAll(async () => {
    pdf = await readPdf(await browser.printPdf(await chinesePage()));
  });

  test('holds the bundled fonts and no other, as TrueType', () => {
    expect(pdf.fonts).toEqual(['LXGWWenKai-Regular', 'NotoSansSC-Medium', 'NotoSerifSC-Regular']);
    expect(pdf.fontTypes).toEqual(['CIDFontType2', 'Type0']);
  });

  test('reads back as it was written, without Kangxi radicals', () => {
    expect(pdf.text).toContain(HEADING);
    expect(pdf.text).toContain(SUBHEADING);
    expect(pdf.text).toContain(TEXT);
    expect(pdf.text).not.toMatch(/[\u2E80-\u2FDF]/);
  });

  test('is A4 with its page number, tagged, titled, with an outline', () => {
    expect(pdf.size).toEqual([595, 842]);
    expect(pdf.text).toContain('— 1 —');
    expect(pdf.tagged).toBe(true);
    expect(pdf.title).toBe('报告');
    expect(pdf.outline).toEqual([HEADING]);
  });

  test('gets the title it is given where it has none of its own', async () => {
    const html = '<!doctype html><p>1';
    expect((await readPdf(await browser.printPdf(html, { title: '题"</title>' }))).title).toBe('题"</title>');
    expect((await readPdf(await browser.printPdf(`<title>own</title>${html}`, { title: 'given' }))).title).toBe('own');
  });

  test('is the same whether it is drawn on the screen or not', async () => {
    const picture = encodeURIComponent('<svg xmlns="http://www.w3.org/2000/svg"><rect width="9" height="9"/></svg>');
    const html = `${await chinesePage()}<img alt="图" src="data:image/svg+xml,${picture}">`;
    const bytes = async (still: boolean) =>
      Buffer.from(await browser.printPdf(html, { still }))
        .toString('latin1')
        .replace(/\(D:[^)]*\)|node\d{8}/g, '');
    const still = await bytes(true);
    // The first document can come from the tab that the browser started with.
    expect([await bytes(true), await bytes(false)]).toEqual([still, still]);
  });

  test('is the same whether it is printed alone or beside others', async () => {
    const html = await chinesePage();
    const pdfs = await Promise.all([1, 2, 3].map(() => browser.printPdf(html).then(readPdf)));
    for (const other of pdfs) expect(other.text).toBe(pdf.text);
  });
});

test('a font inside the page that cannot be used is an error, never a page without text', async () => {
  const html =
    '<style>@font-face{font-family:Broken;src:url(data:font/ttf;base64,AAAA)}p{font-family:Broken}</style><p>1';
  await expect(browser.printPdf(html)).rejects.toMatchObject({
    name: 'UserError',
    message: 'The browser cannot use these fonts of the page: Broken',
  });
});

describe('a page that reaches for more than itself', () => {
  let server: Server;
  let html: string;
  const asked: string[] = [];

  beforeAll(async () => {
    server = createServer((request, response) => {
      asked.push(request.url ?? '');
      response.end('<p>from the network');
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const { fonts } = await subsetFonts({ song: 'unchanged from the network root:x:/bin/bash' });
    html = greedyPage((server.address() as AddressInfo).port, fontFaces(fonts));
  });

  afterAll(() => void server.close());

  test('gets nothing from the network or the disk, and its script does not run', async () => {
    const { text } = await readPdf(await browser.printPdf(html));
    expect(text.trim()).toBe('unchanged');
    expect(asked).toEqual([]);
  });

  test('gets nothing either when it is shown for a picture', async () => {
    const shown = await browser.withPage(html, async (page) => {
      const picture = await page.screenshot();
      return { picture, text: String(await page.evaluate('document.body.innerText')) };
    });
    expect(shown.text.trim()).toBe('unchanged');
    expect(Buffer.from(shown.picture).toString('latin1', 1, 4)).toBe('PNG');
    expect(asked).toEqual([]);
  });
});

test('the fonts of this machine are hidden', async () => {
  const installed = 'font-family: "DejaVu Sans", Arial, sans-serif';
  const { fonts } = await readPdf(await browser.printPdf(`<!doctype html><p style='${installed}'>text`));
  expect(fonts.filter((font) => font !== 'Blank')).toEqual([]);
});

test('the browser says its version', async () => {
  expect(await browser.version()).toMatch(/Chrome\/\d+\./);
});

async function chinesePage(): Promise<string> {
  const { fonts } = await subsetFonts({ song: `${TEXT}— 0123456789`, hei: HEADING, kai: SUBHEADING });
  return `<!doctype html><html lang="zh-CN"><head><title>报告</title><style>${fontFaces(fonts)}
    @page { size: A4; margin: 37mm 26mm 35mm 28mm; @bottom-right { content: "— " counter(page) " —" } }
    html { font: 12pt/2 ${fontStack('song')}; text-rendering: geometricPrecision; line-break: strict }
    h1 { font-family: ${fontStack('hei')}; font-weight: bold } p.kai { font-family: ${fontStack('kai')} }
    </style></head><body><h1>${HEADING}</h1><p class="kai">${SUBHEADING}</p><p>${TEXT}</p></body></html>`;
}

function greedyPage(port: number, faces: string): string {
  const at = `http://127.0.0.1:${port}`;
  return `<!doctype html><html><head><link rel="stylesheet" href="${at}/css"><link rel="prefetch" href="${at}/prefetch">
    <style>@import "${at}/import"; ${faces} @font-face { font-family: X; src: url(http://localhost:${port}/font) }
    p { font-family: X, ${fontStack('song')}; background: url(${at}/background) }</style></head>
    <body><p id="p">unchanged</p><img src="${at}/image"><iframe src="${at}/frame"></iframe>
    <iframe src="file:///etc/passwd"></iframe><object data="file:///etc/hostname"></object>
    <script>document.getElementById('p').textContent = 'changed'; fetch('${at}/script')</script></body></html>`;
}
