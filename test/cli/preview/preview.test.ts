import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { get } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findBrowser } from '../../../src/browser/find.ts';
import { install } from '../../hooks/repository.ts';
import { asProcess, BIN } from '../run.ts';

const cwd = mkdtempSync(join(tmpdir(), 'report-preview-'));
const example = readFileSync('examples/wenzhou-hrss-2023.yaml', 'utf8');
const save = (text: string, name = '2023.yaml') => {
  mkdirSync(dirname(join(cwd, name)), { recursive: true });
  writeFileSync(join(cwd, name), text);
};
let browser: Browser;

beforeAll(async () => {
  cpSync('examples/wenzhou-hrss-2022.yaml', join(cwd, 'wenzhou-hrss-2022.yaml'));
  const { path, env } = await findBrowser({});
  const args = ['--no-sandbox', '--disable-gpu'];
  browser = await puppeteer.launch({ executablePath: path, env: { ...process.env, ...env }, args, headless: 'shell' });
});
afterAll(async () => {
  await browser.close();
  rmSync(cwd, { recursive: true });
});

interface Preview {
  readonly url: string;
  readonly child: ChildProcess;
  readonly end: () => Promise<number | null>;
}

async function preview(...argv: string[]): Promise<Preview> {
  return previewBy(BIN, ...argv);
}

async function previewBy(bin: string, ...argv: string[]): Promise<Preview> {
  const child = spawn(process.execPath, [bin, 'preview', ...argv], { cwd, env: { PATH: process.env.PATH, HOME: cwd } });
  const [chunk] = await once(child.stdout, 'data');
  const end = async () => {
    child.kill('SIGINT');
    const [code] = await once(child, 'exit');
    return code;
  };
  return { url: String(chunk).trim(), child, end };
}

const stateOf = async (url: string) => (await (await fetch(`${url}state`)).json()) as { version: number };
const until = (page: Page, expression: string) => page.waitForFunction(expression, { timeout: 0, polling: 20 });
const open = async (url: string) => {
  const page = await browser.newPage();
  await page.goto(url);
  await until(page, `document.body.dataset.version === '1'`);
  return page;
};

describe('in the browser', () => {
  test('the page follows what is saved: a broken file, then a mended one', async () => {
    save(example);
    const { url, end } = await preview('2023.yaml');
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/[\w-]{22}\/$/);
    const page = await open(url);
    expect(await page.$eval('#summary', (one) => one.textContent)).toBe('0 个错误，0 个警告');
    const frame = page.frames().find((one) => one.url().endsWith('/page'));
    expect(await frame?.$eval('h1', (one) => one.textContent)).toContain('2023年政府信息公开工作年度报告');
    expect(await frame?.$$eval('mark.figure-agrees', (all) => all.map((one) => one.textContent))).toContain('16件');

    save(example.replace('overview:', 'overview: ['));
    await until(page, `!document.getElementById('stale').hidden && document.querySelector('li.error')`);
    expect(await frame?.$eval('h1', (one) => one.textContent)).toContain('年度报告');

    save(example.replace('decisions: 95', 'decisions: 96').replace('信函3件', '信函4件'));
    await until(page, `document.getElementById('stale').hidden && document.body.dataset.version === '2'`);
    const next = page.frames().find((one) => one.url().endsWith('/page'));
    const cell = '[data-path="active_disclosure.administrative_licensing.decisions"]';
    expect(await next?.$eval(cell, (one) => one.textContent)).toBe('96');
    expect(await next?.$$eval('mark.figure-contradicts', (all) => all.map((one) => one.textContent))).toEqual(['16件']);
    await page.close();
    expect(await end()).toBe(130);
  });

  test('a finding leads to its cell', async () => {
    save(example.replace('in_force: 40', 'in_force: 4'), 'odd.yaml');
    const { url, end } = await preview('odd.yaml', '--against', 'wenzhou-hrss-2022.yaml');
    const page = await open(url);
    await page.click('#findings button');
    const frame = page.frames().find((one) => one.url().endsWith('/page'));
    const cell = '[data-path="active_disclosure.normative_documents.in_force"]';
    expect(await frame?.$eval(cell, (one) => one.getAttribute('style'))).toContain('outline');
    await page.close();
    await end();
  });

  test('a finding in the prose leads to its part', async () => {
    save(example.replace('信函3件', '信函4件'), 'sum.yaml');
    const { url, end } = await preview('sum.yaml');
    const page = await open(url);
    await page.click('#findings button');
    const frame = page.frames().find((one) => one.url().endsWith('/page'));
    expect(await frame?.$eval('#section-1-2', (one) => one.getAttribute('style'))).toContain('outline');
    await page.close();
    await end();
  });

  test('a template and the report of last year are followed too', async () => {
    save(example);
    await asProcess(['template', '--eject', 'mine'], { cwd });
    const { url, end } = await preview('2023.yaml', '--template', 'mine', '--against', 'wenzhou-hrss-2022.yaml');
    const page = await open(url);
    const section = join(cwd, 'mine/partials/section.hbs');
    const text = readFileSync(section, 'utf8');
    writeFileSync(section, `<p class="mine">清溪县</p>\n${text}`);
    await until(page, `document.body.dataset.version === '2'`);
    expect(
      await page
        .frames()
        .at(-1)
        ?.$eval('.mine', (one) => one.textContent),
    ).toBe('清溪县');
    writeFileSync(section, '{{titel}}');
    await until(page, `document.querySelector('li.error')?.textContent.includes('section.hbs:1:3')`);
    writeFileSync(section, text);
    await until(page, `document.body.dataset.version === '3'`);
    const last = readFileSync('examples/wenzhou-hrss-2022.yaml', 'utf8');
    save(last.replace(/carried_forward: 0/u, 'carried_forward: { natural_person: 3 }'), 'wenzhou-hrss-2022.yaml');
    await until(page, `document.querySelector('li.error')?.textContent.includes('carried-over')`);
    save(last, 'wenzhou-hrss-2022.yaml');
    await page.close();
    await end();
  });
});

test('without browser and fonts the page is shown with the fonts of the machine', async () => {
  save(example);
  await install(cwd);
  const bin = join(cwd, 'node_modules/ogi-report/bin/report.js');
  const { url, child, end } = await previewBy(bin, '2023.yaml');
  const said = once(child.stderr as NodeJS.ReadableStream, 'data');
  expect(await (await fetch(`${url}state`)).json()).toMatchObject({ stale: false, findings: [] });
  const page = await (await fetch(`${url}page`)).text();
  expect(page).toContain('2023年政府信息公开工作年度报告');
  expect(page).not.toContain('@font-face');
  expect(String(await said)).toContain('没有安装自带的字体：网页用本机的字体显示');
  await end();
});

test('with build.source: false, the page contains no more of the report than what is printed', async () => {
  const waiver = { rule: 'published-late', at: 'published', values: {}, reason: '机构换届', approved_by: '办公室' };
  save(`${example}\nwaivers:\n  - ${JSON.stringify(waiver)}\n`, 'waived/2023.yaml');
  const pageWith = async (settings: string) => {
    save(settings, 'waived/report.config.yaml');
    const { url, end } = await preview('waived/2023.yaml');
    const page = await (await fetch(`${url}page`)).text();
    await end();
    return page;
  };
  expect(await pageWith('build: { source: true }')).toContain('机构换届');
  expect(await pageWith('build: { source: false }')).not.toContain('机构换届');
});

describe('a preview goes on', () => {
  const error = (words: string) => `document.querySelector('li.error')?.textContent.includes('${words}')`;
  const NO_ERROR = `!document.querySelector('li.error') && document.getElementById('stale').hidden`;

  test('when the report or that of last year is removed, and when they are back', async () => {
    const last = readFileSync('examples/wenzhou-hrss-2022.yaml', 'utf8');
    save(example, 'own.yaml');
    save(last, 'last/2022.yaml');
    const { url, end } = await preview('own.yaml', '--against', 'last/2022.yaml');
    const page = await open(url);
    const away: [string, string, string][] = [
      ['last/2022.yaml', last, '找不到文件'],
      ['own.yaml', example, '找不到文件'],
      ['last', last, '找不到文件'],
    ];
    for (const [name, text, words] of away) {
      rmSync(join(cwd, name), { recursive: true });
      await until(page, error(words));
      save(text, name === 'last' ? 'last/2022.yaml' : name);
      await until(page, NO_ERROR);
    }
    await page.close();
    expect(await end()).toBe(130);
  });

  test.each([
    ['includes itself', 'partials/section.hbs', '{{> section}}', ''],
    ['is a link to nothing', 'partials/section.hbs', undefined, ''],
    ['has a script', 'report.hbs', '<script>1</script>', ''],
    ['is not closed', 'report.hbs', '{{#if page.title}}', 'report.hbs'],
  ])('when a template %s, and when it is mended', async (name, file, text, words) => {
    save(example);
    const folder = name.replaceAll(' ', '-');
    await asProcess(['template', '--eject', folder], { cwd });
    const { url, end } = await preview('2023.yaml', '--template', folder);
    const page = await open(url);
    const path = join(cwd, folder, file);
    const right = readFileSync(path, 'utf8');
    if (text === undefined) {
      rmSync(path);
      symlinkSync('nowhere', path);
    } else writeFileSync(path, text);
    await until(page, error(words));
    rmSync(path);
    writeFileSync(path, right);
    await until(page, NO_ERROR);
    await page.close();
    expect(await end()).toBe(130);
  });
});

describe('the address', () => {
  const status = (url: string, options: object = {}) =>
    new Promise<number | undefined>((resolve, reject) => {
      get(url, options, (response) => {
        response.resume();
        resolve(response.statusCode);
      }).on('error', reject);
    });

  test('two previews at once; each is closed by Ctrl-C', async () => {
    save(example);
    const [one, other] = await Promise.all([preview('2023.yaml'), preview('2023.yaml')]);
    expect(one.url).not.toBe(other.url);
    expect([await status(one.url), await status(other.url)]).toEqual([200, 200]);
    expect(await one.end()).toBe(130);
    await expect(status(one.url)).rejects.toThrow('ECONNREFUSED');
    expect((await stateOf(other.url)).version).toBe(1);
    await other.end();
  });

  test('needs the secret part', async () => {
    const { url, end } = await preview('2023.yaml');
    const { origin, pathname } = new URL(url);
    const token = pathname.slice(1, -1);
    const other = `${token.startsWith('A') ? 'B' : 'A'}${token.slice(1)}`;
    const wrong = ['/', '/page', '/state', '/events', `/${token}`, `/${other}/page`, `/${token}x/page`, '//page'];
    for (const path of wrong) expect([path, await status(origin + path)]).toEqual([path, 403]);
    expect(await status(`${origin}/?token=${token}`)).toBe(403);
    expect(await status(`${url}page`)).toBe(200);
    await end();
  });

  test('can not be shown in the frame of another page', async () => {
    const { url, end } = await preview('2023.yaml');
    for (const [path, ancestors, frame] of [
      ['', "'none'", 'DENY'],
      ['state', "'none'", 'DENY'],
      ['page', "'self'", 'SAMEORIGIN'],
    ]) {
      const { headers } = await fetch(url + path);
      expect(headers.get('content-security-policy')).toContain(`frame-ancestors ${ancestors}`);
      expect(headers.get('x-frame-options')).toBe(frame);
      expect(headers.get('referrer-policy')).toBe('no-referrer');
    }
    const page = await browser.newPage();
    await page.setContent(`<iframe src="${url}page"></iframe>`);
    const inside = page.frames().at(-1);
    expect(await inside?.evaluate('document.body?.textContent.includes("政府信息公开")')).not.toBe(true);
    await page.close();
    await end();
  });

  test('answers its own name and its own pages only', async () => {
    const { url, end } = await preview('2023.yaml');
    expect(await status(url, { headers: { host: 'evil.example' } })).toBe(403);
    expect(await status(url, { method: 'POST' })).toBe(403);
    for (const path of ['2023.yaml', 'index.html', '..%2f2023.yaml']) expect(await status(url + path)).toBe(404);
    for (const path of ['../2023.yaml', '%2e%2e/etc/passwd']) expect(await status(url + path)).toBe(403);
    await end();
  });
});

test.each([['nothing.yaml'], ['.']])('%s is no report to preview: exit 2', async (file) => {
  const { code, stdout } = await asProcess(['preview', file], { cwd });
  expect([code, stdout]).toEqual([2, '']);
});
