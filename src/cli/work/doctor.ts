import picocolors from 'picocolors';
import { startBrowser } from '../../browser/start.ts';
import type { Browser, BrowserSource } from '../../browser/types.ts';
import { displayWidth, wrap } from '../../diagnostics/display-width.ts';
import type { Text } from '../../diagnostics/text.ts';
import { UserError } from '../../diagnostics/user-error.ts';
import { describeFonts, type FontStatus } from '../../fonts/describe.ts';
import { VERSION } from '../../package/version.ts';
import { partOf, systemFontsText } from '../../publish/system-fonts.ts';
import { installedFonts } from '../../render/installed-fonts.ts';
import type { Context } from '../output/context.ts';
import { EXIT, type ExitCode } from '../output/exit-codes.ts';

interface DoctorFlags {
  readonly browser?: string;
  readonly browserUrl?: string;
}

/** One line of the output: the item, its state, and whether it is all right. */
interface Line {
  readonly ok: boolean;
  readonly name: Text;
  readonly found: Text;
}

const same = (text: string): Text => ({ zh: text, en: text });

/**
 * `report doctor`: shows the browser and fonts in use, and what to do if one is missing. Returns 0 if PDFs can be built
 * here.
 */
export async function doctor(options: DoctorFlags, context: Context): Promise<ExitCode> {
  const fonts = describeFonts();
  const browser = await examineBrowser(options, context);
  const lines = [
    {
      ok: true,
      name: same('report'),
      found: same(`${VERSION}, Node ${process.version}, ${process.platform} ${process.arch}`),
    },
    ...(browser instanceof UserError ? [noBrowser(browser)] : browser),
    ...fonts.map(fontLine),
    ...(browser instanceof UserError ? [] : await withSystemFonts(options, context)),
  ];
  print(lines, context);
  if (browser instanceof UserError) context.fail(browser);
  if (fonts.some(({ found }) => !found)) context.fail(missingFonts(fonts));
  return lines.every(({ ok }) => ok) ? EXIT.ok : EXIT.unable;
}

/** Starts the browser and prints a page, because an installed browser does not always run. */
async function examineBrowser(options: DoctorFlags, { io, progress }: Context): Promise<Line[] | UserError> {
  let browser: Browser | undefined;
  try {
    browser = await startBrowser(
      {
        browser: options.browser,
        browserUrl: options.browserUrl,
        env: io.env as NodeJS.ProcessEnv,
        onProgress: progress,
      },
      io.signal,
    );
    const version = await browser.version();
    const pdf = await browser.printPdf('<!doctype html><title>1</title><p>1');
    const { source, path } = browser.found;
    return [
      { ok: true, name: { zh: '浏览器', en: 'browser' }, found: same(version) },
      {
        ok: true,
        name: { zh: '来源', en: 'from' },
        found: { zh: `${SOURCES[source].zh}：${path}`, en: `${SOURCES[source].en}: ${path}` },
      },
      ...(browser.sandboxed === undefined
        ? []
        : [{ ok: true, name: { zh: '沙箱', en: 'sandbox' }, found: sandbox(browser.sandboxed) }]),
      { ok: pdf.length > 0, name: { zh: '生成 PDF', en: 'PDF' }, found: { zh: '可以', en: 'works' } },
    ];
  } catch (error) {
    if (error instanceof UserError) return error;
    throw error;
  } finally {
    await browser?.close();
  }
}

/** What a build with `--system-fonts` would use. The browser of a usual build does not see the fonts of the machine. */
async function withSystemFonts(options: DoctorFlags, { io }: Context): Promise<Line[]> {
  const env = io.env as NodeJS.ProcessEnv;
  const browser = await startBrowser({ ...options, env, systemFonts: true }, io.signal);
  try {
    return [
      {
        ok: true,
        name: { zh: '加 --system-fonts', en: 'with --system-fonts' },
        found: systemFontsText(await installedFonts(browser)),
      },
    ];
  } finally {
    await browser.close();
  }
}

const SOURCES: Readonly<Record<BrowserSource, Text>> = {
  '--browser': { zh: '--browser 指定', en: 'set by --browser' },
  '--browser-url': { zh: '--browser-url 指定，在别处运行', en: 'set by --browser-url, runs elsewhere' },
  REPORT_BROWSER: { zh: '环境变量 REPORT_BROWSER', en: 'set by REPORT_BROWSER' },
  REPORT_BROWSER_URL: {
    zh: '环境变量 REPORT_BROWSER_URL，在别处运行',
    en: 'set by REPORT_BROWSER_URL, runs elsewhere',
  },
  PUPPETEER_EXECUTABLE_PATH: { zh: '环境变量 PUPPETEER_EXECUTABLE_PATH', en: 'set by PUPPETEER_EXECUTABLE_PATH' },
  packaged: { zh: '随 npm 安装', en: 'installed by npm' },
  installed: { zh: '这台机器上安装的', en: 'installed on this machine' },
  'puppeteer-cache': { zh: 'Puppeteer 的缓存', en: "Puppeteer's cache" },
};

const sandbox = (on: boolean): Text =>
  on
    ? { zh: '有', en: 'on' }
    : {
        zh: '没有（以 root 运行，或者内核不允许）；页面不执行脚本，也不联网',
        en: 'off (running as root, or the kernel does not allow it); pages run no scripts and have no network access',
      };

const noBrowser = ({ text }: UserError): Line => ({ ok: false, name: { zh: '浏览器', en: 'browser' }, found: text });

function fontLine({ family, typeface, version, path, found, package: name }: FontStatus): Line {
  const where = found ? path : name;
  const state: Text = found
    ? same(`${typeface} ${version}`)
    : { zh: `${typeface} 没有安装`, en: `${typeface} is not installed` };
  return {
    ok: found,
    name: partOf(family),
    found: { zh: `${state.zh}：${where}`, en: `${state.en}: ${where}` },
  };
}

function missingFonts(fonts: readonly FontStatus[]): UserError {
  const missing = fonts.filter(({ found }) => !found).map((font) => font.package);
  return new UserError(
    { zh: `缺少字体：${missing.join('、')}`, en: `Fonts are missing: ${missing.join(', ')}` },
    {
      zh: `在项目里运行 npm install --include=optional；或者单独安装 npm install ${missing.join(' ')}`,
      en: `In the project, run npm install --include=optional, or npm install ${missing.join(' ')}`,
    },
  );
}

function print(lines: readonly Line[], { io, t, colorOf }: Context): void {
  const colors = picocolors.createColors(colorOf(io.stdout));
  const width = Math.max(...lines.map(({ name }) => displayWidth(t(name))));
  for (const { ok, name, found } of lines) {
    const mark = ok ? colors.green('✓') : colors.red('✗');
    const before = `${t(name)}${' '.repeat(width - displayWidth(t(name)))}  `;
    const [first, ...rest] = wrap(t(found), io.stdout.columns - width - 4);
    const lines = [`${mark} ${before}${first}`, ...rest.map((line) => ' '.repeat(width + 4) + line)];
    io.stdout.write(`${lines.join('\n')}\n`);
  }
}
