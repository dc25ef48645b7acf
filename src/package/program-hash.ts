import { readdirSync, readFileSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { packageFile } from './package-file.ts';

/** The file in dist/ with the hash of all programs there, which the build writes. */
const HASH_FILE = 'program.sha256';

/**
 * Identifies the installed program: the hash of its bundles, which the build has written, and their sizes, because somebody may
 * have changed one since. Undefined if there is no build.
 */
export function programHash(): string | undefined {
  const dist = fileURLToPath(packageFile('dist/'));
  try {
    const sizes = readdirSync(dist)
      .filter((name) => /\.c?js$/.test(name))
      .sort()
      .map((name) => `${name} ${statSync(dist + name).size}`);
    return [readFileSync(dist + HASH_FILE, 'utf8').trim(), ...sizes].join('\n');
  } catch {
    return undefined;
  }
}
