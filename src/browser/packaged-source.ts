import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** The compressed browser in an npm package. */
export interface PackagedSource {
  /** The browser, compressed with Brotli. */
  readonly browser: string;
  /** A tar file, compressed with Brotli, of the folder `lib` with the shared libraries that a minimal Linux lacks. */
  readonly libraries: string;
  /** A name for the content; a different version or different files give a different name. */
  readonly name: string;
}

/** The dynamic loader that the packaged browser needs; missing on musl systems such as Alpine. */
const LOADER = '/lib64/ld-linux-x86-64.so.2';

/**
 * Finds the compressed browser. Undefined if the package is not installed or its browser does not run on this machine.
 */
export function packagedSource(): PackagedSource | undefined {
  if (process.platform !== 'linux' || process.arch !== 'x64' || !existsSync(LOADER)) return undefined;
  const folder = packageFolder();
  if (folder === undefined) return undefined;
  const [browser, libraries] = [join(folder, 'bin/chromium.br'), join(folder, 'bin/al2023.tar.br')];
  const sizes = [browser, libraries].map((file) => statSync(file, { throwIfNoEntry: false })?.size);
  if (sizes.includes(undefined)) return undefined;
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string };
  // Uses file sizes instead of contents: hashing 60 MB would take longer than starting the browser.
  const digest = createHash('sha256')
    .update(JSON.stringify([version, sizes]))
    .digest('hex')
    .slice(0, 12);
  return { browser, libraries, name: `chromium-${version}-${digest}` };
}

/** The package does not export its package.json; its entry file is in build/cjs. */
function packageFolder(): string | undefined {
  try {
    const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium');
    return dirname(dirname(dirname(entry)));
  } catch {
    return undefined;
  }
}
