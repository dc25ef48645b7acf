import type { Text } from '../diagnostics/text.ts';
import { UserError } from '../diagnostics/user-error.ts';
import type { Ending } from './browser-process.ts';
import type { FoundBrowser } from './types.ts';

/** The browser didn't answer in time. */
export function late(found: FoundBrowser, timeout: number): UserError {
  const seconds = timeout / 1000;
  return new UserError(
    {
      zh: `浏览器在 ${seconds} 秒内没有响应：${found.path}`,
      en: `The browser didn't answer within ${seconds} seconds: ${found.path}`,
    },
    {
      zh: '请再试一次；机器较慢时用环境变量 REPORT_BROWSER_TIMEOUT 放宽时限（秒），或用 --browser 换一个浏览器。',
      en: 'Try again; on a slow machine allow more seconds in REPORT_BROWSER_TIMEOUT, or name another browser with --browser.',
    },
  );
}

/** The browser ended before it could be spoken to. */
export function failedAtStart(found: FoundBrowser, ending: Ending, lastWords: string): UserError {
  const said = ending.error ? ending.error.message : tellingLine(lastWords);
  return new UserError(
    {
      zh: `浏览器无法启动（${found.path}，${how(ending).zh}）${said ? `：${said}` : ''}`,
      en: `The browser couldn't be started (${found.path}, ${how(ending).en})${said ? `: ${said}` : ''}`,
    },
    adviceAtStart(ending, lastWords),
    { cause: ending.error },
  );
}

/** The browser ended while it was in use. */
export function diedAtWork(found: FoundBrowser, ending: Ending, lastWords: string): UserError {
  const said = tellingLine(lastWords);
  return new UserError(
    {
      zh: `浏览器中途退出（${found.path}，${how(ending).zh}）${said ? `：${said}` : ''}`,
      en: `The browser ended at work (${found.path}, ${how(ending).en})${said ? `: ${said}` : ''}`,
    },
    {
      zh: '常见原因是内存不足。请再试一次，或用 --browser 换一个浏览器。',
      en: 'Often the machine has run out of memory. Try again, or name another browser with --browser.',
    },
  );
}

/** The process that draws one page ended; the browser itself goes on. */
export function pageCrashed(): UserError {
  return new UserError(
    { zh: '浏览器的页面进程中途退出。', en: "The browser's process for the page ended at work." },
    {
      zh: '常见原因是内存不足。请关闭其他程序后再试一次。',
      en: 'Often the machine has run out of memory. Close other programs and try again.',
    },
  );
}

/** It runs, but doesn't speak Chrome's protocol. */
export function notChrome(found: FoundBrowser, cause: unknown): UserError {
  return new UserError(
    { zh: `这个程序不是 Chrome：${found.path}`, en: `This program isn't Chrome: ${found.path}` },
    {
      zh: '请用 --browser 或 REPORT_BROWSER 指明 Chrome、Chromium 或 Edge 的路径。',
      en: 'Name the path of Chrome, Chromium or Edge with --browser or REPORT_BROWSER.',
    },
    { cause },
  );
}

/** True when it ended because the kernel doesn't let it build its sandbox. */
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
      en: 'A system library is missing. Install those the browser needs (Debian, Ubuntu: apt-get install libnss3 libexpat1; Fedora and its kin: dnf install nss expat), or name another browser with --browser.',
    };
  }
  if (error?.code === 'EACCES') {
    return {
      zh: '文件没有执行权限，或所在的磁盘禁止运行程序（noexec）。请用环境变量 REPORT_CACHE_DIR 另指一个文件夹，或用 --browser 换一个浏览器。',
      en: 'The file may not be run, or its disk forbids running programs (noexec). Name another folder in REPORT_CACHE_DIR or another browser with --browser.',
    };
  }
  return {
    zh: '请确认这是能在本机运行的 Chrome、Chromium 或 Edge，或用 --browser 换一个浏览器。',
    en: 'Make sure that this is a Chrome, Chromium or Edge that runs on this machine, or name another with --browser.',
  };
}

/** The line of standard error that says most: what looks like a fatal error, else the last. */
function tellingLine(lastWords: string): string {
  const lines = lastWords.split('\n').filter((line) => line.trim() !== '');
  const telling = lines.find((line) => /error while loading|FATAL|not supported|cannot|GLIBC_/i.test(line));
  // Chrome begins each line with [process:date/time:LEVEL:file(line)].
  return (telling ?? lines.at(-1) ?? '').replace(/^\[[^\]]*\]\s*/, '').slice(0, 300);
}
