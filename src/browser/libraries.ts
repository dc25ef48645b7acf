import { existsSync } from 'node:fs';
import { join } from 'node:path';

const NEEDED = ['libnspr4.so', 'libnss3.so', 'libnssutil3.so', 'libplc4.so', 'libplds4.so', 'libexpat.so.1'];
const FOLDERS = ['/usr/lib/x86_64-linux-gnu', '/lib/x86_64-linux-gnu', '/usr/lib64', '/lib64', '/usr/lib', '/lib'];

/**
 * Makes the packaged browser use its own libraries only if one is missing on the system. They need glibc 2.34, while
 * the browser itself needs only 2.25: on an older system with nss installed, they would break it.
 */
export function libraryEnvironment(packaged: string, env: NodeJS.ProcessEnv): Record<string, string> {
  const given = (env.LD_LIBRARY_PATH ?? '').split(':').filter(Boolean);
  const folders = [...given, ...FOLDERS];
  const has = (library: string) => folders.some((folder) => existsSync(join(folder, library)));
  return NEEDED.every(has) ? {} : { LD_LIBRARY_PATH: [packaged, ...given].join(':') };
}
