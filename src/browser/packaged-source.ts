import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** The compressed browser that an npm package brings. */
export interface PackagedSource {
  /** The browser, compressed with Brotli. */
  readonly browser: string;
  /** A tar, compressed with Brotli, of a folder `lib` with the shared libraries that a bare Linux lacks. */
  readonly libraries: string;
  /** Names the content: another version or other files give another name. */
  readonly name: string;
}

/** What the kernel loads the packaged browser with; absent on musl systems such as Alpine. */
const LOADER = '/lib64/ld-linux-x86-64.so.2';

/** Undefined when the package isn't installed or this isn't a machine that its browser runs on. */
export function packagedSource(): PackagedSource | undefined {
  if (process.platform !== 'linux' || process.arch !== 'x64' || !existsSync(LOADER)) return undefined;
  const folder = packageFolder();
  if (folder === undefined) return undefined;
  const [browser, libraries] = [join(folder, 'bin/chromium.br'), join(folder, 'bin/al2023.tar.br')];
  const sizes = [browser, libraries].map((file) => statSync(file, { throwIfNoEntry: false })?.size);
  if (sizes.includes(undefined)) return undefined;
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string };
  // Sizes instead of the bytes: hashing 60 MB would cost more than starting the browser.
  const digest = createHash('sha256')
    .update(JSON.stringify([version, sizes]))
    .digest('hex')
    .slice(0, 12);
  return { browser, libraries, name: `chromium-${version}-${digest}` };
}

/** The package doesn't export its package.json; its entry lies in build/cjs. */
function packageFolder(): string | undefined {
  try {
    const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium');
    return dirname(dirname(dirname(entry)));
  } catch {
    return undefined;
  }
}
