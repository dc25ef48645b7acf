import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startBrowser } from '../../src/browser/start.ts';
import type { Browser } from '../../src/browser/types.ts';
import { PageFaults } from '../../src/diagnostics/page-faults.ts';
import { readReport } from '../../src/report/report.ts';
import { parse } from '../../src/source/parse.ts';
import { pageView } from '../../src/view/page.ts';
import { inProcess } from '../cli/run.ts';
import { printed, publicationOf } from './publication.ts';
import { readPdf } from './read-pdf.ts';

// --system-fonts: the fonts of official documents if the machine has them, with the bundled ones as fallback.

const root = fileURLToPath(new URL('../../', import.meta.url));
const example = readFileSync(join(root, 'examples/wenzhou-hrss-2023.yaml'), 'utf8');
const view = pageView(readReport(parse(example, 'a.yaml').data));
const systemFonts = { receipt: { ...publicationOf(view).receipt, systemFonts: true as const } };
let browser: Browser;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'report-system-fonts-'));
  browser = await startBrowser({ systemFonts: true });
});

afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await browser.close();
});

test('a build with it names the installed fonts first and has no false alarm; without it none is named', async () => {
  writeFileSync(join(folder, 'a.yaml'), example);
  const html = async (...flags: string[]) => {
    expect((await inProcess(['build', 'a.yaml', ...flags], { cwd: folder })).code).toBe(0);
    return readFileSync(join(folder, 'out/a.html'), 'utf8');
  };
  const own = await html('--system-fonts');
  expect(own).toMatch(/--title:"方正小标宋_GBK".*"OGI Title"/u);
  expect(own).toMatch(/--song:"仿宋_GB2312".*"OGI Song"/u);
  expect(await html('--format', 'html')).not.toContain('仿宋_GB2312');
});

test('an installed font draws what it has, the bundled ones the rest', async () => {
  // Standing in for 仿宋: the machines that run the tests have none.
  const change = (html: string) => html.replaceAll('仿宋_GB2312', 'DejaVu Serif');
  const pdf = await readPdf(await printed(view, browser, { change, publication: systemFonts }));
  expect([...pdf.fonts].filter((font) => /Noto|LXGW/u.test(font)).length).toBeGreaterThan(1);
  expect(pdf.missingGlyphs).toBe(0);
});

test('a character that only an installed font may have is tried; one that none has is named', async () => {
  const change = (html: string) => html.replace('按时完成了全年任务', '$&\u{f8ee}');
  const error = await printed(view, browser, { change, publication: systemFonts }).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(PageFaults);
  expect((error as PageFaults).faults).toMatchObject([{ rule: 'glyph-missing', words: '\u{f8ee}' }]);
});
