import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { BLANK_FONT } from '../../src/browser/blank-font.ts';
import { fontFolders } from '../../src/browser/font-config.ts';
import { startBrowser } from '../../src/browser/start.ts';
import type { Browser } from '../../src/browser/types.ts';
import { PageFaults } from '../../src/diagnostics/page-faults.ts';
import { systemFontsText } from '../../src/publish/system-fonts.ts';
import { installedFonts } from '../../src/render/installed-fonts.ts';
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
const wide = (text: string) => Buffer.from(text, 'utf16le').swap16().toString('latin1');
/** An empty font under the name of 楷体: both names have five letters. */
const KAI = Buffer.from(BLANK_FONT.toString('latin1').replaceAll(wide('Blank'), wide('KaiTi')), 'latin1');
let browser: Browser;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'report-system-fonts-'));
  mkdirSync(join(folder, '.fonts'));
  writeFileSync(join(folder, '.fonts/kai.ttf'), KAI);
  const cache = process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache');
  browser = await startBrowser({ systemFonts: true, env: { ...process.env, HOME: folder, XDG_CACHE_HOME: cache } });
});

afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await browser.close();
});

test('a build with it names the installed fonts first and has no false alarm; without it none is named', async () => {
  writeFileSync(join(folder, 'a.yaml'), example);
  const html = async (...flags: string[]) => {
    const { code, stderr } = await inProcess(['build', 'a.yaml', ...flags], { cwd: folder });
    expect([code, stderr.includes('没有找到方正小标宋简体')]).toEqual([0, flags.includes('--system-fonts')]);
    return readFileSync(join(folder, 'out/a.html'), 'utf8');
  };
  const own = await html('--system-fonts');
  expect(own).toMatch(/--title:"方正小标宋_GBK".*"OGI Title"/u);
  expect(own).toMatch(/--song:"仿宋_GB2312".*"OGI Song"/u);
  expect(await html('--format', 'html')).not.toContain('仿宋_GB2312');
});

test.runIf(process.platform === 'linux')(
  'a font in a folder of the user is found; what is lacking is named',
  async () => {
    const found = await installedFonts(browser);
    expect(found).toMatchObject({ kai: 'KaiTi', title: undefined });
    const { zh, en } = systemFontsText(found, 'linux');
    expect(zh).toContain('标题 Noto Serif SC Bold（自带，没有找到方正小标宋简体）');
    expect(zh).toMatch(/二级标题 KaiTi。.*~\/\.local\/share\/fonts/u);
    expect(en).toMatch(
      /text Noto Serif SC Regular \(bundled; 仿宋_GB2312 was not found\).*headings of parts KaiTi\. /u,
    );
    expect(systemFontsText({ title: 'a', song: 'b', hei: 'c', kai: 'd' }).en).toMatch(/headings of parts d$/u);
  },
);

test('fonts are looked for where a user of Linux puts them', () => {
  expect(fontFolders({ HOME: '/h' }).slice(0, 2)).toEqual(['/h/.local/share/fonts', '/h/.fonts']);
  expect(fontFolders({ HOME: '/h', XDG_DATA_HOME: '/d' }).slice(0, 2)).toEqual(['/d/fonts', '/h/.fonts']);
  expect(fontFolders({})).toEqual(['/usr/local/share/fonts', '/usr/share/fonts']);
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
