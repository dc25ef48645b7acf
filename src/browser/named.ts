import { resolve } from 'node:path';
import { UserError } from '../diagnostics/user-error.ts';
import { isExecutable } from './executable.ts';
import { found } from './found.ts';
import type { BrowserSource, FoundBrowser } from './types.ts';

/**
 * Finds the browser that the user names. Throws a `UserError` if it cannot be used, because another browser may print
 * another page.
 */
export function findNamed(browser: string | undefined, env: NodeJS.ProcessEnv): FoundBrowser | undefined {
  const [source, path] = named(browser, env) ?? [];
  if (source === undefined || path === undefined) return undefined;
  const absolute = resolve(path);
  if (isExecutable(absolute)) return found(absolute, source);
  throw new UserError(
    {
      zh: `${source} 指定的浏览器不存在或不能运行：${absolute}`,
      en: `The browser given with ${source} does not exist or cannot be run: ${absolute}`,
    },
    {
      zh: `请改正 ${source} 的路径，或者不指定，由本工具自行查找浏览器。`,
      en: `Correct the path in ${source}, or leave it out to use the browser that the tool finds.`,
    },
  );
}

function named(browser: string | undefined, env: NodeJS.ProcessEnv): [BrowserSource, string] | undefined {
  if (browser !== undefined) return ['--browser', browser];
  for (const source of ['REPORT_BROWSER', 'PUPPETEER_EXECUTABLE_PATH'] as const) {
    const path = env[source];
    if (path) return [source, path];
  }
  return undefined;
}
