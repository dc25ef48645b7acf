import { basename } from 'node:path';
import type { BrowserSource, FoundBrowser } from './types.ts';

/** A browser that needs no additional environment. */
export function found(path: string, source: BrowserSource): FoundBrowser {
  const kind = /headless[-_]shell/.test(basename(path)) ? 'headless-shell' : 'chrome';
  return { path, source, kind, env: {} };
}
