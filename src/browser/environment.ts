const EVERYWHERE = ['PATH'];

/** What the system's own parts of a browser can't do without. Proxies and keys stay behind. */
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

/** The little of our environment that the browser gets to see. */
export function minimalEnvironment(env: NodeJS.ProcessEnv): Record<string, string> {
  const names = [...EVERYWHERE, ...(BY_PLATFORM[process.platform] ?? [])];
  return Object.fromEntries(names.flatMap((name) => (env[name] === undefined ? [] : [[name, env[name]]])));
}
