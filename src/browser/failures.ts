import type { Text } from '../diagnostics/text.ts';
import { UserError } from '../diagnostics/user-error.ts';
import type { Ending } from './browser-process.ts';
import { temporarySpaceHint } from './temporary.ts';
import type { FoundBrowser } from './types.ts';

/** The browser failed, not the page: another browser or tab may print the same page. */
export class BrowserFailed extends UserError {}

/** The browser did not answer in time. */
export class BrowserLate extends BrowserFailed {}

/** The process of a page ended; the browser itself still runs. */
export class PageCrashed extends BrowserFailed {}

/** The error for a browser that did not answer in time; `timeout` is in milliseconds. */
export function late(found: FoundBrowser, timeout: number): BrowserLate {
  const seconds = timeout / 1000;
  return new BrowserLate(
    {
      zh: `浏览器在 ${seconds} 秒内没有响应：${found.path}`,
      en: `The browser did not answer within ${seconds} seconds: ${found.path}`,
    },
    {
      zh: '请再试一次；机器较慢时用环境变量 REPORT_BROWSER_TIMEOUT 放宽时限（秒），或用 --browser 换一个浏览器。',
      en: 'Try again. On a slow machine, set REPORT_BROWSER_TIMEOUT to more seconds, or choose another browser with --browser.',
    },
  );
}

/** The error for a browser that ended before it answered. */
export function failedAtStart(found: FoundBrowser, ending: Ending, lastWords: string): BrowserFailed {
  const said = ending.error ? ending.error.message : tellingLine(lastWords);
  return new BrowserFailed(
    {
      zh: `浏览器无法启动（${found.path}，${how(ending).zh}）${said ? `：${said}` : ''}`,
      en: `The browser could not be started (${found.path}, ${how(ending).en})${said ? `: ${said}` : ''}`,
    },
    adviceAtStart(ending, lastWords),
    { cause: ending.error },
  );
}

/** The error for a browser that ended while it was in use. */
export function diedAtWork(found: FoundBrowser, ending: Ending, lastWords: string): BrowserFailed {
  const said = tellingLine(lastWords);
  return new BrowserFailed(
    {
      zh: `浏览器中途退出（${found.path}，${how(ending).zh}）${said ? `：${said}` : ''}`,
      en: `The browser ended unexpectedly (${found.path}, ${how(ending).en})${said ? `: ${said}` : ''}`,
    },
    temporarySpaceHint() ?? {
      zh: '常见原因是内存不足。请再试一次，或用 --browser 换一个浏览器。',
      en: 'The usual cause is too little memory. Try again, or choose another browser with --browser.',
    },
  );
}

/** The error for a page whose process ended. */
export function pageCrashed(): PageCrashed {
  return new PageCrashed(
    { zh: '浏览器的页面进程中途退出。', en: 'The page process of the browser ended unexpectedly.' },
    temporarySpaceHint() ?? CLOSE_OTHERS,
  );
}

/** The error for a page whose tab is gone or no longer answers. */
export function pageLost(cause: unknown): BrowserFailed {
  return new BrowserFailed(
    { zh: '浏览器的页面中途关闭了。', en: 'The page of the browser was closed unexpectedly.' },
    temporarySpaceHint() ?? CLOSE_OTHERS,
    { cause },
  );
}

/** The error for a page that the browser showed but could not print. */
export function printingFailed(cause: unknown): BrowserFailed {
  return new BrowserFailed(
    { zh: '浏览器没能把页面印成 PDF。', en: 'The browser could not print the page.' },
    temporarySpaceHint() ?? CLOSE_OTHERS,
    { cause },
  );
}

const CLOSE_OTHERS: Text = {
  zh: '常见原因是内存不足。请关闭其他程序后再试一次。',
  en: 'The usual cause is too little memory. Close other programs and try again.',
};

/** The error for a program that runs but does not answer in Chrome's protocol. */
export function notChrome(found: FoundBrowser, cause: unknown): BrowserFailed {
  return new BrowserFailed(
    { zh: `这个程序不是 Chrome：${found.path}`, en: `This program is not Chrome: ${found.path}` },
    {
      zh: '请用 --browser 或 REPORT_BROWSER 指明 Chrome、Chromium 或 Edge 的路径。',
      en: 'Give the path of Chrome, Chromium or Edge with --browser or REPORT_BROWSER.',
    },
    { cause },
  );
}

/** True if the browser ended because the kernel refused its sandbox. */
export function sandboxRefused(lastWords: string): boolean {
  return /no usable sandbox|failed to move to new namespace|sandbox_host_linux|SUID sandbox helper/i.test(lastWords);
}

function how({ code, signal, error }: Ending): Text {
  if (error) return { zh: error.code ?? '', en: error.code ?? '' };
  if (signal) return { zh: `信号 ${signal}`, en: `signal ${signal}` };
  return { zh: `退出码 ${code}`, en: `exit code ${code}` };
}

function adviceAtStart({ error }: Ending, lastWords: string): Text {
  if (/error while loading shared libraries|GLIBC_/.test(lastWords)) {
    return {
      zh: '缺少系统库。请安装浏览器所需的库（Debian/Ubuntu：apt-get install libnss3 libexpat1；麒麟、欧拉等：dnf install nss expat），或用 --browser 换一个浏览器。',
      en: 'A system library is missing. Install the libraries that the browser needs (Debian, Ubuntu: apt-get install libnss3 libexpat1; Fedora, openEuler, Kylin: dnf install nss expat), or choose another browser with --browser.',
    };
  }
  if (error?.code === 'EACCES') {
    return {
      zh: '文件没有执行权限，或所在的磁盘禁止运行程序（noexec）。请用环境变量 REPORT_CACHE_DIR 另指一个文件夹，或用 --browser 换一个浏览器。',
      en: 'The file is not executable, or its disk does not allow programs to run (noexec). Set REPORT_CACHE_DIR to another folder, or choose another browser with --browser.',
    };
  }
  return (
    temporarySpaceHint() ?? {
      zh: '请确认这是能在本机运行的 Chrome、Chromium 或 Edge，或用 --browser 换一个浏览器。',
      en: 'Make sure that this is Chrome, Chromium or Edge and that it runs on this machine, or choose another browser with --browser.',
    }
  );
}

/** The most useful line of standard error: one that looks like a fatal error, or else the last one. */
function tellingLine(lastWords: string): string {
  const lines = lastWords.split('\n').filter((line) => line.trim() !== '');
  const telling = lines.find((line) => /error while loading|FATAL|not supported|cannot|GLIBC_/i.test(line));
  // Chrome starts each line with [process:date/time:LEVEL:file(line)].
  return (telling ?? lines.at(-1) ?? '').replace(/^\[[^\]]*\]\s*/, '').slice(0, 300);
}
