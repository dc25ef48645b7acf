import { basename } from 'node:path';
import type { BrowserSource, FoundBrowser } from './types.ts';

/** A browser that is started as it is. */
export function found(path: string, source: BrowserSource): FoundBrowser {
  const kind = /headless[-_]shell/.test(basename(path)) ? 'headless-shell' : 'chrome';
  return { path, source, kind, env: {} };
}
