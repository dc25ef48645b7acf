import { existsSync } from 'node:fs';
import { join } from 'node:path';

const NEEDED = ['libnspr4.so', 'libnss3.so', 'libnssutil3.so', 'libplc4.so', 'libplds4.so', 'libexpat.so.1'];
const FOLDERS = ['/usr/lib/x86_64-linux-gnu', '/lib/x86_64-linux-gnu', '/usr/lib64', '/lib64', '/usr/lib', '/lib'];

/**
 * Points the packaged browser at its own libraries only where the system lacks one: they need glibc 2.34,
 * the browser itself only 2.25, so that on an older system with nss installed they would break it.
 */
export function libraryEnvironment(packaged: string, env: NodeJS.ProcessEnv): Record<string, string> {
  const given = (env.LD_LIBRARY_PATH ?? '').split(':').filter(Boolean);
  const folders = [...given, ...FOLDERS];
  const has = (library: string) => folders.some((folder) => existsSync(join(folder, library)));
  return NEEDED.every(has) ? {} : { LD_LIBRARY_PATH: [packaged, ...given].join(':') };
}
