const EVERYWHERE = ['PATH'];

/** The variables that a browser needs on each system. Proxy settings and keys are not passed on. */
const BY_PLATFORM: Partial<Record<NodeJS.Platform, string[]>> = {
  linux: ['LD_LIBRARY_PATH'],
  darwin: ['HOME', 'TMPDIR', 'USER'],
  win32: [
    'APPDATA',
    'COMSPEC',
    'LOCALAPPDATA',
    'NUMBER_OF_PROCESSORS',
    'PROCESSOR_ARCHITECTURE',
    'PROGRAMDATA',
    'PROGRAMFILES',
    'SYSTEMDRIVE',
    'SYSTEMROOT',
    'TEMP',
    'TMP',
    'USERPROFILE',
    'WINDIR',
  ],
};

/** Returns the few variables of `env` that the browser gets. */
export function minimalEnvironment(env: NodeJS.ProcessEnv): Record<string, string> {
  const names = [...EVERYWHERE, ...(BY_PLATFORM[process.platform] ?? [])];
  return Object.fromEntries(names.flatMap((name) => (env[name] === undefined ? [] : [[name, env[name]]])));
}
