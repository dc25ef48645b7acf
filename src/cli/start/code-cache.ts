import { closeSync, fstatSync, openSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { cacheFolder, isPrivate } from '../../cache/cache-folder.ts';

/**
 * The code that V8 made of a bundle, dist/light.cjs or dist/whole.cjs, kept between runs in the user's cache folder. What stands in such a file is
 * run: it must be this user's alone, for this very bundle and this Node, and whole. V8 itself compares no more of the
 * bundle than its length, and crashes on a flipped bit.
 */
export const PREFIX = 'code-';

/**
 * The file for a bundle of this hash; undefined for a user without a home. Code that V8 would reject has another name,
 * so that runs with different flags don't displace each other's.
 */
export function codeFile(hash: string, { env, version, arch, execArgv }: NodeJS.Process): string | undefined {
  try {
    const flags = execArgv.length > 0 || env.NODE_OPTIONS ? `-${versionTag()}` : '';
    return join(cacheFolder(env), `${PREFIX}${hash}-${version}-${arch}${flags}`);
  } catch {
    return undefined;
  }
}

// Loading node:v8 takes time, and hardly anybody sets flags.
const versionTag = (): number => process.getBuiltinModule('node:v8').cachedDataVersionTag();

/** The code in a file; undefined where there is none, or none that can be trusted. */
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
 * Code -> what is written to the file: the code twice, so that damage shows. Comparing the halves takes a tenth of the time
 * that loading a checksum from node:zlib or node:crypto does.
 */
export const twice = (code: Buffer): Buffer => Buffer.concat([code, code]);

function once(content: Buffer): Buffer | undefined {
  const half = content.length / 2;
  const code = content.subarray(0, half);
  return code.equals(content.subarray(half)) ? code : undefined;
}
