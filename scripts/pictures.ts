import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type Canvas, createCanvas, loadImage } from '@napi-rs/canvas';
import puppeteer, { type Browser, type Page, type Viewport } from 'puppeteer-core';
import { parse, parseDocument } from 'yaml';
import { findBrowser } from '../src/browser/find.ts';

/** Makes the pictures of docs/: screenshots of real output of the examples. */

const REPORT = resolve('bin/report.js');
const DESKTOP: Viewport = { width: 1280, height: 800 };
const PHONE: Viewport = { width: 390, height: 780, deviceScaleFactor: 1.5, isMobile: true };
/** CSS pixels around a part of a page. */
const MARGIN = 12;
/** Pixels per inch of paper. */
const PAPER = 72;

/** Builds the examples, takes screenshots of the output and writes them to a folder. */
export async function takePictures(folder: string): Promise<void> {
  const work = mkdtempSync(join(tmpdir(), 'report-pictures-'));
  mkdirSync(folder, { recursive: true });
  const browser = await openBrowser({ FONTCONFIG_FILE: chineseFonts(work) });
  const save = (name: string, picture: Uint8Array) => writeFileSync(join(folder, `${name}.webp`), picture);
  try {
    buildExamples(work);
    const page = (name: string) => `file://${join(work, 'out', name)}`;
    save('page', await photographed(browser, page('2023.html'), DESKTOP));
    save('table-on-phone', await photographed(browser, `${page('2023.html')}#section-3`, PHONE));
    save('draft', await photographed(browser, page('faulty.draft.html'), { ...DESKTOP, height: 620 }));
    save('chart', await photographed(browser, page('2023.html'), DESKTOP, '#chart-1'));
    save('pdf', await pages(join(work, 'out/2023.pdf'), [1, 5]));
    save('preview', await previewed(browser, work));
    await importLastYear(work);
    save('word-and-yaml', await photographed(browser, page('word-and-yaml.html'), { ...DESKTOP, height: 600 }));
    save('first-year-page', await photographed(browser, page('2024.html'), DESKTOP));
  } finally {
    await browser.close();
    rmSync(work, { recursive: true });
  }
}

/** Starts the project's own browser. */
export async function openBrowser(variables: NodeJS.ProcessEnv = {}): Promise<Browser> {
  const { path, env } = await findBrowser({});
  return puppeteer.launch({
    executablePath: path,
    env: { ...process.env, ...env, ...variables },
    args: ['--no-sandbox', '--disable-gpu', '--font-render-hinting=none'],
    headless: 'shell',
  });
}

/** A font configuration with a bundled font: the preview uses the fonts of the machine, and this one may have no Chinese font. */
function chineseFonts(work: string): string {
  const fonts = resolve('node_modules/@expo-google-fonts/noto-sans-sc/400Regular');
  const file = join(work, 'fonts.conf');
  writeFileSync(
    file,
    `<?xml version="1.0"?>\n<fontconfig><dir>${fonts}</dir><cachedir>${work}</cachedir></fontconfig>\n`,
  );
  return file;
}

/** Builds 2023.yaml with a chart and last year's report, and a draft of a report with mistakes. */
function buildExamples(work: string): void {
  const example = readFileSync('examples/wenzhou-hrss-2023.yaml', 'utf8');
  const chart = '\n        {{chart "years"}}\n';
  const withChart = example.replace(
    /(heading: 依申请公开\n[\s\S]*?text: \|\n(?: {8}.*\n)+)/u,
    (all) => `${all}${chart}`,
  );
  if (withChart === example) throw new Error('the example has no place for the chart');
  writeFileSync(join(work, '2023.yaml'), withChart);
  const faulty = example
    .replace('not_held: { natural_person: 6,', 'not_held: { natural_person: 5,')
    .replace('decisions: 95', 'decisions: null')
    .replace('published: 2024-01-22', 'published: 2024-02-22');
  writeFileSync(join(work, 'faulty.yaml'), faulty);
  writeFileSync(join(work, 'wenzhou-hrss-2022.yaml'), readFileSync('examples/wenzhou-hrss-2022.yaml'));
  const build = (...argv: string[]) => execFileSync(process.execPath, [REPORT, 'build', '-q', ...argv], { cwd: work });
  build('2023.yaml', '--against', 'wenzhou-hrss-2022.yaml');
  try {
    build('faulty.yaml', '--draft', '--format', 'html');
  } catch {
    // The draft is built, but the exit code is 1 because of its errors.
  }
}

/** Imports the Word file of docs/first-year.md, builds the report of its next year, and writes a page with table and YAML. */
async function importLastYear(work: string): Promise<void> {
  copyFileSync('examples/last-year.docx', join(work, '2023.docx'));
  const run = (...argv: string[]) => execFileSync(process.execPath, [REPORT, ...argv, '-q'], { cwd: work });
  run('import', '2023.docx', '-o', '2023.yaml', '--force');
  const yaml = readFileSync(join(work, '2023.yaml'), 'utf8');
  const { default: mammoth } = await import('mammoth');
  const { value } = await mammoth.convertToHtml({ path: join(work, '2023.docx') });
  writeFileSync(join(work, 'out/word-and-yaml.html'), beside(sectionTwo(value), yaml));
  run('init', '2024.yaml', '--from', '2023.yaml');
  writeFileSync(join(work, '2024.yaml'), filledIn(readFileSync(join(work, '2024.yaml'), 'utf8')));
  run('build', '2024.yaml', '--format', 'html');
}

/** The report with what docs/first-year.zh-CN.md fills in, and the mistake it makes corrected. */
function filledIn(empty: string): string {
  const [, written = ''] = /```yaml\n([\s\S]*?)```/u.exec(readFileSync('docs/first-year.zh-CN.md', 'utf8')) ?? [];
  const report = parseDocument(empty);
  for (const [key, value] of Object.entries(parse(written))) report.set(key, report.createNode(value));
  return String(report).replace(/(disclosed:\s+natural_person: )2/u, '$13');
}

const sectionTwo = (html: string): string =>
  /<(h\d|p)>(?:<a [^>]*><\/a>)?二、主动公开[\s\S]*?<\/table>/u.exec(html)?.[0] ?? html;

/** A page with a part of a Word file on the left and of the report file on the right. */
function beside(word: string, yaml: string): string {
  const lines = /^# 二、[\s\S]*?(?=^# 三、)/mu.exec(yaml)?.[0] ?? '';
  const escaped = lines.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replace(/#.*$/gmu, '<i>$&</i>');
  return `<!doctype html><meta charset="utf-8"><style>
body { margin: 0; display: grid; grid-template-columns: 590px 1fr; gap: 16px; padding: 16px; background: #d9d9d9; }
article, pre { margin: 0; background: #fff; padding: 24px; font-size: 15px; }
pre { font: 13px/1.65 'Noto Sans SC', monospace; white-space: pre-wrap; }
h1 { font-size: 18px; }
i { color: #2b6a3f; font-style: normal; }
table { border-collapse: collapse; width: 100%; }
td, th { border: 1px solid #000; padding: 3px 6px; text-align: center; }
td p { margin: 0; }
</style><article>${word}</article><pre>${escaped}</pre>`;
}

async function photographed(browser: Browser, url: string, viewport: Viewport, part?: string): Promise<Uint8Array> {
  const page = await browser.newPage();
  try {
    await page.setViewport(viewport);
    await page.goto(url);
    return await taken(page, part);
  } finally {
    await page.close();
  }
}

async function taken(page: Page, part?: string): Promise<Uint8Array> {
  await page.evaluate('document.fonts.ready');
  const options = { type: 'webp', quality: 80 } as const;
  if (part === undefined) return page.screenshot(options);
  const box = await (await page.$(part))?.boundingBox();
  if (!box) throw new Error(`there is no ${part} to photograph`);
  const around = {
    x: box.x - MARGIN,
    y: box.y - MARGIN,
    width: box.width + 2 * MARGIN,
    height: box.height + 2 * MARGIN,
  };
  return page.screenshot({ ...options, clip: around });
}

/** A picture of the preview of the report with mistakes. */
async function previewed(browser: Browser, cwd: string): Promise<Uint8Array> {
  const child = spawn(process.execPath, [REPORT, 'preview', 'faulty.yaml', '-q'], {
    cwd,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  try {
    const [chunk] = await once(child.stdout, 'data');
    const page = await browser.newPage();
    await page.setViewport(DESKTOP);
    await page.goto(String(chunk).trim());
    await page.waitForFunction(`document.body.dataset.version === '1'`, { timeout: 20_000 });
    await new Promise((settled) => setTimeout(settled, 1000));
    return await taken(page);
  } finally {
    child.kill('SIGINT');
  }
}

/** A picture of pages of a PDF side by side, drawn by pdf.js and not by the browser. */
async function pages(file: string, numbers: readonly number[]): Promise<Uint8Array> {
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const document = await getDocument({ data: new Uint8Array(readFileSync(file)), verbosity: 0 }).promise;
  const drawn: Canvas[] = [];
  for (const number of numbers) {
    const page = await document.getPage(number);
    const viewport = page.getViewport({ scale: PAPER / 72 });
    const canvas = createCanvas(Math.round(viewport.width), Math.round(viewport.height));
    await page.render({ canvas: canvas as never, viewport }).promise;
    drawn.push(canvas);
  }
  await document.destroy();
  const gap = 16;
  const width = drawn.reduce((sum, one) => sum + one.width + gap, gap);
  const sheet = createCanvas(width, (drawn[0]?.height ?? 0) + 2 * gap);
  const context = sheet.getContext('2d');
  context.fillStyle = '#d9d9d9';
  context.fillRect(0, 0, sheet.width, sheet.height);
  let x = gap;
  for (const one of drawn) {
    context.drawImage(await loadImage(one.toBuffer('image/png')), x, gap);
    x += one.width + gap;
  }
  return sheet.encode('webp', 80);
}
