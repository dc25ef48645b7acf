import { UserError } from '../diagnostics/user-error.ts';
import { findInstalled } from './installed.ts';
import { findNamed } from './named.ts';
import { findPackaged } from './packaged.ts';
import { findInPuppeteerCache } from './puppeteer-cache.ts';
import type { FindOptions, FoundBrowser } from './types.ts';

/**
 * Finds the browser to use: the one that the user names, the packaged one, an installed one, or one from Puppeteer's
 * cache. The packaged browser comes before installed ones, so that the same report gives the same bytes.
 *
 * Returns a promise only if the packaged browser must be unpacked first; any other browser can start without waiting.
 * Throws a `UserError` if there is no browser or the named one cannot run.
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
      en: 'No browser found: to make a PDF, Chrome, Chromium or Edge is needed.',
    },
    {
      zh: `任选其一：${packaged ? '安装随 npm 分发的浏览器（npm install --include=optional）；' : ''}安装系统浏览器（如 ${installCommand()}）；用 --browser 或环境变量 REPORT_BROWSER 指明浏览器的路径。`,
      en: `Do one of these: ${packaged ? 'install the browser from npm (npm install --include=optional); ' : ''}install a browser on this machine (for example ${installCommand()}); give the path of a browser with --browser or REPORT_BROWSER.`,
    },
  );
}

function installCommand(): string {
  if (process.platform === 'win32') return 'winget install Google.Chrome';
  if (process.platform === 'darwin') return 'brew install --cask google-chrome';
  return 'apt-get install chromium';
}
