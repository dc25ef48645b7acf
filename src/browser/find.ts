import { UserError } from '../diagnostics/user-error.ts';
import { findInstalled } from './installed.ts';
import { findNamed } from './named.ts';
import { findPackaged } from './packaged.ts';
import { findInPuppeteerCache } from './puppeteer-cache.ts';
import type { FindOptions, FoundBrowser } from './types.ts';

/**
 * The browser to use: the one named by a person, the packaged one, an installed one, one from Puppeteer's cache.
 * The packaged one comes before those installed, so that the same report gives the same bytes.
 *
 * A promise only when the packaged browser has to be inflated first: a browser that is ready can be started
 * before the caller goes on.
 */
export function findBrowser(options: FindOptions = {}, signal?: AbortSignal): FoundBrowser | Promise<FoundBrowser> {
  const env = options.env ?? process.env;
  const browser =
    findNamed(options.browser, env) ??
    findPackaged({ env, onProgress: options.onProgress }, signal) ??
    findInstalled(env) ??
    findInPuppeteerCache(env);
  if (browser === undefined) throw noBrowser();
  return browser;
}

function noBrowser(): UserError {
  const packaged = process.platform === 'linux' && process.arch === 'x64';
  return new UserError(
    {
      zh: '没有找到浏览器：生成 PDF 需要 Chrome、Chromium 或 Edge。',
      en: 'No browser was found: a PDF needs Chrome, Chromium or Edge.',
    },
    {
      zh: `任选其一：${packaged ? '安装随 npm 分发的浏览器（npm install --include=optional）；' : ''}安装系统浏览器（如 ${installCommand()}）；用 --browser 或环境变量 REPORT_BROWSER 指明浏览器的路径。`,
      en: `Do one of these: ${packaged ? 'install the browser that npm brings (npm install --include=optional); ' : ''}install one on this machine (for example ${installCommand()}); name its path with --browser or REPORT_BROWSER.`,
    },
  );
}

function installCommand(): string {
  if (process.platform === 'win32') return 'winget install Google.Chrome';
  if (process.platform === 'darwin') return 'brew install --cask google-chrome';
  return 'apt-get install chromium';
}
