import { posix, win32 } from 'node:path';
import { homeFolder } from '../cache/home-folder.ts';
import { isExecutable } from './executable.ts';
import { found } from './found.ts';
import type { FoundBrowser } from './types.ts';

const LINUX_COMMANDS = [
  'chrome-headless-shell',
  'google-chrome-stable',
  'google-chrome',
  'chromium',
  'chromium-browser',
  'microsoft-edge-stable',
  'microsoft-edge',
];
const LINUX_FOLDERS = ['/usr/bin', '/usr/local/bin', '/snap/bin', '/opt/google/chrome', '/opt/microsoft/msedge'];
const MACOS_APPLICATIONS = ['Google Chrome', 'Chromium', 'Microsoft Edge'];
const WINDOWS_PROGRAMS = [
  'Google\\Chrome\\Application\\chrome.exe',
  'Chromium\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
];

/** Finds Chrome, Chromium or Edge in the usual places. */
export function findInstalled(env: NodeJS.ProcessEnv): FoundBrowser | undefined {
  const path = usualPlaces(process.platform, env, homeFolder(env)).find(isExecutable);
  return path === undefined ? undefined : found(path, 'installed');
}

/** The usual paths of installed browsers, in order of preference. */
export function usualPlaces(platform: NodeJS.Platform, env: NodeJS.ProcessEnv, home: string): string[] {
  if (platform === 'win32') {
    const folders = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA];
    return WINDOWS_PROGRAMS.flatMap((program) =>
      folders.flatMap((folder) => (folder ? win32.join(folder, program) : [])),
    );
  }
  if (platform === 'darwin') {
    return MACOS_APPLICATIONS.flatMap((name) =>
      ['/Applications', posix.join(home, 'Applications')].map(
        (folder) => `${folder}/${name}.app/Contents/MacOS/${name}`,
      ),
    );
  }
  const folders = new Set([...(env.PATH ?? '').split(':').filter(posix.isAbsolute), ...LINUX_FOLDERS]);
  return [...LINUX_COMMANDS, 'chrome', 'msedge'].flatMap((name) =>
    [...folders].map((folder) => posix.join(folder, name)),
  );
}
