import { closeSync, fstatSync, openSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { cacheFolder, isPrivate } from '../../cache/cache-folder.ts';

/**
 * The code that V8 compiled from a bundle (dist/light.cjs or dist/whole.cjs) is kept in the user's cache folder. Node
 * runs the content of such a file. So only this user may have access to it, it must be for exactly this bundle and this
 * Node, and it must be complete. V8 itself only compares the length of the bundle, and crashes if a bit is wrong.
 */
export const PREFIX = 'code-';

/**
 * The path of the cache file for a bundle with this hash; undefined for a user without a home folder. The name also
 * depends on V8's flags, because V8 rejects code compiled with other flags.
 */
export function codeFile(hash: string, { env, version, arch, execArgv }: NodeJS.Process): string | undefined {
  try {
    const flags = execArgv.length > 0 || env.NODE_OPTIONS ? `-${versionTag()}` : '';
    return join(cacheFolder(env), `${PREFIX}${hash}-${version}-${arch}${flags}`);
  } catch {
    return undefined;
  }
}

// Loading node:v8 takes time, and few users set flags.
const versionTag = (): number => process.getBuiltinModule('node:v8').cachedDataVersionTag();

/** Reads compiled code from a file; undefined if there is none or it cannot be trusted. */
export function readCode(file: string): Buffer | undefined {
  let descriptor: number | undefined;
  try {
    if (!isPrivate(statSync(dirname(file)))) return undefined;
    descriptor = openSync(file, 'r');
    const stats = fstatSync(descriptor);
    return stats.isFile() && isPrivate(stats) ? once(readFileSync(descriptor)) : undefined;
  } catch {
    return undefined;
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}

/**
 * The content of the file: the code, twice, to detect damage. Comparing the halves takes a tenth of the time needed to
 * load node:zlib or node:crypto for a checksum.
 */
export const twice = (code: Buffer): Buffer => Buffer.concat([code, code]);

function once(content: Buffer): Buffer | undefined {
  const half = content.length / 2;
  const code = content.subarray(0, half);
  return code.equals(content.subarray(half)) ? code : undefined;
}
