import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { source as axe } from 'axe-core';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { RunningBrowser } from '../../src/browser/start.ts';
import { renderPage } from '../../src/render/page-html.ts';
import type { Publication } from '../../src/render/publication.ts';
import { asProcess, inProcess } from '../cli/run.ts';
import { sharedBrowser } from '../shared-browser.ts';
import { draftOf, EVERY_REPORT, textOf } from './drafts.ts';
import { official } from './publication.ts';
import { readPdf } from './read-pdf.ts';

const BUNDLED = ['NotoSerifSC-Regular', 'NotoSerifSC-Bold', 'NotoSansSC-Medium', 'LXGWWenKai-Regular'];
const broken = textOf('examples/broken.yaml');
const sound = textOf('examples/wenzhou-hrss-2023.yaml');
const EXAMPLES = EVERY_REPORT.map(([name]) => name).filter((name) => name.startsWith('examples/'));
const skeleton = EVERY_REPORT.find(([name]) => name === 'skeleton 2021')?.[1] ?? '';

/** Runs on the page. */
const LOOK = `(() => {
  const mark = document.querySelector('.watermark');
  const box = mark.getBoundingClientRect();
  const { pointerEvents, userSelect, zIndex } = getComputedStyle(mark);
  return {
    overflow: document.documentElement.scrollWidth - innerWidth,
    seen: box.width > 100 && box.height > 100,
    style: [pointerEvents, userSelect, zIndex],
  };
})()`;

const VIOLATIONS = `axe.run(document).then(({ violations }) =>
  violations.map(({ id, nodes }) => [id, ...nodes.map((node) => node.html.slice(0, 200))]))`;

describe('the printed draft', () => {
  let browser: RunningBrowser;
  beforeAll(async () => {
    browser = await sharedBrowser();
  });

  const pageOf = async (text: string) => renderPage(draftOf(text) as Publication, await official);
  const print = async (text: string) => browser.printPdf((await pageOf(text)).html);

  test.each([
    ['with errors', broken, 6],
    ['not filled in', skeleton, 5],
    ['without a finding', sound, 5],
  ])('%s has the watermark on every page, in a bundled font, and says 草稿 in its title', async (_, text, pages) => {
    const pdf = await readPdf(await print(text));
    expect(pdf.pages.length).toBeGreaterThanOrEqual(pages);
    // Without the title's 〔草稿〕 and the heading of the notes.
    const marks = pdf.pages.map(
      (page) => page.replace(/〔草稿〕|草稿附注|这份草稿/gu, '').match(/草稿/gu)?.length ?? 0,
    );
    expect(marks).toEqual(pdf.pages.map(() => 1));
    expect(pdf.missingGlyphs).toBe(0);
    expect([...pdf.fonts].filter((name) => !BUNDLED.includes(name))).toEqual([]);
    expect(pdf.info.Title).toMatch(/〔草稿〕$/u);
    expect(pdf.outline[0]).toMatch(/〔草稿〕$/u);
    expect(pdf.outline.at(-1)).toBe('草稿附注');
  });

  test('the watermark is no part of the structure that a screen reader reads', async () => {
    const document = await getDocument({ data: new Uint8Array(await print(sound)), verbosity: 0 }).promise;
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number);
      const { items } = await page.getTextContent({ includeMarkedContent: true });
      const ids: (string | undefined)[] = [];
      const tagged = { mark: [] as boolean[], text: [] as boolean[] };
      for (const item of items) {
        if (!('str' in item)) {
          if (item.type === 'endMarkedContent') ids.pop();
          else ids.push(item.id);
        } else if (item.str.trim() !== '' && !/^[—\s\d]*$/u.test(item.str)) {
          // Content with an id is part of the structure; artifacts have none.
          tagged[/^草稿?$/u.test(item.str) ? 'mark' : 'text'].push(ids.some((id) => typeof id === 'string'));
        }
      }
      expect(new Set(tagged.mark), `page ${number}`).toEqual(new Set([false]));
      expect(new Set(tagged.text), `page ${number}`).toEqual(new Set([true]));
    }
    await document.loadingTask.destroy();
  });

  test.each(EXAMPLES)(
    '%s: nothing is wider than a window or a phone, the mark is seen, lets clicks through and is not selected; axe is silent',
    async (file) => {
      const { html, missing } = await pageOf(textOf(file));
      expect(missing).toEqual([]);
      await browser.withPage(html, async (page) => {
        // axe waits for timers, which a page without scripts has not.
        await page.setJavaScriptEnabled(true);
        await page.setContent(html);
        for (const width of [1280, 360]) {
          await page.setViewport({ width, height: 900 });
          expect(await page.evaluate(LOOK)).toEqual({ overflow: 0, seen: true, style: ['none', 'none', '-1'] });
        }
        await page.evaluate(axe);
        expect(await page.evaluate(VIOLATIONS)).toEqual([]);
      });
    },
  );
});

describe('report build --draft', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'report-draft-'));
    writeFileSync(join(folder, 'a.yaml'), sound);
    writeFileSync(join(folder, 'broken.yaml'), broken);
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
  const run = (...args: string[]) => inProcess(['build', ...args], { cwd: folder });
  const written = () => (existsSync(join(folder, 'out')) ? readdirSync(join(folder, 'out')).sort() : []);
  const read = (name: string) => readFileSync(join(folder, 'out', name), 'utf8');

  test('a report with errors: exit 1 as validate, files of another name, said on standard error', async () => {
    const argv = ['build', 'broken.yaml', '--draft', '--format', 'html,pdf,fragment'];
    const env = { HOME: process.env.HOME ?? '' };
    const { code, stdout, stderr } = await asProcess(argv, { cwd: folder, env });
    expect(code).toBe(1);
    expect(written()).toEqual(['broken.draft.fragment.html', 'broken.draft.html', 'broken.draft.pdf']);
    expect(stdout).toContain('out/broken.draft.pdf');
    expect(stdout).toContain('not-a-count');
    expect(stderr).toMatch(/broken\.yaml：按草稿生成.*不能发布/u);
    expect(read('broken.draft.html').includes('〔草稿〕</title>')).toBe(true);
    expect((await readPdf(readFileSync(join(folder, 'out/broken.draft.pdf')))).pages.at(-1)).toContain('草稿');
  });

  test('a report without a finding: exit 0, beside the final files, which stay as they are', async () => {
    expect((await run('a.yaml', '--format', 'html')).code).toBe(0);
    const final = read('a.html');
    const { code, stderr } = await run('a.yaml', '--draft', '--format', 'html', '--lang', 'en');
    expect(code).toBe(0);
    expect(stderr).toContain('a.yaml: built as a draft');
    expect(written()).toEqual(['a.draft.html', 'a.html']);
    expect(read('a.html') === final).toBe(true);
    expect(final.includes('草稿')).toBe(false);
  });

  test('without --draft, a report with errors is refused as ever, and a draft from before is left alone', async () => {
    await run('broken.yaml', '--draft', '--format', 'html');
    const draft = read('broken.draft.html');
    expect((await run('broken.yaml', '--format', 'html,fragment')).code).toBe(1);
    expect(written()).toEqual(['broken.draft.html']);
    expect(read('broken.draft.html') === draft).toBe(true);
  });

  test('a file that is no YAML gives its findings and no draft', async () => {
    writeFileSync(join(folder, 'bad.yaml'), 'year: [2023\n');
    const { code, stdout } = await run('bad.yaml', '--draft', '--format', 'html');
    expect([code, written()]).toEqual([1, []]);
    expect(stdout).toContain('yaml-syntax');
  });

  test('warnings alone: exit 0, with --fail-on warning 1, written both times', async () => {
    writeFileSync(join(folder, 'late.yaml'), sound.replace(/^published: .*$/mu, 'published: 2025-06-30'));
    expect((await run('late.yaml', '--draft', '--format', 'html')).code).toBe(0);
    rmSync(join(folder, 'out'), { recursive: true });
    expect((await run('late.yaml', '--draft', '--format', 'html', '--fail-on', 'warning')).code).toBe(1);
    expect(written()).toEqual(['late.draft.html']);
    expect(read('late.draft.html').includes('（published-late）')).toBe(true);
  });

  test('a character that no font has is an error of the draft, and noted in it; one that only a note quotes is not', async () => {
    writeFileSync(join(folder, 'a.yaml'), sound.replace('中心工作', '中心工作😀'));
    const printed = await run('a.yaml', '--draft', '--format', 'html');
    expect(printed.code).toBe(1);
    expect(printed.stdout).toContain('glyph-missing');
    expect(/<li id="draft-note-1">[\s\S]*U\+1F600/u.test(read('a.draft.html'))).toBe(true);
    const waiver = { rule: 'published-late', at: 'published', values: { published: '2025-06-30' }, reason: '补录😀' };
    const waived = sound.replace(/^published: .*$/mu, `published: 2025-06-30\nwaivers: [${JSON.stringify(waiver)}]`);
    writeFileSync(join(folder, 'a.yaml'), waived);
    expect((await run('a.yaml', '--draft', '--format', 'html')).code).toBe(0);
    expect(read('a.draft.html').includes('补录😀')).toBe(true);
  });

  test('a fragment alone needs neither browser nor fonts', async () => {
    const env = { REPORT_BROWSER: join(folder, 'no-browser') };
    const { code } = await inProcess(['build', 'a.yaml', '--format', 'fragment'], { cwd: folder, env });
    expect([code, written()]).toEqual([0, ['a.fragment.html']]);
    expect(read('a.fragment.html').includes('@font-face')).toBe(false);
  });
});
